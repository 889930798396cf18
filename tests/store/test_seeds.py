"""The graph of the seeds, written to both stores: one digest, and the same rows from every saved query and view."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.analysis import VIEWS, network
from kg.graph.delta import Delta
from kg.lexicon import seeds_folder
from kg.store import Store, connect
from kg.store.queries import saved, saved_queries


def column(store: Store, cypher: str) -> list[Any]:
    return [row[0] for row in store.query(cypher)]


def questions(store: Store) -> list[tuple[str, dict[str, Any]]]:
    """Every saved query, asked of everything that the graph has of its kind."""
    officials = column(store, "MATCH (o:Official) RETURN DISTINCT o.name AS name ORDER BY name")
    cities = column(store, "MATCH (c:City) RETURN DISTINCT c.name AS name ORDER BY name")
    posts = store.query("MATCH (p:Post)-[:OF]->(w) RETURN p.name AS post, w.name AS of ORDER BY post, of").to_dicts()
    years = column(
        store, "MATCH (m:Meeting) WHERE m.date_from IS NOT NULL RETURN DISTINCT m.date_from.year AS y ORDER BY y"
    )
    projects = column(store, "MATCH (j:Project) RETURN DISTINCT j.name AS name ORDER BY name")
    facts = column(store, "MATCH (f:Fact) RETURN f.id AS id ORDER BY id")
    return [
        *((query.name, {}) for query in saved_queries() if not query.parameters),
        *(("career", {"name": name}) for name in officials),
        *(("companions", {"name": name, "most": 20}) for name in officials),
        *(("chaired_in_city", {"city": city, "year": year}) for city in cities for year in years),
        *(("city_projects", {"city": city}) for city in cities),
        *(("holder_on_day", {**post, "day": f"{year}-06-01"}) for post in posts for year in years),
        *(("project_officials", {"project": name}) for name in projects),
        *(("evidence", {"fact": fact}) for fact in facts[::10]),
        *(("linked", {"one": one, "other": other, "most": 10}) for one, other in itertools.pairwise(officials)),
    ]


@pytest.mark.neo4j
def test_both_stores_hold_and_answer_the_same(neo4j_address: str, tmp_path: Path) -> None:
    kg.build(seeds_folder("documents"), dir=tmp_path).close()
    with connect(tmp_path) as embedded, connect(neo4j_address, writing=True) as real:
        nodes, relationships = embedded.rows()
        assert len(nodes) > 100
        real.apply(Delta(nodes=tuple(nodes), relationships=tuple(relationships)))
        assert real.digest() == embedded.digest()
        asked = questions(embedded)
        assert {name for name, _ in asked} == {query.name for query in saved_queries()}
        answered = set()
        for name, parameters in asked:
            here, there = saved(name).run(embedded, **parameters), saved(name).run(real, **parameters)
            assert here.columns == there.columns
            assert here.rows == there.rows, (name, parameters)
            answered |= {name} if here.rows else set()
        assert answered == {query.name for query in saved_queries()}
        for view in VIEWS:
            here_, there_ = network(embedded, view), network(real, view)
            assert dict(here_.nodes(data=True)) == dict(there_.nodes(data=True))
            assert {frozenset(edge[:2]): edge[2] for edge in here_.edges(data=True)} == {
                frozenset(edge[:2]): edge[2] for edge in there_.edges(data=True)
            }
