"""The delta between two whole states of the graph."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.delta import Delta, Node, Relationship

Rows = tuple[Iterable[Node], Iterable[Relationship]]


def diff(before: Rows, after: Rows) -> Delta:
    """What makes the rows of `before` into those of `after`, in the order of labels, types and ids."""
    old_nodes = {(n.label, n.id): n for n in before[0]}
    new_nodes = {(n.label, n.id): n for n in after[0]}
    old = {(r.type, r.id): r for r in before[1]}
    new = {(r.type, r.id): r for r in after[1]}
    return Delta(
        nodes=tuple(node for at, node in sorted(new_nodes.items()) if old_nodes.get(at) != node),
        relationships=tuple(r for at, r in sorted(new.items()) if old.get(at) != r),
        gone_nodes=tuple(sorted(old_nodes.keys() - new_nodes.keys())),
        gone_relationships=tuple(old[at] for at in sorted(old.keys() - new.keys())),
    )
