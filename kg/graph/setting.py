"""Nodes that no cluster stands behind: places, articles, and the build itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from kg.graph.delta import Node, Relationship, Value
from kg.graph.said import dated, hashed, said
from kg.graph.schema import SCHEMA_VERSION
from kg.ledger.mentions import COLUMNS, mention
from kg.ledger.units import node_unit
from kg.lexicon.division import Division
from kg.resolve.places import Place, Places

Rows = tuple[list[Node], list[Relationship]]

_LABELS = {
    "province": "Province",
    "prefecture": "City",
    "county": "County",
    "town": "Town",
    "zone": "Zone",
    "village": "Site",
    "site": "Site",
}


def place_rows(db: sqlite3.Connection, places: Places, node: str) -> Rows:
    """A place, what it lies in and what it became; nothing where no article names it or anything in it."""
    if not db.execute("SELECT EXISTS (SELECT 1 FROM block WHERE key = ?)", (f"in|{node}",)).fetchone()[0]:
        return [], []
    divisions = places.gazetteer.line(node)
    return _division(places, node, divisions) if divisions else _uncoded(db, places, node)


def _division(places: Places, node: str, divisions: list[Division]) -> Rows:
    now = divisions[-1]
    above = [d for d in places.above(now) if d.level != "nation"]
    labels = {_LABELS[now.level]} if now.level in _LABELS else set()
    if now.level == "province" and now.name.endswith("市"):
        labels.add("City")
    properties: dict[str, Value] = {
        "name": now.name,
        "full_name": _full_name(above, now.name),
        "level": now.level,
        "code": now.code,
        "codes": tuple(sorted({d.code for d in divisions})),
        "names": tuple(sorted({d.name for d in divisions})),
    }
    if divisions[0].valid_from is not None:
        properties["valid_from"] = divisions[0].valid_from
    if now.valid_to is not None:
        properties["valid_to"] = now.valid_to
    relationships = [_part_of(node, parent.lineage) for parent in places.above(now)[:1]]
    for later in places.gazetteer.successors(now):
        if later.lineage != node:
            year: dict[str, Value] = {"year": now.valid_to} if now.valid_to is not None else {}
            relationships.append(
                Relationship(
                    "SUCCEEDED_BY",
                    hashed("SUCCEEDED_BY", node, later.lineage),
                    ("Place", node),
                    ("Place", later.lineage),
                    year,
                )
            )
    return [Node(("Place", *sorted(labels)), node, properties)], relationships


def _uncoded(db: sqlite3.Connection, places: Places, node: str) -> Rows:
    """A zone, village or site: it lies in the finest home of its articles, where they agree on one, else in the prefecture."""
    query = f"SELECT {COLUMNS} FROM mention m JOIN article a ON a.id = m.article WHERE m.kind = 'place' AND m.node = ?"
    found = [
        places.place(m.name, m.data["code"], m.data["within"], home=m.home)
        for m in map(mention, db.execute(query, (node,)))
    ]
    within = _finest(places, found)
    above = [d for d in within if d.level != "nation"]
    first = min(found, key=lambda place: place.name)
    properties: dict[str, Value] = {
        "name": first.name,
        "full_name": _full_name(above, first.name),
        "level": first.level,
        "names": (first.name,),
    }
    return [Node(("Place", _LABELS[first.level]), node, properties)], [
        _part_of(node, parent.lineage) for parent in within[:1]
    ]


def _finest(places: Places, found: Iterable[Place]) -> tuple[Division, ...]:
    lines = {place.within for place in found if place.within}
    longest = max(map(len, lines), default=0)
    finest = [line for line in lines if len(line) == longest]
    if len(finest) == 1:
        return finest[0]
    if not finest:
        return ()
    prefecture = places.prefecture(finest[0][0])
    return (prefecture, *places.above(prefecture))


def _full_name(above: Iterable[Division], name: str) -> str:
    return "".join(d.name for d in reversed(list(above))) + name


def _part_of(node: str, parent: str) -> Relationship:
    return Relationship("PART_OF", hashed("PART_OF", node, parent), ("Place", node), ("Place", parent))


def article_rows(db: sqlite3.Connection, article: str) -> Rows:
    """An article and where it reports from."""
    found = db.execute("SELECT title, published_on FROM article WHERE id = ?", (article,)).fetchone()
    if found is None:
        return [], []
    sources = db.execute(
        "SELECT publisher, url FROM source WHERE article = ? ORDER BY path, item", (article,)
    ).fetchall()
    properties: dict[str, Value | None] = {
        "headline": found[0],
        **dated("published_on", found[1]),
        "publisher": next((publisher for publisher, _ in sources if publisher), None),
        "url": next((url for _, url in sources if url), None),
    }
    known: dict[str, Value] = {name: value for name, value in properties.items() if value is not None}
    relationships = [
        Relationship("FROM", hashed("FROM", article, one.object), ("Article", article), ("Place", one.object))
        for one in said(db, node_unit("Article", article))
        if one.object
    ]
    return [Node(("Article",), article, known)], relationships


def build_rows(db: sqlite3.Connection, gazetteer: str) -> Rows:
    """The node that says what wrote the graph."""
    made_by = sorted(one for (one,) in db.execute("SELECT DISTINCT made_by FROM article") if one)
    return [
        Node(
            ("Build",),
            "build",
            {"schema_version": SCHEMA_VERSION, "made_by": " ".join(made_by), "gazetteer": gazetteer},
        )
    ], []
