"""Relationships that are read from text, with what counts them and the articles that state them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from kg.graph.delta import Node, Relationship, Value
from kg.graph.said import Said, best, evidence, hashed, seen
from kg.ledger.mentions import chunks
from kg.ledger.units import NODE_LABELS


def read_properties(statements: Sequence[Said]) -> dict[str, Value]:
    """What every relationship read from text carries, less `outlets`."""
    properties: dict[str, Value] = {
        "support": len({one.article for one in statements}),
        "max_confidence": float(max(one.confidence for one in statements)),
        **seen(statements),
    }
    if (quote := best(statements)) is not None and quote.quote:
        properties["quote"] = quote.quote
    return properties


def links(statements: Sequence[Said], *, with_evidence: bool) -> tuple[list[Node], list[Relationship]]:
    """The relationships of one type between two nodes: one, or one for each role."""
    by_role: dict[str | None, list[Said]] = defaultdict(list)
    for one in statements:
        by_role[one.extra.get("role")].append(one)
    nodes: list[Node] = []
    relationships: list[Relationship] = []
    for role, said in by_role.items():
        first = said[0]
        assert first.object is not None
        start, end = NODE_LABELS[first.subject_kind or ""], NODE_LABELS[first.object_kind or ""]
        made = hashed(first.predicate, first.subject, first.object, *([role] if role else []))
        properties = read_properties(said)
        if role:
            properties["role"] = role
        relationships.append(Relationship(first.predicate, made, (start, first.subject), (end, first.object), properties))
        if with_evidence:
            fact, states = evidence(made, first.predicate, None, [(str(one.value), one) for one in said])
            nodes += fact
            relationships += states
    return nodes, relationships


def outlets(db: sqlite3.Connection, articles: set[str]) -> int:
    """How many publishers the articles have."""
    publishers: set[str] = set()
    for part in chunks(sorted(articles)):
        marks = ",".join("?" * len(part))
        query = f"SELECT DISTINCT publisher FROM source WHERE publisher IS NOT NULL AND article IN ({marks})"
        publishers |= {publisher for (publisher,) in db.execute(query, part)}
    return len(publishers)
