"""Values of query results as plain Python, the same from both engines; see `Result` for the forms."""

from __future__ import annotations

from typing import Any

import neo4j.graph

from kg.store.statements import by_first_label


def of_kglite(value: Any) -> Any:
    """A value that kglite returned; its virtual properties `title` and `type` are left out."""
    if isinstance(value, list | tuple):
        return [of_kglite(one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"id", "labels", "properties"}:
        return {"labels": by_first_label(value["labels"]), **_stored(value["properties"])}
    if value.keys() == {"id", "start", "end", "type", "properties"}:
        return {"type": value["type"], **_stored(value["properties"])}
    return {name: of_kglite(one) for name, one in value.items()}


def _stored(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if name not in ("title", "type") and value is not None}


def of_neo4j(value: Any) -> Any:
    """A value that Neo4j's driver returned; its dates and times become Python's."""
    if isinstance(value, list | tuple) and not hasattr(value, "iso_format"):
        return [of_neo4j(one) for one in value]
    if isinstance(value, dict):
        return {name: of_neo4j(one) for name, one in value.items()}
    if isinstance(value, neo4j.graph.Node):
        return {"labels": by_first_label(value.labels), **{name: of_neo4j(one) for name, one in value.items()}}
    if isinstance(value, neo4j.graph.Relationship):
        return {"type": value.type, **{name: of_neo4j(one) for name, one in value.items()}}
    if isinstance(value, neo4j.graph.Path):
        return {
            "nodes": [of_neo4j(one) for one in value.nodes],
            "relationships": [of_neo4j(one) for one in value.relationships],
        }
    if hasattr(value, "to_native"):
        return value.to_native()
    return value.iso_format() if hasattr(value, "iso_format") else value
