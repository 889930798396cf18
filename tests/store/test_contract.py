"""What every store promises, tested on each of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kg.errors import SchemaMismatch, StoreError
from kg.graph import schema
from kg.graph.delta import Delta, Node, Relationship
from kg.graph.digest import digest
from kg.store import Store
from tests.store.conftest import Somewhere
from tests.store.little_graph import NODES, RELATIONSHIPS, WHOLE, link, node


def by_id(rows: tuple[list[Node], list[Relationship]]) -> tuple[dict[object, Node], dict[object, Relationship]]:
    nodes, relationships = rows
    assert len({(one.label, one.id) for one in nodes}) == len(nodes)
    assert len({(one.type, one.id) for one in relationships}) == len(relationships)
    return {(one.label, one.id): one for one in nodes}, {(one.type, one.id): one for one in relationships}


def test_the_little_graph_has_every_label_type_and_property() -> None:
    assert {one.label for one in NODES} == set(schema.LABELS)
    assert {label for one in NODES for label in one.labels[1:]} == {
        label for one in schema.LABELS.values() for label in one.added
    }
    assert {one.type for one in RELATIONSHIPS} == set(schema.RELATIONSHIPS)
    ends = {(one.type, one.start[0], one.end[0]) for one in RELATIONSHIPS}
    assert ends >= {(kind.name, *kind.ends[0]) for kind in schema.RELATIONSHIPS.values()}


def test_what_is_applied_is_read_back(store: Store) -> None:
    store.apply(WHOLE)
    nodes, relationships = by_id(store.rows())
    assert nodes == {(one.label, one.id): replace(one, labels=(one.label, *sorted(one.labels[1:]))) for one in NODES}
    assert relationships == {(one.type, one.id): one for one in RELATIONSHIPS}


def test_a_reader_sees_it_after_the_writer_has_gone(filled: Store) -> None:
    assert by_id(filled.rows())[1] == {(one.type, one.id): one for one in RELATIONSHIPS}


def test_an_empty_store_has_the_digest_of_nothing_and_no_build(store: Store) -> None:
    assert store.build() is None
    assert store.rows() == ([], [])
    assert store.digest() == digest([], [])


def test_the_digest_is_that_of_the_rows(filled: Store) -> None:
    assert filled.digest() == digest(NODES, RELATIONSHIPS)


def test_applying_again_changes_nothing(store: Store) -> None:
    store.apply(WHOLE)
    before = store.digest()
    store.apply(WHOLE)
    assert store.digest() == before
    assert len(store.rows()[1]) == len(RELATIONSHIPS)


def test_an_empty_delta_changes_nothing(store: Store) -> None:
    store.apply(WHOLE)
    store.apply(Delta())
    assert store.digest() == digest(NODES, RELATIONSHIPS)


def test_a_row_is_whole_so_that_missing_properties_go(store: Store) -> None:
    store.apply(WHOLE)
    bare = node("Person:Official", "p1", name="沈知远")
    lighter = link("CHAIRED", "p1", "m1", support=1)
    store.apply(Delta(nodes=(bare,), relationships=(lighter,)))
    nodes, relationships = by_id(store.rows())
    assert nodes["Person", "p1"] == bare
    assert relationships["CHAIRED", lighter.id] == lighter


def test_a_name_that_goes_is_null_and_not_made_up(store: Store) -> None:
    store.apply(WHOLE)
    store.apply(Delta(nodes=(node("Meeting", "m1", kind="推进会"),)))
    found = store.query(
        "MATCH (m:Meeting) WHERE m.name IS NULL RETURN m.id AS id, m.name AS name, keys(m) AS keys ORDER BY id"
    )
    assert [row[:2] for row in found] == [("m1", None), ("m2", None)]
    assert sorted(found.rows[0][2]) == ["id", "kind"]


def test_added_labels_come_and_go(store: Store) -> None:
    store.apply(WHOLE)
    store.apply(Delta(nodes=(node("Person", "p1", name="沈知远"), node("Person:Official", "p4", name="程霁月"))))
    found = store.query("MATCH (p:Official) RETURN p.id AS id ORDER BY id")
    assert [row[0] for row in found] == ["p2", "p3", "p4", "p5"]
    assert store.query("MATCH (p:Person {id: 'p1'}) RETURN labels(p) AS labels").rows == [(["Person"],)]


def test_a_relationship_to_a_node_of_the_same_delta_and_one_of_before(store: Store) -> None:
    store.apply(Delta(nodes=NODES))
    new = node("Meeting", "m9", name="新会")
    chaired = Relationship("CHAIRED", "x", ("Person", "p1"), ("Meeting", "m9"), {"support": 1})
    store.apply(Delta(nodes=(new,), relationships=(chaired,)))
    assert store.rows()[1] == [chaired]


def test_several_relationships_of_one_type_between_two_nodes(store: Store) -> None:
    spells = tuple(link("HOLDS", "p1", "t1", f"spell{i}", support=i) for i in range(3))
    store.apply(Delta(nodes=NODES, relationships=spells))
    store.apply(Delta(gone_relationships=(spells[1],), relationships=(replace(spells[2], properties={"support": 9}),)))
    left = by_id(store.rows())[1]
    assert {made: one.properties["support"] for (_, made), one in left.items()} == {"spell0": 0, "spell2": 9}


def test_what_is_gone_is_gone(store: Store) -> None:
    store.apply(WHOLE)
    on_p4 = tuple(one for one in RELATIONSHIPS if ("Person", "p4") in (one.start, one.end))
    delta = Delta(gone_nodes=(("Person", "p4"),), gone_relationships=on_p4)
    for _ in range(2):
        store.apply(delta)
        assert store.digest() == digest(
            (one for one in NODES if one.id != "p4"), (one for one in RELATIONSHIPS if one not in on_p4)
        )


def test_two_become_one_and_part_again(store: Store) -> None:
    store.apply(WHOLE)
    moved = tuple(one for one in RELATIONSHIPS if one.start == ("Person", "p5"))
    joined = tuple(replace(one, start=("Person", "p1"), id="joined") for one in moved)
    store.apply(Delta(gone_nodes=(("Person", "p5"),), gone_relationships=moved, relationships=joined))
    assert not store.query("MATCH (p:Person {id: 'p5'}) RETURN p.id").rows
    store.apply(
        Delta(nodes=tuple(one for one in NODES if one.id == "p5"), relationships=moved, gone_relationships=joined)
    )
    assert store.digest() == digest(NODES, RELATIONSHIPS)


def test_a_relationship_without_its_end_is_refused(store: Store) -> None:
    store.apply(Delta(nodes=(node("Person", "p1", name="沈知远"),)))
    loose = Relationship("CHAIRED", "loose", ("Person", "p1"), ("Meeting", "none"), {})
    with pytest.raises(StoreError, match="end that is not in the graph"):
        store.apply(Delta(relationships=(loose,)))
    assert store.rows()[1] == []


@pytest.mark.parametrize(
    "delta",
    [
        Delta(nodes=(Node(("Robot",), "r", {}),)),
        Delta(nodes=(Node(("Person", "City"), "r", {}),)),
        Delta(nodes=(Node(("Person",), "r", {"shoe_size": 42}),)),
        Delta(relationships=(Relationship("LIKES", "r", ("Person", "p1"), ("Person", "p2"), {}),)),
        Delta(relationships=(Relationship("CHAIRED", "r", ("Meeting", "m1"), ("Person", "p1"), {}),)),
        Delta(relationships=(Relationship("CHAIRED", "r", ("Person", "p1"), ("Meeting", "m1"), {"mood": "x"}),)),
        Delta(gone_nodes=(("Person) DETACH DELETE n //", "p1"),)),
    ],
)
def test_nothing_but_the_schema_gets_in(store: Store, delta: Delta) -> None:
    store.apply(WHOLE)
    with pytest.raises(StoreError, match="not in the graph's schema"):
        store.apply(delta)
    assert store.digest() == digest(NODES, RELATIONSHIPS)


def test_texts_stay_texts(store: Store) -> None:
    """Neither a code, nor a year, nor a date in words, nor a quotation mark changes its type or its letters."""
    odd = node(
        "Place:City",
        "001",
        name="'\"`\\n\n{}$x",
        code="0012",
        codes=("2022-03-01", "1e5", ""),
        full_name="2022-03-01",
        level="true",
    )
    article = node(
        "Article", "2022", headline="2022-03-01", published_on="2022-03-01", published_on_from=dt.date(2022, 3, 1)
    )
    with_floats = node("Project", "j", name="1", investment_cny=100.0)
    store.apply(Delta(nodes=(odd, article, with_floats)))
    assert by_id(store.rows())[0] == {
        ("Place", "001"): odd,
        ("Article", "2022"): article,
        ("Project", "j"): with_floats,
    }


def test_reading_does_not_write(filled: Store) -> None:
    with pytest.raises(StoreError, match="opened for reading"):
        filled.apply(Delta(nodes=(node("Person", "p9"),)))


def test_more_rows_than_one_batch(store: Store) -> None:
    people = tuple(node("Person", f"n{i}", name=f"人{i}") for i in range(5_003))
    meeting = node("Meeting", "m")
    there = tuple(
        Relationship("ATTENDED", f"r{i}", ("Person", f"n{i}"), ("Meeting", "m"), {"support": i}) for i in range(5_003)
    )
    store.apply(Delta(nodes=(*people, meeting), relationships=there))
    assert store.digest() == digest((*people, meeting), there)


def test_another_schema_version_is_refused(somewhere: Somewhere) -> None:
    with somewhere.open(writing=True) as store:
        store.apply(Delta(nodes=(node("Build", "build", schema_version="0"),)))
    for writing in (False, True):
        with pytest.raises(SchemaMismatch, match=r"schema version 0, and this is .*build again"):
            somewhere.open(writing=writing)
    if somewhere.kind == "embedded":
        (somewhere.target / "graph.kgl").unlink()  # type: ignore[operator]
        with somewhere.open(writing=True) as store:
            store.apply(WHOLE)


def test_the_build_says_what_wrote_it(filled: Store) -> None:
    assert filled.build() == {
        "id": "build",
        "schema_version": schema.SCHEMA_VERSION,
        "made_by": "tests",
        "gazetteer": "2024",
    }
