from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kg.ner.pieces import LONGEST, folded, marked, pieces


@given(st.text())
def test_one_character_for_one_character(text: str) -> None:
    assert len(marked(text)) == len(folded(text)) == len(text)


@given(st.text(alphabet="市长。！ \n甲a?；·", max_size=900))
def test_pieces_are_in_order_and_leave_out_only_breaks_and_blanks(text: str) -> None:
    spans = list(pieces(text))
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    left_out = set(range(len(text))) - {at for start, end in spans for at in range(start, end)}
    assert all(text[at].isspace() or text[at] in "。！？；!?;" for at in left_out)


def test_a_page_without_a_full_stop_is_cut() -> None:
    assert max(end - start for start, end in pieces("字" * 5 * LONGEST)) == LONGEST


def test_a_question_mark_inside_a_name_is_the_names_mark() -> None:
    assert marked("州长吾买尔?艾力出席") == "州长吾买尔·艾力出席"
    assert marked("这样做好吗?市长说") == "这样做好吗?市长说"


def test_width_figures_and_latin_letters_are_folded() -> None:
    assert folded("２０２４年Ａ区（b）") == "0000年a区(a)"
