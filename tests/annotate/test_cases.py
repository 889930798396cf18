"""The sentences of `tests/annotate/<kind>.yaml`, each with the spans and facts it must give.

A case names the rule it is for:

    - rule: dates.month-day            # must fire
      published: 2024-03-05            # optional: published, place, publisher, title
      text: <date value="2024-03-04">3月4日</date>，市政府召开会议。
    - near_miss: dates.month-day       # must not fire
      text: 比分是3-4。

Marks of the rule's kind, and of every kind that is marked, must equal what the pipeline finds,
both ways, with the attributes that the marks give. `expect:` holds parts of the record besides
(`meetings: [{name: …, chairs: [王龙江]}]`): each list must have as many entries, in order, and each
entry the fields given. Published dates, places and so on stand for the article's metadata.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.annotate.layer import Layer, Mention
from kg.annotate.pipeline import annotate, pipeline
from kg.annotate.rule import REGISTRY
from kg.model.document import Article

from .marks import parse

HERE = Path(__file__).parent
KINDS = {
    "date": "dates",
    "place": "places",
    "org": "organizations",
    "post": "posts",
    "person": "people",
    "project": "projects",
    "initiative": "initiatives",
    "meeting": "meetings",
    "visit": "visits",
}
MARK_OF_FOLDER = {
    "dates": ["date"],
    "places": ["place"],
    "organizations": ["org"],
    "posts": ["post"],
    "people": ["person"],
    "projects": ["project"],
    "initiatives": ["initiative"],
    "events": [],
}
CASES = [
    (f"{path.stem}:{i}:{case.get('rule') or case.get('near_miss')}", case)
    for path in sorted(HERE.glob("*.yaml"))
    for i, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")) or [])
]
NLP = pipeline()


def run(case: dict[str, Any]) -> tuple[Layer, list[Any]]:
    text, marks = parse(case["text"])
    title = case.get("title")
    article = Article(
        id="case",
        text=text,
        source="case.txt",
        sha256="0" * 64,
        title=title,
        published_on=str(case["published"]) if "published" in case else None,
        place=case.get("place"),
        publisher=case.get("publisher"),
    )
    [(_, doc)] = annotate(NLP, [article])
    layer = doc._.kg
    assert isinstance(layer, Layer)
    return layer, marks


def fired(layer: Layer) -> set[str]:
    """The ids of all rules that left a trace in the layer."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if hasattr(value, "rule"):
            found.add(value.rule)
        if isinstance(value, list | tuple):
            for part in value:
                walk(part)
        elif isinstance(value, dict):
            for part in value.values():
                walk(part)
        elif isinstance(value, str):
            if value in REGISTRY:
                found.add(value)
        elif hasattr(value, "__slots__") and not isinstance(value, Article):
            for cls in type(value).__mro__:
                for slot in getattr(cls, "__slots__", ()):
                    walk(getattr(value, slot, None))

    walk(layer)
    return found


def plain(value: Any) -> Any:
    """A value of the layer as a case writes it: links by their names."""
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if hasattr(value, "name") and not isinstance(value, str):
        return value.name
    return value


def attribute(mention: Mention, name: str) -> str:
    """A mention's attribute as a mark gives it: lists joined by |, posts as title@place."""
    value = getattr(mention, name)
    if name == "posts":
        return "|".join(f"{post.title}@{post.of.name if post.of else ''}" for post in value)
    shown = plain(value)
    if isinstance(shown, list):
        return "|".join(map(str, shown))
    return "" if shown is None else str(shown)


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_case(case: dict[str, Any]) -> None:
    layer, marks = run(case)
    rule = case.get("rule") or case["near_miss"]
    assert rule in REGISTRY, f"no rule {rule}"
    for kind in {mark.kind for mark in marks} | set(MARK_OF_FOLDER[rule.partition(".")[0]]):
        wanted = [mark for mark in marks if mark.kind == kind]
        found = sorted(getattr(layer, KINDS[kind]), key=lambda m: (m.start, -m.end))
        text = layer.article.text
        assert [(text[m.start : m.end], m.start) for m in found if m.end > m.start] == [
            (text[m.start : m.end], m.start) for m in wanted
        ], kind
        for mark, mention in zip(wanted, (m for m in found if m.end > m.start), strict=True):
            assert {name: attribute(mention, name) for name in mark.attributes} == mark.attributes
    for group, entries in (case.get("expect") or {}).items():
        found = getattr(layer, group)
        assert len(found) == len(entries), f"{group}: {found}"
        for entry, mention in zip(entries, found, strict=True):
            assert {name: plain(getattr(mention, name)) for name in entry} == {
                name: str(v) if hasattr(v, "isoformat") else v for name, v in entry.items()
            }
    assert (rule in fired(layer)) == ("rule" in case), f"fired: {sorted(fired(layer))}"


def test_every_rule_has_a_positive_and_a_near_miss() -> None:
    positive = {case["rule"] for _, case in CASES if "rule" in case}
    near_miss = {case["near_miss"] for _, case in CASES if "near_miss" in case}
    assert not sorted(set(REGISTRY) - positive), "no sentence in which it fires"
    assert not sorted(set(REGISTRY) - near_miss), "no sentence in which it nearly fires"
