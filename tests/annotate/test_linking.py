"""Which division the names of a sentence mean: the set of `linking/sentences.yaml`, its share of right answers, and no false code."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.annotate.layer import Layer
from kg.annotate.pipeline import annotate, pipeline
from kg.annotate.places.setting import division
from kg.model.document import Article
from kg.model.record import ArticleRecord, Reference
from kg.records import assemble

CASES = yaml.safe_load((Path(__file__).parent / "linking" / "sentences.yaml").read_text(encoding="utf-8"))
NLP = pipeline()
RIGHT = 0.96


def annotated(case: dict[str, Any]) -> tuple[Layer, ArticleRecord]:
    article = Article(
        id="case",
        text=case["text"],
        source="case.txt",
        sha256="0" * 64,
        published_on=str(case["published"]) if "published" in case else None,
        place=case.get("place"),
        publisher=case.get("publisher"),
        dateline=case.get("dateline"),
    )
    [(_, doc)] = annotate(NLP, [article])
    return doc._.kg, assemble(doc)


def stretch(text: str, key: str) -> tuple[int, int]:
    """`鼓楼区#2`: the second occurrence."""
    word, _, nth = key.partition("#")
    at = -1
    for _ in range(int(nth or 1)):
        at = text.index(word, at + 1)
    return at, at + len(word)


def answer(layer: Layer, start: int, end: int) -> str:
    """What the layer says of a stretch, in the terms of `linking/sentences.yaml`."""
    for place in layer.places:
        if (place.start, place.end) == (start, end):
            return place.code or (f"in {place.within}" if place.within and not place.open else "open")
    for post in layer.posts:
        if post.start <= start and post.end == end:
            return (post.of and post.of.code) or "open"
    for organization in layer.organizations:
        if organization.start == start and end <= organization.end:
            return (organization.of and organization.of.code) or "open"
    if re.fullmatch("[省市州区县旗]委", layer.article.text[start:end]):
        body = division(layer, layer.article.text[start], start)
        return (body and body.code) or "open"
    return "none"


def references(record: ArticleRecord) -> list[Reference]:
    single = [
        record.place,
        *(post.of for one in record.officials for post in one.posts),
        *(m.place for m in record.meetings),
    ]
    several = [place for fact in (*record.visits, *record.projects, *record.initiatives) for place in fact.places]
    return [reference for reference in (*single, *several) if reference is not None]


def judge() -> list[tuple[dict[str, Any], str, str, str]]:
    """Each stretch with what it means and what the layer says."""
    found = []
    for case in CASES:
        layer, _ = annotated(case)
        for key, means in case["says"].items():
            found.append((case, key, str(means), answer(layer, *stretch(case["text"], key))))
    return found


def is_right(means: str, says: str) -> bool:
    """A place that nothing settles may also go unmentioned."""
    return says == means or {says, means} == {"none", "open"}


@pytest.fixture(scope="module")
def judged() -> list[tuple[dict[str, Any], str, str, str]]:
    return judge()


def test_the_set_is_large_enough_and_has_every_class() -> None:
    classes = Counter(case["class"] for case in CASES)
    assert set(classes) == {"shared", "word", "inside", "short", "former", "town", "finer", "deictic"}
    assert len(CASES) >= 120


def test_most_are_linked_right(judged: list[tuple[dict[str, Any], str, str, str]]) -> None:
    wrong = [(case["text"], key, means, says) for case, key, means, says in judged if not is_right(means, says)]
    assert 1 - len(wrong) / len(judged) >= RIGHT, wrong
    assert 1 - len({text for text, *_ in wrong}) / len(CASES) >= RIGHT, wrong


def test_nothing_open_is_linked(judged: list[tuple[dict[str, Any], str, str, str]]) -> None:
    assert [
        (case["text"], key, says)
        for case, key, means, says in judged
        if means in ("open", "none") and says not in ("open", "none")
    ] == []


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:16] for case in CASES])
def test_what_has_no_code_says_why(case: dict[str, Any]) -> None:
    layer, record = annotated(case)
    assert all(place.code or place.open or place.level in ("zone", "village") for place in layer.places)
    assert all((reference.code is None) != (reference.open is None) for reference in references(record))
