"""How far confidence is from the share of facts that are right, and the map that mends it.

A map is fitted kind by kind: facts are put in bins by their prior, the bins' shares of right facts made to
ascend (isotonic regression by pooling adjacent violators), and each rule's own share, drawn towards what
its bins say, becomes a shift in log-odds. Everything is counted, nothing drawn at random: the same facts
give the same map in any order.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.judged import Judged
from kg.records.calibration import Calibration

KINDS = ("official", "post", "person", "meeting", "visit", "project", "initiative", "date")
"""The metrics whose facts have a confidence of their own."""
BINS = 10
"""Of equal width, over which the error is summed."""
FULL = 20
"""Facts that a bin of the map has at least: fewer tell nothing of a share."""
DOUBT = 10
"""Facts by whose weight a rule's share is drawn towards its kind's."""
FOLDS = 10
DRAWN = 0.4
"""How far the shares of a kind whose rules were tuned on the very articles are drawn back to the rules' priors."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact found, how sure, and whether the gold has it."""

    document: str
    kind: str
    rule: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of about one confidence."""

    size: int
    confidence: float
    """Mean."""
    right: float
    """Share."""


def claims(facts: Iterable[Judged]) -> Iterator[Claim]:
    """The found facts of the `KINDS`."""
    for one in facts:
        if one.metric in KINDS and one.found and one.found.fact:
            rule = one.rules[0] if one.rules else ""
            yield Claim(one.document, one.metric, rule, one.found.fact.confidence, one.verdict == "right")


def bins(given: Iterable[Claim]) -> list[Bin]:
    """The `BINS` that hold claims, by confidence."""
    held: dict[int, list[Claim]] = defaultdict(list)
    for claim in given:
        held[min(BINS - 1, int(claim.confidence * BINS))].append(claim)
    return [
        Bin(len(some), sum(c.confidence for c in some) / len(some), sum(c.right for c in some) / len(some))
        for _, some in sorted(held.items())
    ]


def expected_error(given: Iterable[Claim]) -> float:
    """Expected calibration error: distance of confidence from the share of right claims, mean over claims by bins."""
    found = bins(given)
    size = sum(one.size for one in found)
    return sum(one.size * abs(one.confidence - one.right) for one in found) / size if size else 0.0


def fit(given: Iterable[Claim], *, tuned: Collection[str] = ()) -> Calibration:
    """The map that the claims, with priors as their confidence, ask for.

    Of the `tuned` kinds it goes only part of the way: what the articles say of rules that were written
    while reading them is more than the rules hold on others.
    """
    stairs: dict[str, tuple[tuple[float, float], ...]] = {}
    by_kind: dict[str, list[Claim]] = defaultdict(list)
    for claim in given:
        by_kind[claim.kind].append(claim)
    for kind, some in sorted(by_kind.items()):
        stairs[kind] = _stairs(some, DRAWN if kind in tuned else 0.0)
    return Calibration(stairs, dict(_shifts(by_kind, Calibration(stairs), tuned)))


def _credit(claim: Claim, drawn: float) -> float:
    """What a claim counts as right: 0 or 1, drawn to its prior."""
    return (1 - drawn) * claim.right + drawn * claim.confidence


def _stairs(given: Sequence[Claim], drawn: float) -> tuple[tuple[float, float], ...]:
    by_prior: dict[float, tuple[int, float]] = {}
    for claim in given:
        size, right = by_prior.get(claim.confidence, (0, 0.0))
        by_prior[claim.confidence] = size + 1, right + _credit(claim, drawn)
    steps: list[tuple[float, int, float]] = []  # from this prior on: how many, how many right
    for prior, (size, right) in sorted(by_prior.items()):
        if steps and steps[-1][1] < FULL:
            first, more, good = steps.pop()
            prior, size, right = first, size + more, right + good
        steps.append((prior, size, right))
    if len(steps) > 1 and steps[-1][1] < FULL:
        _, size, right = steps.pop()
        prior, more, good = steps.pop()
        steps.append((prior, size + more, right + good))
    rising: list[tuple[float, int, float]] = []
    for prior, size, right in steps:
        while rising and _share(*rising[-1][1:]) >= _share(size, right):
            prior, more, good = rising.pop()
            size, right = size + more, right + good
        rising.append((prior, size, right))
    return tuple((0.0 if i == 0 else prior, _share(size, right)) for i, (prior, size, right) in enumerate(rising))


def _share(size: int, right: float) -> float:
    """Laplace's rule of succession, so that no share is 0 or 1."""
    return (right + 1) / (size + 2)


def _shifts(
    by_kind: Mapping[str, list[Claim]], stairs: Calibration, tuned: Collection[str]
) -> Iterator[tuple[tuple[str, str], float]]:
    for kind, claims in sorted(by_kind.items()):
        drawn = DRAWN if kind in tuned else 0.0
        by_rule: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_rule[claim.rule].append(claim)
        for rule, some in sorted(by_rule.items()):
            expected = sum(stairs.exact(kind, "", claim.confidence) for claim in some) / len(some)
            share = (sum(_credit(claim, drawn) for claim in some) + DOUBT * expected) / (len(some) + DOUBT)
            shift = math.log(share / (1 - share)) - math.log(expected / (1 - expected))
            if rule and abs(shift) >= 0.05:
                yield (kind, rule), shift


def applied(given: Iterable[Claim], by: Calibration) -> list[Claim]:
    """The claims with calibrated confidence."""
    return [
        Claim(one.document, one.kind, one.rule, by.confidence(one.kind, one.rule, one.confidence), one.right)
        for one in given
    ]


def cross_validated(given: Sequence[Claim], *, folds: int = FOLDS) -> list[Claim]:
    """The claims, each with the confidence that a map fitted without its part of the documents gives it."""
    documents = {name: i % folds for i, name in enumerate(sorted({claim.document for claim in given}))}
    found: list[Claim] = []
    for fold in range(folds):
        left_out = [claim for claim in given if documents[claim.document] == fold]
        found += applied(left_out, fit(claim for claim in given if documents[claim.document] != fold))
    return found
