"""Queries that no store, or not the embedded one, answers: each named, with what to write instead."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kg.errors import QueryRefused
from kg.graph.digest import digest
from kg.store import Store
from tests.store.conftest import Somewhere
from tests.store.little_graph import NODES, RELATIONSHIPS, WHOLE

WRITES = [
    "CREATE (:Person {id: 'x'})",
    "MERGE (p:Person {id: 'p1'}) ON MATCH SET p.name = '某'",
    "MERGE (p:Person {id: 'x'})",
    "MATCH (p:Person) SET p.name = '某' RETURN p",
    "MATCH (p:Person) SET p:Judge",
    "MATCH (p:Person) REMOVE p.name",
    "MATCH (p:Person) DETACH DELETE p",
    "MATCH ()-[r:CHAIRED]->() DELETE r",
    "FOREACH (i IN [1, 2] | CREATE (:Person {id: toString(i)}))",
    "MATCH (p:Person) CALL (p) { SET p.name = '某' } RETURN p.id",
    "CREATE INDEX FOR (p:Person) ON (p.degree)",
    "create constraint for (p:Person) require p.degree is unique",
    "DROP CONSTRAINT person_id IF EXISTS",
]
NOT_READS = ["LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line", "TERMINATE TRANSACTIONS 'neo4j-transaction-1'"]
MALFORMED = [
    "",
    "  // nothing but a remark",
    "MATCH (p:Person RETURN p",
    "RETURN",
    "who chaired what?",
    "RETURN 1 AS x; CREATE (:Person)",
    "RETURN nosuch(1)",
]


def test_queries_that_write_are_refused_and_write_nothing(filled: Store) -> None:
    for query in WRITES:
        with pytest.raises(QueryRefused, match=r"writes, and queries only read.*build again"):
            filled.query(query)
    for query in NOT_READS + MALFORMED:
        with pytest.raises(QueryRefused):
            filled.query(query)
    assert filled.digest() == digest(NODES, RELATIONSHIPS)


def test_a_store_opened_for_writing_refuses_them_too(somewhere: Somewhere) -> None:
    with somewhere.open(writing=True) as store:
        store.apply(WHOLE)
        for query in WRITES[:3]:
            with pytest.raises(QueryRefused):
                store.query(query)
        assert store.digest() == digest(NODES, RELATIONSHIPS)


def test_words_that_write_may_stand_in_texts_names_and_remarks(filled: Store) -> None:
    query = """
        // CREATE and DELETE
        MATCH (p:Person {id: 'p1'}) /* SET
        n.x = 1 */ WHERE p.name <> 'MERGE (n)' RETURN p.id AS `delete`, 'REMOVE; /* no remark */' AS text
    """
    assert filled.query(query).rows == [("p1", "REMOVE; /* no remark */")]


def test_a_missing_parameter_is_named(filled: Store) -> None:
    with pytest.raises(QueryRefused, match=r"(?s)city.*-p name=value"):
        filled.query("MATCH (p:Place {name: $city}) RETURN p.id")


@pytest.mark.parametrize(("query", "parameters"), [
    ("MATCH (m:Meeting) WHERE m.date_from <= '2022-05-01' RETURN m.id", {}),
    ("MATCH (m:Meeting) WHERE \"2022-05-01\" > m.date_to RETURN m.id", {}),
    ("MATCH (m:Meeting) WHERE m.date_from IN ['2022-03-10'] RETURN m.id", {}),
    ("MATCH (m:Meeting) WHERE m.date_from = $day RETURN m.id", {"day": "2022-03-10"}),
    ("MATCH ()-[h:HOLDS]->() WHERE h.first_seen_from <= $day RETURN h.id", {"day": "2022-03-10"}),
])  # fmt: skip
def test_a_date_is_not_compared_with_a_text(filled: Store, query: str, parameters: dict[str, Any]) -> None:
    """Neo4j finds nothing then, and says nothing; the embedded store would find something."""
    with pytest.raises(QueryRefused, match=r"is a date and is compared with a text.*date\('2024-05-01'\)"):
        filled.query(query, parameters)


@pytest.mark.parametrize(("where", "parameters"), [
    ("m.date_from <= date('2022-03-10') AND m.date_to >= date('2022-03-10')", {}),
    ("m.date_from = date($day)", {"day": "2022-03-10"}),
    ("m.date_from = $day", {"day": date(2022, 3, 10)}),
    ("m.date_from IN [date('2022-03-10')]", {}),
    ("m.date = '2022-03-10'", {}),
    ("m.date STARTS WITH '2022-03'", {}),
    ("toString(m.date_from) = '2022-03-10'", {}),
    ("m.date_from.year = 2022 AND m.date_from.month = 3", {}),
    ("m.date_from > date('2022-01-01') AND m.date_from < date({year: 2022, month: 4, day: 1})", {}),
])  # fmt: skip
def test_dates_compare_alike(filled: Store, where: str, parameters: dict[str, Any]) -> None:
    found = filled.query(f"MATCH (m:Meeting) WHERE {where} RETURN m.id AS id, m.date_from AS day", parameters)
    assert found.rows == [("m1", date(2022, 3, 10))]
