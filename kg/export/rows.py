"""Rows made ready for files: quotes shortened, the press left out where only the network is wanted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.graph.delta import Node, Relationship, Value

QUOTE_LIMIT = 120
"""Characters of a quote that a file carries at most: a citation, not a copy of the press."""

EVIDENCE_LABELS = frozenset({"Article", "Fact", "Build"})


def _shortened(properties: dict[str, Value], quotes: bool) -> dict[str, Value]:
    quote = properties.get("quote")
    if not isinstance(quote, str):
        return properties
    if not quotes:
        return {name: value for name, value in properties.items() if name != "quote"}
    return {**properties, "quote": quote if len(quote) <= QUOTE_LIMIT else quote[: QUOTE_LIMIT - 1] + "…"}


def exported(
    nodes: Iterable[Node], relationships: Iterable[Relationship], *, evidence: bool, quotes: bool
) -> tuple[list[Node], list[Relationship]]:
    """Nodes and relationships as files carry them, sorted by label or type and id.

    Args:
        nodes: All nodes of the graph.
        relationships: All relationships of the graph.
        evidence: Keep articles and facts.
        quotes: Keep quotes, at most `QUOTE_LIMIT` characters each.
    """
    kept = sorted((n for n in nodes if evidence or n.label not in EVIDENCE_LABELS), key=lambda n: (n.label, n.id))
    there = {(node.label, node.id) for node in kept}
    between = sorted((r for r in relationships if r.start in there and r.end in there), key=lambda r: (r.type, r.id))
    return kept, [replace(r, properties=_shortened(r.properties, quotes)) for r in between]


def flat(properties: dict[str, Value]) -> Iterator[tuple[str, str | int | float | bool]]:
    """Properties as the exchange formats know them: dates in ISO form, lists joined by `|`."""
    for name, value in properties.items():
        if isinstance(value, tuple):
            yield name, "|".join(value)
        elif isinstance(value, dt.date):
            yield name, value.isoformat()
        else:
            yield name, value
