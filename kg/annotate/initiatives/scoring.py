"""How sure the features of a name make it an initiative: a logistic model with weights kept as data."""

from __future__ import annotations

import functools
import math
from collections.abc import Collection, Mapping

from kg.lexicon import load

ACCEPTED = 0.45
"""From this confidence on a name is taken: left-out tenths (`--folds 10`) do best from 0.3 to 0.4, articles of other annotators at 0.5."""


@functools.cache
def _weights() -> dict[str, float]:
    return {feature: float(weight) for feature, weight in load("initiative_weights").table.items()}


def probability(features: Collection[str], weights: Mapping[str, float]) -> float:
    """What the logistic model with these weights, `bias` among them, makes of the features of a name."""
    total = weights["bias"] + math.fsum(weights.get(feature, 0.0) for feature in features)
    return 1 / (1 + math.exp(-total))


def confidence(features: Collection[str]) -> float:
    """The probability, by the weights of the features, that a name is an initiative's."""
    return probability(features, _weights())
