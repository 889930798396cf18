"""The Cypher that writes and reads back rows: labels, types and names come from the schema alone."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from kg.errors import StoreError
from kg.graph.delta import Node, Relationship, Value
from kg.graph.schema import LABELS, RELATIONSHIPS, PropertyType

Row = dict[str, Any]
Ends = tuple[str, str, str]
"""Type, first label of the start, first label of the end."""

ALL_ENDS: tuple[Ends, ...] = tuple(
    (kind.name, start, end) for kind in RELATIONSHIPS.values() for start, end in kind.ends
)

T = TypeVar("T")


def _refuse(what: str) -> StoreError:
    return StoreError(f"{what} is not in the graph's schema.", "kg/graph/schema.py lists what is.")


def _row(properties: dict[str, Value], made: str, schema: dict[str, PropertyType], owner: str) -> Row:
    if unknown := properties.keys() - schema.keys():
        raise _refuse(f"Property {min(unknown)} of {owner}")
    row = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in properties.items()
        if value is not None
    }
    return row | {"id": made}


def node_rows(nodes: Iterable[Node]) -> dict[tuple[str, ...], list[Row]]:
    """Rows by their labels; of two with one id the later."""
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for node in {(node.label, node.id): node for node in nodes}.values():
        if node.label not in LABELS:
            raise _refuse(f"Label {node.label}")
        label = LABELS[node.label]
        if unknown := set(node.labels[1:]) - set(label.added):
            raise _refuse(f"Label {min(unknown)} on {node.label}")
        groups[(node.label, *sorted(node.labels[1:]))].append(
            _row(node.properties, node.id, label.properties, node.label)
        )
    return dict(groups)


def gone_ids(gone: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Ids of nodes that go, by first label."""
    groups: dict[str, list[str]] = defaultdict(list)
    for label, made in gone:
        if label not in LABELS:
            raise _refuse(f"Label {label}")
        groups[label].append(made)
    return dict(groups)


def relationship_rows(relationships: Iterable[Relationship]) -> dict[Ends, list[Row]]:
    """Rows by type and ends, each `{id, start, end, properties}`; of two with one id the later."""
    groups: dict[Ends, list[Row]] = defaultdict(list)
    for one in {(one.type, one.id): one for one in relationships}.values():
        ends = (one.type, one.start[0], one.end[0])
        if ends not in ALL_ENDS:
            raise _refuse(f"{one.type} from {one.start[0]} to {one.end[0]}")
        row = _row(one.properties, one.id, RELATIONSHIPS[one.type].properties, one.type)
        groups[ends].append({"id": one.id, "start": one.start[1], "end": one.end[1], "properties": row})
    return dict(groups)


def batches(rows: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The rows, `size` at a time."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def upsert_nodes(labels: tuple[str, ...], *, besides: str = "") -> str:
    """`$rows` become whole nodes with just these labels; `besides` follows the properties."""
    first, *added = labels
    absent = [label for label in LABELS[first].added if label not in added]
    put = "".join(f" SET n:{label}" for label in added) + "".join(f" REMOVE n:{label}" for label in absent)
    return f"UNWIND $rows AS row MERGE (n:{first} {{id: row.id}}) SET n = row{besides}{put} RETURN count(*) AS done"


def _between(ends: Ends, clause: str) -> str:
    kind, start, end = ends
    clause = clause.format(kind=kind)
    return f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.`end`}}) {clause} RETURN count(*) AS done"


def merge_relationships(ends: Ends) -> str:
    """`$rows` become whole relationships; returns how many ends were there."""
    return _between(ends, "MERGE (a)-[r:{kind} {{id: row.id}}]->(b) SET r = row.properties")


def create_relationships(ends: Ends) -> str:
    """The same, of relationships that are known not to be there."""
    return _between(ends, "CREATE (a)-[r:{kind}]->(b) SET r = row.properties")


def merge_and_delete_relationships(ends: Ends) -> str:
    """`$rows` go; where one is not there, nothing has changed after it."""
    return _between(ends, "MERGE (a)-[r:{kind} {{id: row.id}}]->(b) DELETE r")


def delete_relationships(ends: Ends) -> str:
    """`$rows` go, found by their ids alone."""
    return f"UNWIND $rows AS row MATCH ()-[r:{ends[0]} {{id: row.id}}]->() DELETE r"


def delete_nodes(label: str) -> str:
    """`$rows` are ids of nodes that go, with what hangs on them."""
    return f"UNWIND $rows AS gone MATCH (n:{label} {{id: gone}}) DETACH DELETE n"


def read_nodes(label: str) -> str:
    """All nodes of a first label: labels, properties."""
    return f"MATCH (n:{label}) WHERE n.id IS NOT NULL RETURN labels(n) AS labels, properties(n) AS properties"


def read_relationships(ends: Ends) -> str:
    """All relationships of a type between two first labels: ids of the ends, properties."""
    kind, start, end = ends
    return f"MATCH (a:{start})-[r:{kind}]->(b:{end}) WHERE r.id IS NOT NULL RETURN a.id AS source, b.id AS target, properties(r) AS properties"


def _value(value: Any, kind: PropertyType) -> Value:
    match kind:
        case "strings":
            return tuple(value)
        case "float":
            return float(value)
        case "integer":
            return int(value)
        case "date":
            made: dt.date = value.to_native() if hasattr(value, "to_native") else value
            return made
        case _:
            kept: Value = value
            return kept


def _read(properties: dict[str, Any], schema: dict[str, PropertyType]) -> tuple[str, dict[str, Value]]:
    kept = {
        name: _value(value, schema[name]) for name, value in properties.items() if name in schema and value is not None
    }
    return str(kept.pop("id")), kept


def node(label: str, labels: Iterable[str], properties: dict[str, Any]) -> Node:
    """The node of a row of `read_nodes(label)`."""
    made, kept = _read(properties, LABELS[label].properties)
    return Node((label, *sorted(set(labels) & set(LABELS[label].added))), made, kept)


def relationship(ends: Ends, start: str, end: str, properties: dict[str, Any]) -> Relationship:
    """The relationship of a row of `read_relationships(ends)`."""
    kind, start_label, end_label = ends
    made, kept = _read(properties, RELATIONSHIPS[kind].properties)
    return Relationship(kind, made, (start_label, start), (end_label, end), kept)


def by_first_label(labels: Iterable[str]) -> list[str]:
    """A node's labels with the first one first, then sorted."""
    return sorted(labels, key=lambda label: (label not in LABELS, label))
