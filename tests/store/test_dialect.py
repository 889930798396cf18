"""Where the embedded store's Cypher is not Neo4j's: refused with a remedy, which then gives Neo4j's rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import QueryRefused
from kg.store import Store, connect
from kg.store.dialect import refuse_silent_differences
from tests.store.little_graph import WHOLE

SILENT = [
    ("MATCH (o)-[r:CHAIRED]->(m) MATCH (f:Fact {id: r.id}) RETURN f.id AS id", r"property map.*WITH r.id AS x",
     "MATCH (o)-[r:CHAIRED]->(m) WITH r.id AS x MATCH (f:Fact {id: x}) RETURN f.id AS id"),
    ("MATCH ()-[r:CHAIRED]->() OPTIONAL MATCH (f:Fact {id: r.id}) WITH f WHERE f IS NOT NULL RETURN f.id AS id", "property map",
     "MATCH ()-[r:CHAIRED]->() OPTIONAL MATCH (f:Fact) WHERE f.id = r.id WITH f WHERE f IS NOT NULL RETURN f.id AS id"),
    ("MATCH ()-[`r`:CHAIRED]->() WHERE EXISTS { (:Fact {id: `r`.id}) } RETURN r.id AS id", "property map",
     "MATCH ()-[r:CHAIRED]->() WHERE EXISTS { MATCH (f:Fact) WHERE f.id = r.id } RETURN r.id AS id"),
    ("MATCH ()-[r:CHAIRED]->() MATCH (a)-[s:STATES {quote: r.quote}]->(:Fact) RETURN r.id AS id", "property map",
     "MATCH ()-[r:CHAIRED]->() MATCH (a)-[s:STATES]->(:Fact) WHERE s.quote = r.quote RETURN r.id AS id"),
    ("MATCH (o:Person)-[c:CHAIRED]->(m:Meeting {id: 'm1'}), (n:Meeting {id: m.id}) RETURN c.id AS id", "property map",
     "MATCH (o:Person)-[c:CHAIRED]->(m:Meeting {id: 'm1'}) MATCH (n:Meeting {id: m.id}) RETURN c.id AS id"),
    ("MATCH ()-[r:CHAIRED {support: 2}]->() RETURN r {.id}.id AS id", "map projection", "MATCH ()-[r:CHAIRED {support: 2}]->() RETURN {id: r.id}.id AS id"),
    ("MATCH (p:Person {id: 'p1'})-[r:CHAIRED {support: 2}]->() WHERE r.type IS NULL RETURN r.id AS id", "called type or label",
     "MATCH (p:Person {id: 'p1'})-[r:CHAIRED {support: 2}]->() WHERE type(r) = 'CHAIRED' RETURN r.id AS id"),
    ("MATCH ()-[r:CHAIRED {support: 2}]->() RETURN r.id AS id FORMAT CSV", "FORMAT CSV", "MATCH ()-[r:CHAIRED {support: 2}]->() RETURN r.id AS id"),
    ("MATCH ()-[r:CHAIRED {support: 2}]->() WHERE duration.between(r.first_seen_from, date('2022-05-01')).days > 30 RETURN r.id AS id", r"duration.between.*inDays",
     "MATCH ()-[r:CHAIRED {support: 2}]->() WHERE duration.inDays(r.first_seen_from, date('2022-05-01')).days > 30 RETURN r.id AS id"),
    ("MATCH (a:Person {id: 'p2'}), (b:Person {id: 'p4'}) MATCH p = shortestPath((a)-[*..9]-(b)) WHERE none(n IN nodes(p) WHERE n:Post) RETURN 'CHAIRED:p1:m1' AS id",
     r"shortest path.*WITH p WHERE",
     "MATCH (a:Person {id: 'p2'}), (b:Person {id: 'p4'}) MATCH p = shortestPath((a)-[*..9]-(b)) WITH p WHERE length(p) > 0 RETURN 'CHAIRED:p1:m1' AS id"),
]  # fmt: skip
REJECTED = [
    ("MATCH (m:Meeting) WHERE date('2022-01-01') <= m.date_from <= date('2022-12-31') RETURN m.id", "chained comparison.*AND"),
    ("MATCH p = SHORTEST 1 (a:Person {id: 'p1'})-[:ATTENDED]-+(b:Person {id: 'p2'}) RETURN length(p)", r"SHORTEST k.*allShortestPaths"),
    ("MATCH (p:Person) RETURN COLLECT { MATCH (p)-[:CHAIRED]->(m) RETURN m.id } AS ms", r"COLLECT \{.*comprehension"),
    ("MATCH (p:Person WHERE p.id = 'p1') RETURN p.id", "WHERE inside a pattern.*behind the MATCH"),
    ("MATCH (p:Person&!Official) RETURN p.id", r"label with !.*WHERE NOT"),
    ("MATCH (p:Person)-[:ATTENDED]->{1,2}(m) RETURN p.id", r"quantified path.*\*1\.\.3"),
    ("MATCH (p:Person) USING INDEX p:Person(id) WHERE p.id = 'p1' RETURN p.id", "USING.*hint"),
    ("UNWIND [1, 2] AS x RETURN percentileCont(x, 0.5)", "percentile.*pandas"),
    ("RETURN isEmpty([])", r"isEmpty.*size\(x\) = 0"),
    ("CALL db.index.fulltext.queryNodes('names', '沈知') YIELD node RETURN node.id", "full-text index.*CONTAINS"),
    ("RETURN apoc.version()", "APOC"),
    ("SHOW USERS", "server"),
]  # fmt: skip
ACCEPTED = [
    "MATCH (o)-[r:CHAIRED]->(m) RETURN {id: r.id, of: m.id} AS x",
    "MATCH (o)-[r:CHAIRED]->(m) WITH o, collect({id: r.id}) AS rs RETURN o.id, rs",
    "MATCH (o)-[r:CHAIRED]->(m) RETURN m {.id, by: o.id, fact: r.id} AS x",
    "MATCH (o)-[r:CHAIRED]->(m) WITH o, m MATCH (q:Person {name: o.name}) RETURN q.id",
    "UNWIND [{id: 'p1'}] AS row MATCH (p:Person {id: row.id}) RETURN p.id",
    "MATCH (o)-[r]->(m) RETURN type(r) AS type, labels(m) AS label",
    "MATCH (m:Meeting) WHERE m.kind <> '会; RETURN' RETURN m.id;",
    "MATCH (a:Person {id: 'p1'}) MATCH p = shortestPath((a)-[*..5]-(b:Person {id: 'p2'})) WHERE b.name IS NOT NULL RETURN length(p)",
]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("dialect")
    with connect(folder, writing=True) as store:
        store.apply(WHOLE)
    with connect(folder) as store:
        yield store


@pytest.fixture
def real_neo4j(neo4j_address: str) -> Iterator[Store]:
    with connect(neo4j_address, writing=True) as store:
        store.apply(WHOLE)
        yield store


@pytest.mark.parametrize(("query", "message", "_"), SILENT)
def test_what_would_give_other_rows_is_refused(embedded: Store, query: str, message: str, _: str) -> None:
    with pytest.raises(QueryRefused, match=message):
        embedded.query(query)


def test_the_remedies_give_the_rows_of_the_original(embedded: Store, real_neo4j: Store) -> None:
    for query, _, instead in SILENT:
        wanted = real_neo4j.query(instead).rows
        assert embedded.query(instead).rows == wanted == [("CHAIRED:p1:m1",)], instead
        if "FORMAT" not in query and "between" not in query:
            assert real_neo4j.query(query).rows == wanted, query


test_the_remedies_give_the_rows_of_the_original = pytest.mark.neo4j(test_the_remedies_give_the_rows_of_the_original)


@pytest.mark.parametrize(("query", "message"), REJECTED)
def test_what_the_engine_rejects_comes_with_a_remedy(embedded: Store, query: str, message: str) -> None:
    with pytest.raises(QueryRefused, match=f"(?s){message}"):
        embedded.query(query)


@pytest.mark.parametrize("query", ACCEPTED)
def test_what_only_looks_alike_is_answered(embedded: Store, query: str) -> None:
    refuse_silent_differences(query)
    assert embedded.query(query).columns


def test_values_are_plain(embedded: Store) -> None:
    node, relationship, path = embedded.query(
        "MATCH p = (o:Person {id: 'p1'})-[c:CHAIRED]->(m:Meeting {id: 'm4'}) RETURN o, c, p"
    ).rows[0]
    assert node["labels"] == ["Person", "Official"]
    assert node["name"] == "沈知远"
    assert relationship == {"type": "CHAIRED", "id": "CHAIRED:p1:m4", "support": 1}
    assert path["nodes"][1] == {"labels": ["Meeting"], "id": "m4", "name": "不知何日的会", "kind": "会议"}


def test_the_engine_prints_nothing_and_its_remarks_come_with_the_rows(
    embedded: Store, capfd: pytest.CaptureFixture[str]
) -> None:
    found = embedded.query("MATCH (n:Minister) RETURN n.id")
    assert found.rows == []
    assert "Minister" in found.warnings[0]
    assert capfd.readouterr() == ("", "")


def test_the_file_is_found_where_the_folder_is(tmp_path: Path, embedded: Store) -> None:
    assert embedded.address.endswith("graph.kgl")
