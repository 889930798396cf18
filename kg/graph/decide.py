"""What a property is when articles disagree: the same in any order, and always one of the values stated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from kg.graph.said import Said
from kg.model.dates import bounds

STAGES = ("planned", "signed", "started", "under_construction", "completed", "operating")


def latest(statements: Iterable[Said]) -> Any:
    """The value of the latest article; None where none gives one."""
    ordered = sorted(statements, key=lambda one: one.age)
    return ordered[-1].value if ordered else None


def usual(values: Iterable[tuple[str, str]]) -> str | None:
    """The name that most articles use, then the longest, then the first by code point; of `(article, name)` pairs."""
    articles: dict[str, set[str]] = defaultdict(set)
    for article, name in values:
        articles[name].add(article)
    return min(articles, key=lambda name: (-len(articles[name]), -len(name), name)) if articles else None


def stage(statements: Iterable[Said]) -> Said | None:
    """The statement that gives a project's stage.

    Statements are taken by the stage's own date, else the publication date, then by rank. One
    without a date of its own, in an article about a project that is further on already, looks back
    and lowers nothing.
    """
    reached: Said | None = None
    for one in sorted(statements, key=_stage_order):
        if reached is None or one.extra.get("date") or STAGES.index(one.value) >= STAGES.index(reached.value):
            reached = one
    return reached


def _stage_order(one: Said) -> tuple[Any, ...]:
    own = one.extra.get("date")
    return bounds(own)[1].isoformat() if own else one.day, STAGES.index(one.value), *one.age
