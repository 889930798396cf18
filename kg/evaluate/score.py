"""Records against gold: a tally a metric."""

from __future__ import annotations

from collections.abc import Iterable

from kg.evaluate.gold import GoldDocument
from kg.evaluate.judged import judged
from kg.evaluate.metrics import METRICS, Tallies
from kg.evaluate.tally import Tally
from kg.model.record import ArticleRecord


def score(gold: Iterable[GoldDocument], records: Iterable[ArticleRecord]) -> Tallies:
    """A tally for each of `METRICS`; records are matched to gold by the file name of their `source`."""
    tallies = {metric: Tally() for metric in METRICS}
    for one in judged(gold, records):
        tally, item = tallies[one.metric], (one.document, one.stated.shown)
        if one.verdict == "right":
            tally.right += 1
        else:
            (tally.missed if one.verdict == "missed" else tally.extra).append(item)
    return tallies
