"""Confidence of records: the stairs, the shifts, what a malformed lexicon is told."""

from __future__ import annotations

import pytest

from kg.annotate.layer import layer_of
from kg.annotate.pipeline import annotate, pipeline
from kg.annotate.rule import REGISTRY
from kg.errors import LexiconError
from kg.model.document import Article
from kg.records import assemble
from kg.records.calibration import Calibration, calibrate, facts, fitted, read

TABLE = {"visit": "0:0.5 0.8:0.9", "visit events.inspects": "-1.10"}


def test_a_step_holds_from_its_prior_on() -> None:
    by = read(TABLE)
    assert [by.confidence("visit", "events.goes-to", prior) for prior in (0, 0.79, 0.8, 1)] == [0.5, 0.5, 0.9, 0.9]


def test_a_rules_shift_is_in_log_odds() -> None:
    assert read(TABLE).confidence("visit", "events.inspects", 0.9) == 0.75  # odds 9 to 1, a third of them


def test_a_kind_without_stairs_keeps_its_prior() -> None:
    assert Calibration().confidence("date", "dates.day", 0.947) == 0.95


def test_nothing_is_certain() -> None:
    by = read({"visit": "0:0.98", "visit events.inspects": "+9"})
    assert by.confidence("visit", "events.inspects", 1) == 0.99


@pytest.mark.parametrize(
    "table",
    [
        {"visit": "0.5:0.5"},
        {"visit": "0:0.9 0.8:0.5"},
        {"visit": "0:0.5 0:0.6"},
        {"visit": "0:1"},
        {"visit": ""},
        {"visit": "high"},
        {"visit events.inspects": "more"},
    ],
)
def test_a_malformed_entry_is_named(table: dict[str, str]) -> None:
    with pytest.raises(LexiconError, match="visit"):
        read(table)


def test_the_shipped_map_names_only_rules_that_there_are() -> None:
    pipeline(ner="none")
    assert {rule for _, rule in fitted().shifts} <= set(REGISTRY)


def test_a_record_has_calibrated_confidence_unless_told() -> None:
    article = Article(
        id="a",
        text="3月5日，池州市市长王龙江主持召开市政府常务会议。副市长李海到东湖泵站调研。",
        source="a.txt",
        sha256="",
        published_on="2024-03-06",
    )
    [(_, doc)] = annotate(pipeline(ner="none"), [article])
    prior, found = assemble(doc, calibrated=False), assemble(doc)
    assert {round(one.confidence, 2) for one in layer_of(doc).dates} == {fact.confidence for fact in prior.dates}
    pairs = list(zip(facts(prior), facts(found), strict=True))
    assert {kind for (kind, _), _ in pairs} >= {"official", "post", "meeting", "date"}
    for (kind, before), (_, after) in pairs:
        assert after.confidence == fitted().confidence(kind, before.evidence[0].rule, before.confidence)
    calibrate(prior, fitted())
    assert prior == found
