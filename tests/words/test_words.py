"""Words of sentences: they tile the text, and are cut where a reader cuts."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.words import ends_word, starts_word, whole_words, word_around, words_at
from kg.words.words import sentences_at

PROSE = st.text(
    st.one_of(st.sampled_from("市长李明主持召开会议，调研合作社。！？；\n \u3000“”《》ABc3５%①·"), st.characters()),
    max_size=80,
)


def shown(text: str) -> str:
    return "|".join(text[start:end] for start, end in words_at(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("市长主持召开会议。", "市长|主持|召开|会议|。"),
        ("他们展开合作，成立合作社。", "他们|展开|合作|，|成立|合作社|。"),
        ("七台河市委书记到长沙市调研。", "七台河|市委|书记|到|长沙市|调研|。"),
        ("内蒙古自治区政府 同意", "内蒙古自治区|政府|同意"),
        ("两地工作会谈", "两|地|工作会谈"),
        ("", ""),
        (" \n\u3000", ""),
    ],
)
def test_words(text: str, words: str) -> None:
    assert shown(text) == words


@settings(deadline=None)
@given(PROSE)
def test_words_tile_what_is_not_blank_in_order(text: str) -> None:
    words = words_at(text, 0, len(text))
    assert all(start < end for start, end in words)
    assert all(before <= after for (_, before), (after, _) in itertools.pairwise(words))
    covered = {i for start, end in words for i in range(start, end)}
    assert covered == {i for i, character in enumerate(text) if not character.isspace()}


@settings(deadline=None)
@given(PROSE, st.integers(0, 80), st.integers(0, 20))
def test_words_of_a_stretch_are_those_of_its_sentences(text: str, start: int, length: int) -> None:
    found = words_at(text, start, start + length)
    spans = sentences_at(text, start, start + length)
    assert found == [
        word for word in words_at(text, 0, len(text)) if any(a <= word[0] and word[1] <= b for a, b in spans)
    ]
    assert all(a < start + max(length, 1) for a, _ in spans) or start >= len(text)


@settings(deadline=None)
@given(PROSE)
def test_predicates_say_what_the_words_say(text: str) -> None:
    words = words_at(text, 0, len(text))
    offsets = range(-1, len(text) + 2)
    assert [i for i in offsets if starts_word(text, i)] == [start for start, _ in words]
    assert [i for i in offsets if ends_word(text, i)] == [end for _, end in words]
    assert all(whole_words(text, start, end) for start, end in words)


@settings(deadline=None)
@given(PROSE)
def test_sentences_cover_the_text(text: str) -> None:
    spans = sentences_at(text, 0, len(text))
    assert "".join(text[start:end] for start, end in spans) == text


def test_a_long_text_without_marks() -> None:
    text = "甲乙丙丁" * 10_000
    words = words_at(text, 39_999, 40_000)
    assert words[0][0] == 0
    assert words[-1][1] == len(text)


def test_a_word_is_whole_or_is_not() -> None:
    text = "两地展开合作，村里成立合作社。"
    assert whole_words(text, text.index("合作，"), text.index("，"))
    at = text.index("合作社")
    assert not whole_words(text, at, at + 2)
    assert starts_word(text, at)
    assert not whole_words(text, at, at)


@settings(deadline=None)
@given(PROSE, st.integers(0, 80), st.integers(0, 3))
def test_a_word_around_a_stretch_is_a_longer_word_of_the_text(text: str, start: int, length: int) -> None:
    around = word_around(text, start, start + length)
    if around is not None:
        assert around in words_at(text, 0, len(text))
        assert around[0] <= start <= start + length <= around[1]
        assert around != (start, start + length)
        assert length or around[0] < start < around[1]


@pytest.mark.parametrize(
    ("text", "stretch", "word"),
    [
        ("两地成立合作社。", "合作", "合作社"),
        ("两地展开合作。", "合作", None),
        ("市长李砚秋到现场调研。", "到", None),
        ("落实高等级公路项目。", "等", "等级"),
    ],
)
def test_the_word_around_a_stretch(text: str, stretch: str, word: str | None) -> None:
    at = text.index(stretch)
    around = word_around(text, at, at + len(stretch))
    assert (around and text[around[0] : around[1]]) == word
