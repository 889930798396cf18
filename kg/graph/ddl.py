"""Constraints and indexes of the schema as Cypher, for Neo4j 5.26 and later, Community included."""

from __future__ import annotations

from kg.graph.schema import LABELS, RELATIONSHIPS

_NAMES = {"names": ("name", "aliases", "full_name"), "headlines": ("headline",)}
"""Full-text indexes: over every first label that has one of the properties."""

_LOOKED_UP = ("name", "date_from")
"""Properties by which queries find nodes, besides the id."""


def constraints() -> list[str]:
    """One statement each, without semicolons, all repeatable: first what is unique, then indexes.

    The full-text indexes have the `cjk` analyzer, which indexes pairs of characters: a single one
    finds nothing there and is for CONTAINS.
    """
    nodes = [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE" for label in LABELS
    ]
    relationships = [
        f"CREATE CONSTRAINT {kind.lower()}_id IF NOT EXISTS FOR ()-[r:{kind}]-() REQUIRE r.id IS UNIQUE"
        for kind in RELATIONSHIPS
    ]
    lookups = [
        f"CREATE INDEX {label.name.lower()}_{name} IF NOT EXISTS FOR (n:{label.name}) ON (n.{name})"
        for name in _LOOKED_UP
        for label in LABELS.values()
        if name in label.properties
    ]
    return nodes + relationships + lookups + [_fulltext(name, properties) for name, properties in _NAMES.items()]


def _fulltext(name: str, properties: tuple[str, ...]) -> str:
    labels = "|".join(label.name for label in LABELS.values() if set(properties) & set(label.properties))
    each = ", ".join(f"n.{one}" for one in properties)
    return f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{labels}) ON EACH [{each}] OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'cjk'}}}}"
