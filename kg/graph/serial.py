"""Rows as text: canonical, so that two are the same row if they are the same string."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from kg.graph.delta import Node, Relationship, Value
from kg.graph.schema import LABELS, RELATIONSHIPS, PropertyType


def plain(value: Any, kind: PropertyType) -> Any:
    """A property's value as JSON has it, whichever store or driver it comes from."""
    if kind == "date":
        return (
            value.isoformat()[:10]
            if hasattr(value, "isoformat")
            else str(value)[:10]
            if not hasattr(value, "iso_format")
            else value.iso_format()[:10]
        )
    if kind == "strings":
        return [str(one) for one in value]
    if kind == "float":
        return float(value)
    if kind == "integer":
        return int(value)
    if kind == "boolean":
        return bool(value)
    return str(value)


def _properties(properties: dict[str, Value], schema: dict[str, PropertyType]) -> dict[str, Any]:
    return {
        name: plain(value, schema[name])
        for name, value in properties.items()
        if name != "id" and name in schema and value is not None
    }


def _dumped(content: list[Any]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def dump_node(node: Node) -> str:
    """A node as one line; its added labels sorted, its properties those of the schema."""
    return _dumped(
        [[node.label, *sorted(node.labels[1:])], node.id, _properties(node.properties, LABELS[node.label].properties)]
    )


def dump_relationship(one: Relationship) -> str:
    """A relationship as one line."""
    return _dumped(
        [
            one.type,
            one.id,
            list(one.start),
            list(one.end),
            _properties(one.properties, RELATIONSHIPS[one.type].properties),
        ]
    )


def _valued(properties: dict[str, Any], schema: dict[str, PropertyType]) -> dict[str, Value]:
    made: dict[str, Value] = {}
    for name, value in properties.items():
        kind = schema[name]
        made[name] = dt.date.fromisoformat(value) if kind == "date" else tuple(value) if kind == "strings" else value
    return made


def load_node(line: str) -> Node:
    """The node of a line of `dump_node`."""
    labels, made, properties = json.loads(line)
    return Node(tuple(labels), made, _valued(properties, LABELS[labels[0]].properties))


def load_relationship(line: str) -> Relationship:
    """The relationship of a line of `dump_relationship`."""
    kind, made, start, end, properties = json.loads(line)
    return Relationship(
        kind, made, (start[0], start[1]), (end[0], end[1]), _valued(properties, RELATIONSHIPS[kind].properties)
    )
