"""Relationships that are read from text, with what counts them and the articles that state them."""

from __future__ import annotations

import functools
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.graph.delta import Node, Relationship, Value
from kg.graph.said import Said, best, evidence, hashed, seen
from kg.ledger.units import NODE_LABELS


class Outlets:
    """Publishers of articles, looked up once each."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._of = functools.lru_cache(maxsize=100_000)(self._look_up)

    def count(self, articles: Iterable[str]) -> int:
        """How many publishers the articles have together."""
        return len(frozenset[str]().union(*map(self._of, articles)))

    def _look_up(self, article: str) -> frozenset[str]:
        return frozenset(
            one
            for (one,) in self._db.execute(
                "SELECT publisher FROM source WHERE article = ? AND publisher IS NOT NULL", (article,)
            )
        )


def read_properties(statements: Sequence[Said], outlets: Outlets) -> dict[str, Value]:
    """What every relationship read from text carries."""
    articles = {one.article for one in statements}
    properties: dict[str, Value] = {
        "support": len(articles),
        "outlets": outlets.count(articles),
        "max_confidence": float(max(one.confidence for one in statements)),
        **seen(statements),
    }
    if (quote := best(statements)) is not None and quote.quote:
        properties["quote"] = quote.quote
    return properties


def links(
    statements: Sequence[Said], outlets: Outlets, *, with_evidence: bool
) -> tuple[list[Node], list[Relationship]]:
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
        properties = read_properties(said, outlets)
        if role:
            properties["role"] = role
        relationships.append(
            Relationship(first.predicate, made, (start, first.subject), (end, first.object), properties)
        )
        if with_evidence:
            fact, states = evidence(made, first.predicate, None, [(str(one.value), one) for one in said])
            nodes += fact
            relationships += states
    return nodes, relationships
