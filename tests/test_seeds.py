"""The seeds: every record exactly, and what they were written to show."""

from __future__ import annotations

import json
from typing import Any

import pytest

import kg
from kg.lexicon import seeds_folder
from kg.read import sources

from .golden_records import GOLDEN, records

STEMS = sorted(path.stem for path in GOLDEN.glob("*.json"))


@pytest.fixture(scope="module")
def found() -> dict[str, list[dict[str, Any]]]:
    return records()


def test_every_document_has_its_golden_answer(found: dict[str, list[dict[str, Any]]]) -> None:
    assert sorted(found) == STEMS
    assert len(STEMS) >= 12


@pytest.mark.parametrize("stem", STEMS)
def test_the_records_are_the_golden_ones(found: dict[str, list[dict[str, Any]]], stem: str) -> None:
    assert found[stem] == json.loads((GOLDEN / f"{stem}.json").read_text(encoding="utf-8"))


def test_every_kind_of_fact_occurs(found: dict[str, list[dict[str, Any]]]) -> None:
    articles = [article for group in found.values() for article in group]
    for kind in ("officials", "people", "meetings", "visits", "projects", "initiatives", "dates"):
        assert any(article[kind] for article in articles), kind


def test_every_quote_is_the_text_at_its_offsets() -> None:
    from kg.annotate.pipeline import annotate, pipeline
    from kg.clean import articles
    from kg.model.document import Document
    from kg.read import documents
    from kg.records import assemble

    nlp = pipeline()
    for document in documents([str(seeds_folder("documents"))]):
        assert isinstance(document, Document)
        for article, doc in annotate(nlp, articles(document)):
            for evidence in _evidence(json.loads(assemble(doc).dump())):
                assert article.text[evidence["start"] : evidence["end"]] == evidence["quote"]


def _evidence(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return value.get("evidence", []) + [e for part in value.values() for e in _evidence(part)]
    return [e for part in value for e in _evidence(part)] if isinstance(value, list) else []


def test_two_processes_give_the_same_bytes_as_one() -> None:
    folder = seeds_folder("documents")
    assert [r.dump() for r in kg.extract(folder, workers=2)] == [r.dump() for r in kg.extract(folder)]


def test_the_seeds_are_listed() -> None:
    assert len(sources([str(seeds_folder("documents"))])) >= 12
