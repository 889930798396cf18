"""Statements as the graph reads them: each with what is known of its article."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kg.graph.delta import Node, Relationship, Value
from kg.model.dates import bounds

_QUERY = """
SELECT s.article, s.predicate, s.value, s.extra, s.confidence, s.start, s.end, s.quote, s.rule, s.subject_node, s.object_node,
       sm.kind, om.kind, a.published_on, a.day
FROM statement s JOIN article a ON a.id = s.article
LEFT JOIN mention sm ON sm.id = s.subject LEFT JOIN mention om ON om.id = s.object WHERE s.unit = ?"""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a unit."""

    article: str
    predicate: str
    value: Any
    extra: dict[str, Any]
    confidence: float
    start: int | None
    end: int | None
    quote: str | None
    rule: str | None
    subject: str
    """Node ids."""
    object: str | None
    subject_kind: str | None
    object_kind: str | None
    published_on: str | None
    day: str
    """Last day of the publication date, empty without one."""

    age: tuple[Any, ...]
    """Sorts statements from the earliest article on; undated ones first, ties by article id, then by their words."""


def said(db: sqlite3.Connection, unit: str) -> list[Said]:
    """The statements of a unit, those of the earliest article first."""
    return sorted(map(_read, db.execute(_QUERY, (unit,))), key=lambda one: one.age)


def _read(row: tuple[Any, ...]) -> Said:
    (
        article,
        predicate,
        value,
        extra,
        confidence,
        start,
        end,
        quote,
        rule,
        subject,
        object,
        subject_kind,
        object_kind,
        on,
        day,
    ) = row
    age = (day, article, str(value), start or 0, end or 0, extra or "", rule or "", quote or "", -confidence)
    return Said(
        article,
        predicate,
        value,
        json.loads(extra) if extra else {},
        confidence,
        start,
        end,
        quote,
        rule,
        subject,
        object,
        subject_kind,
        object_kind,
        on,
        day,
        age,
    )


def hashed(*parts: str) -> str:
    """An id of 16 hex digits made of strings."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def dated(name: str, value: str | None) -> dict[str, Value]:
    """The three properties of a date; none without a value."""
    if value is None:
        return {}
    first, last = bounds(value)
    return {name: value, f"{name}_from": first, f"{name}_to": last}


def seen(statements: Iterable[Said]) -> dict[str, Value]:
    """`first_seen` and `last_seen`: publication dates of the earliest and the latest dated article."""
    found = sorted((one.day, one.published_on) for one in statements if one.published_on)
    return {**dated("first_seen", found[0][1]), **dated("last_seen", found[-1][1])} if found else {}


def best(statements: Iterable[Said]) -> Said | None:
    """The best statement to quote: of the highest confidence, then of the earliest article."""
    quoted = [one for one in statements if one.quote]
    return min(quoted, key=lambda one: (-one.confidence, *one.age)) if quoted else None


def evidence(
    fact: str, kind: str, property: str | None, values: Sequence[tuple[str, Said]]
) -> tuple[list[Node], list[Relationship]]:
    """A fact and the articles that state it, one relationship for each value that an article gives."""
    properties: dict[str, Value] = {"kind": kind}
    if property is not None:
        properties["property"] = property
    kept: dict[tuple[str, str], Said] = {}
    for value, one in sorted(values, key=lambda pair: (-pair[1].confidence, not pair[1].quote, *pair[1].age)):
        kept.setdefault((one.article, value), one)
    states = []
    for (article, value), one in kept.items():
        content = {
            "value": value,
            "quote": one.quote,
            "start": one.start,
            "end": one.end,
            "rule": one.rule,
            "confidence": float(one.confidence),
        }
        states.append(
            Relationship(
                "STATES",
                hashed(article, fact, value),
                ("Article", article),
                ("Fact", fact),
                {name: part for name, part in content.items() if part is not None},
            )
        )
    return [Node(("Fact",), fact, properties)], states
