"""A hash of the whole graph: the same graph, wherever it lies, has the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from kg.graph.delta import Node, Relationship
from kg.graph.serial import dump_node, dump_relationship


def digest(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> str:
    """SHA-256 over the schema's properties of all rows, whatever their order, as 64 hex digits.

    Dates count in ISO form, numbers by the schema's type, lists in their order; what is missing is
    left out. Properties that the schema does not know do not count.
    """
    total = hashlib.sha256()
    for line in sorted(hashlib.sha256(line.encode()).digest() for line in _lines(nodes, relationships)):
        total.update(line)
    return total.hexdigest()


def _lines(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> Iterable[str]:
    yield from map(dump_node, nodes)
    yield from map(dump_relationship, relationships)
