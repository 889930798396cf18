"""How sure the features of a name make it an initiative: a logistic model with weights kept as data."""

from __future__ import annotations

import functools
import math

from kg.lexicon import load

ACCEPTED = 0.45
"""From this confidence on a name is taken: where precision and recall balance on the development articles."""


@functools.cache
def _weights() -> dict[str, float]:
    return {feature: float(weight) for feature, weight in load("initiative_weights").table.items()}


def confidence(features: set[str]) -> float:
    """The probability, by the weights of the features, that a name is an initiative's."""
    weights = _weights()
    total = weights["bias"] + math.fsum(weights.get(feature, 0.0) for feature in features)
    return 1 / (1 + math.exp(-total))
