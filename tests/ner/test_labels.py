from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kg.ner.entity import LABELS, Entity
from kg.ner.labels import decode, encode


@st.composite
def tagged(draw: st.DrawFn) -> tuple[int, list[Entity]]:
    at, entities = 0, []
    for gap, length, label in draw(
        st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5), st.sampled_from(LABELS)), max_size=8)
    ):
        entities.append(Entity(at + gap, at + gap + length, label))
        at += gap + length
    return at + draw(st.integers(0, 3)), entities


@given(tagged())
def test_what_is_encoded_is_decoded(case: tuple[int, list[Entity]]) -> None:
    length, entities = case
    assert decode(encode(length, entities)) == entities


@given(st.lists(st.sampled_from(["-", "BP", "IP", "EP", "SP", "BO", "IO", "BL", "IL"]), max_size=12))
def test_any_sequence_gives_entities_in_order_that_do_not_overlap(tags: list[str]) -> None:
    entities = decode(tags)
    assert all(0 <= e.start < e.end <= len(tags) for e in entities)
    assert all(left.end <= right.start for left, right in itertools.pairwise(entities))
    assert all(tag == "-" for at, tag in enumerate(tags) if not any(e.start <= at < e.end for e in entities))


def test_two_people_side_by_side_are_two() -> None:
    assert decode(["BP", "EP", "BP", "IP", "EP"]) == [Entity(0, 2, "PERSON"), Entity(2, 5, "PERSON")]
