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
    return list(named_constraints().values())


def named_constraints() -> dict[str, str]:
    """The statements by the name of what they make."""
    made = {
        f"{label.lower()}_id": f"CONSTRAINT {{name}} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in LABELS
    }
    made |= {
        f"{kind.lower()}_id": f"CONSTRAINT {{name}} IF NOT EXISTS FOR ()-[r:{kind}]-() REQUIRE r.id IS UNIQUE"
        for kind in RELATIONSHIPS
    }
    for one in _LOOKED_UP:
        owners = [label.name for label in LABELS.values() if one in label.properties]
        made |= {
            f"{label.lower()}_{one}": f"INDEX {{name}} IF NOT EXISTS FOR (n:{label}) ON (n.{one})" for label in owners
        }
    made |= {name: _fulltext(properties) for name, properties in _NAMES.items()}
    return {name: f"CREATE {statement.replace('{name}', name)}" for name, statement in made.items()}


def _fulltext(properties: tuple[str, ...]) -> str:
    labels = "|".join(label.name for label in LABELS.values() if set(properties) & set(label.properties))
    each = ", ".join(f"n.{one}" for one in properties)
    return f"FULLTEXT INDEX {{name}} IF NOT EXISTS FOR (n:{labels}) ON EACH [{each}] OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'cjk'}}}}"
