"""From what a rule thinks of its find to how often such finds are right: `seeds/lexicons/confidence.yaml`.

A kind of fact has a staircase, from this prior on this confidence; a rule that is right more or less often
than its kind moves the stairs up or down in log-odds. The numbers are fitted on annotated articles by
`python -m kg.evaluate.calibrate`.
"""

from __future__ import annotations

import functools
import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.errors import LexiconError
from kg.lexicon import load
from kg.model.record import ArticleRecord, Fact

LEAST, MOST = 0.01, 0.99
"""Nothing is certain: no confidence lies outside."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Confidence by kind, rule and prior; never falls where the prior rises."""

    stairs: Mapping[str, tuple[tuple[float, float], ...]] = field(default_factory=dict)
    """For each kind `(prior, confidence)`: from this prior on this confidence, ascending; the first prior is 0."""
    shifts: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """For `(kind, rule)` what is added to the log-odds."""

    def confidence(self, kind: str, rule: str, prior: float) -> float:
        """Two digits; the prior as it is for a kind without stairs."""
        exact = self.exact(kind, rule, prior)
        return round(exact if kind not in self.stairs else min(MOST, max(LEAST, exact)), 2)

    def exact(self, kind: str, rule: str, prior: float) -> float:
        """The confidence before it is rounded."""
        stairs = self.stairs.get(kind)
        if not stairs:
            return prior
        step = stairs[bisect_right(stairs, (prior, math.inf)) - 1][1]
        odds = math.log(step / (1 - step)) + self.shifts.get((kind, rule), 0.0)
        return 1 / (1 + math.exp(-odds))


def read(table: Mapping[str, str]) -> Calibration:
    """The calibration in a lexicon's table: `visit: 0:0.93 0.8:0.97`, `visit events.inspects: +0.4`.

    Raises:
        LexiconError: An entry is no stairs and no shift, or its stairs do not ascend from 0.
    """
    stairs, shifts = {}, {}
    for key, value in table.items():
        kind, _, rule = key.partition(" ")
        try:
            if rule:
                shifts[kind, rule] = float(value)
                continue
            steps = [tuple(map(float, step.split(":"))) for step in value.split()]
            stairs[kind] = tuple((prior, confidence) for prior, confidence in steps)
        except ValueError:
            raise LexiconError(f"confidence.yaml: {key}: {value!r} is no number.", "Fit the file again.") from None
        rising = all(a < c and b <= d for (a, b), (c, d) in zip(stairs[kind], stairs[kind][1:], strict=False))
        if not stairs[kind] or stairs[kind][0][0] != 0 or not rising or not all(0 < c < 1 for _, c in stairs[kind]):
            raise LexiconError(f"confidence.yaml: {key}: {value!r} does not ascend from 0.", "Fit the file again.")
    return Calibration(stairs, shifts)


@functools.cache
def fitted() -> Calibration:
    """The calibration that comes with the package."""
    return read(load("confidence").table)


def facts(record: ArticleRecord) -> Iterator[tuple[str, Fact]]:
    """Every part of a record that has a confidence, with its kind."""
    for official in record.officials:
        yield "official", official
        yield from (("post", post) for post in official.posts)
    yield from (("person", fact) for fact in record.people)
    yield from (("meeting", fact) for fact in record.meetings)
    yield from (("visit", fact) for fact in record.visits)
    yield from (("project", fact) for fact in record.projects)
    yield from (("initiative", fact) for fact in record.initiatives)
    yield from (("date", fact) for fact in record.dates)


def calibrate(record: ArticleRecord, by: Calibration) -> None:
    """Turn the priors of a record into confidences, in place; the rule is that of a fact's first evidence."""
    for kind, fact in facts(record):
        fact.confidence = by.confidence(kind, fact.evidence[0].rule if fact.evidence else "", fact.confidence)
