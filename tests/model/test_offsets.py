"""Offset maps: pieces made from other lengths, maps through maps, passages of passages."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model.document import OffsetMap, Piece
from kg.model.passage import Passage, join


def test_what_was_made_from_more_stands_for_the_whole() -> None:
    offsets = OffsetMap((Piece(0, 0, 2, 2), Piece(2, 2, 1, 5), Piece(3, 7, 1, 1)))
    assert [offsets.source(i) for i in range(4)] == [0, 1, 2, 7]
    assert offsets.span(1, 3) == (1, 7)
    assert offsets.span(2, 3) == (2, 7)
    assert Piece(0, 4, 2, 3).part(1, 2) == Piece(0, 4, 1, 3)


def test_a_map_through_a_map() -> None:
    clean = OffsetMap((Piece(0, 1, 3, 3),))
    below = OffsetMap((Piece(0, 10, 2, 2), Piece(2, 12, 1, 6), Piece(3, 18, 4, 4)))
    through = clean.through(below)
    assert [through.source(i) for i in range(3)] == [11, 12, 18]
    assert through.span(0, 3) == (11, 19)


@st.composite
def cuttings(draw: st.DrawFn, length: int) -> list[tuple[int, int]]:
    points = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    return list(zip(points[::2], points[1::2], strict=False))


@given(st.text("甲乙丙丁戊己庚辛壬癸", min_size=1, max_size=40), st.data())
def test_every_copied_character_is_found_through_two_maps(source: str, data: st.DataObject) -> None:
    ranges = data.draw(cuttings(len(source)))
    middle = join([Passage.of(source, first, last) for first, last in ranges], between="|")
    again = data.draw(cuttings(len(middle.text)))
    clean = join([Passage.of(middle.text, first, last) for first, last in again], between="/")
    through = clean.offsets.through(middle.offsets)
    for i, character in enumerate(clean.text):
        at = through.source(i)
        assert at is None if character in "|/" else at is not None and source[at] == character
