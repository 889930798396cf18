"""Any sequence of deltas leaves in a store just what it leaves in two dicts."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.graph.delta import Delta, Node, Relationship
from kg.graph.digest import digest
from kg.store import Store, connect, neo4j_steps
from kg.store.neo4j import Neo4jStore
from tests.neo4j_server import Neo4jServer
from tests.store.little_graph import NODES, RELATIONSHIPS, WHOLE

State = tuple[dict[tuple[str, str], Node], dict[tuple[str, str], Relationship]]

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)
PEOPLE, MEETINGS = ["p1", "p2", "p3"], ["m1", "m2"]


@st.composite
def states(draw: st.DrawFn) -> State:
    """A few people and meetings, with relationships between those that are there."""
    nodes: dict[tuple[str, str], Node] = {}
    for made in draw(st.sets(st.sampled_from(PEOPLE))):
        labels = draw(st.sampled_from([("Person",), ("Person", "Official")]))
        properties = draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "name": TEXTS,
                    "degree": st.integers(-5, 5),
                    "aliases": st.lists(TEXTS, max_size=2).map(tuple),
                    "first_seen_from": st.dates(),
                },
            )
        )
        nodes["Person", made] = Node(labels, made, properties)
    for made in draw(st.sets(st.sampled_from(MEETINGS))):
        nodes["Meeting", made] = Node(
            ("Meeting",), made, draw(st.fixed_dictionaries({}, optional={"name": TEXTS, "date_to": st.dates()}))
        )
    relationships: dict[tuple[str, str], Relationship] = {}
    for kind in ("CHAIRED", "ATTENDED"):
        for start, end in [
            (a, b) for a in PEOPLE for b in MEETINGS if ("Person", a) in nodes and ("Meeting", b) in nodes
        ]:
            for made in draw(st.sets(st.sampled_from([f"{start}{end}", f"{start}{end}x"]))):
                properties = draw(
                    st.fixed_dictionaries(
                        {}, optional={"quote": TEXTS, "support": st.integers(0, 9), "max_confidence": st.floats(0, 1)}
                    )
                )
                relationships[kind, made] = Relationship(kind, made, ("Person", start), ("Meeting", end), properties)
    return nodes, relationships


def between(before: State, after: State) -> Delta:
    gone = [key for key in before[0] if key not in after[0]]
    return Delta(
        nodes=tuple(one for key, one in after[0].items() if before[0].get(key) != one),
        relationships=tuple(one for key, one in after[1].items() if before[1].get(key) != one),
        gone_nodes=tuple(gone),
        gone_relationships=tuple(one for key, one in before[1].items() if key not in after[1]),
    )


def follow(store: Store, sequence: list[State]) -> None:
    before: State = ({}, {})
    for after in sequence:
        store.apply(between(before, after))
        assert store.digest() == digest(after[0].values(), after[1].values())
        before = after


@given(sequence=st.lists(states(), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_on_the_embedded_store(sequence: list[State]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with connect(folder, writing=True) as store:
            follow(store, sequence)
        with connect(folder) as store:
            assert store.digest() == digest(*(one.values() for one in sequence[-1]))


@pytest.mark.neo4j
@given(sequence=st.lists(states(), min_size=1, max_size=4))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_on_neo4j(neo4j_server: Neo4jServer, neo4j_address: str, sequence: list[State]) -> None:
    neo4j_server.empty()
    with connect(neo4j_address, writing=True) as store:
        follow(store, sequence)


@given(size=st.integers(1, 60))
def test_transactions_keep_the_order_and_every_row(size: int) -> None:
    steps = neo4j_steps.steps_of(WHOLE)
    made = list(neo4j_steps.transactions(steps, size))
    assert all(sum(len(step.rows) for step in one) <= size for one in made)
    assert sum(sum(len(step.rows) for step in one) == size for one in made) >= len(made) - 1
    flat = [(step.statement, row) for one in made for step in one for row in step.rows]
    assert flat == [(step.statement, row) for step in steps for row in step.rows]


@pytest.mark.neo4j
def test_a_write_to_neo4j_that_ends_in_the_middle_is_completed_by_the_next(neo4j_address: str) -> None:
    """A batch of ten rows a transaction: after each of them the build is not yet there, then all is."""
    made = list(neo4j_steps.transactions(neo4j_steps.steps_of(WHOLE), 10))
    with connect(neo4j_address, writing=True) as store:
        assert isinstance(store, Neo4jStore)
        store.apply(Delta())
        for so_far in (1, len(made) // 2, len(made) - 1):
            _write(store, made[:so_far])
            assert store.build() is None
            assert store.digest() != digest(NODES, RELATIONSHIPS)
        store.apply(WHOLE)
        assert store.build() is not None
        assert store.digest() == digest(NODES, RELATIONSHIPS)


def _write(store: Neo4jStore, made: list[list[neo4j_steps.Step]]) -> None:
    with store._driver.session() as session:
        for steps in made:
            session.execute_write(neo4j_steps.write, steps)


@pytest.mark.neo4j
def test_both_stores_have_one_digest(neo4j_address: str, tmp_path: Path) -> None:
    found: dict[str, Any] = {}
    for target in (neo4j_address, tmp_path):
        with connect(target, writing=True) as store:
            store.apply(WHOLE)
            found[str(target)] = store.digest()
    assert len(set(found.values())) == 1
