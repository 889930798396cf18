"""The constraints and indexes, as text and in a real Neo4j."""

from __future__ import annotations

import re

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import ConstraintError

from kg.graph.ddl import constraints, named_constraints
from kg.graph.delta import Delta
from kg.graph.schema import LABELS, RELATIONSHIPS
from kg.store import connect
from tests.neo4j_server import Neo4jServer
from tests.store.little_graph import WHOLE


def test_every_label_and_type_has_its_id() -> None:
    text = "\n".join(constraints())
    assert re.findall(r"FOR \(n:(\w+)\) REQUIRE n\.id IS UNIQUE", text) == list(LABELS)
    assert re.findall(r"FOR \(\)-\[r:(\w+)\]-\(\) REQUIRE r\.id IS UNIQUE", text) == list(RELATIONSHIPS)


def test_names_are_their_own() -> None:
    for name, statement in named_constraints().items():
        assert re.match(rf"CREATE (CONSTRAINT|INDEX|FULLTEXT INDEX) {name} IF NOT EXISTS FOR ", statement)
    assert len(constraints()) == len(set(constraints()))


@pytest.mark.neo4j
def test_neo4j_makes_them_once_and_finds_names_by_two_characters(neo4j_server: Neo4jServer, neo4j_address: str) -> None:
    with GraphDatabase.driver(neo4j_address, auth=("neo4j", neo4j_server.password)) as driver:
        for name in ("person_id", "person_name", "names"):
            driver.execute_query(f"DROP {'CONSTRAINT' if name.endswith('_id') else 'INDEX'} {name} IF EXISTS")
        for _ in range(2):
            with connect(neo4j_address, writing=True) as store:
                store.apply(WHOLE)
        made = {
            row["name"]
            for kind in ("CONSTRAINTS", "INDEXES")
            for row in driver.execute_query(f"SHOW {kind} YIELD name").records
        }
        assert set(named_constraints()) <= made
        driver.execute_query("CALL db.awaitIndexes(60)")
        with pytest.raises(ConstraintError):
            driver.execute_query("CREATE (:Person {id: 'p1'})")
        with pytest.raises(ConstraintError):
            driver.execute_query(
                "MATCH (p:Person {id: 'p2'}), (m:Meeting {id: 'm1'}) CREATE (p)-[:CHAIRED {id: 'CHAIRED:p1:m1'}]->(m)"
            )
        # A word is any of its pairs of characters, a quoted one all of them.
        search = "CALL db.index.fulltext.queryNodes('names', $text) YIELD node RETURN node.id AS id ORDER BY id"
        for text, wanted in (
            ("知远", ["p1", "p5"]),
            ('"沈书记"', ["p1"]),
            ("沈书记", ["p1", "t1"]),
            ('"石墨烯"', ["j1"]),
            ("远", []),
        ):
            assert [row["id"] for row in driver.execute_query(search, text=text).records] == wanted
        # A later test starts from an empty graph, whose constraints stay.
        with connect(neo4j_address, writing=True) as store:
            store.apply(Delta())
