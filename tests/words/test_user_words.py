from __future__ import annotations

import pytest

from kg.words import model_file
from kg.words.segmenter import Segmenter, packaged
from kg.words.user_words import UserWords


def _cut(text: str, words: UserWords) -> str:
    starts = bytearray(len(text.replace("|", "")) + 1)
    at = 0
    for word in text.split("|"):
        starts[at] = 1
        at += len(word)
    starts[at] = 1
    text = text.replace("|", "")
    words.apply(text, starts)
    cuts = [i for i in range(len(text)) if starts[i]]
    return "|".join(text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True))


@pytest.mark.parametrize(
    ("cut", "expected"),
    [
        ("举行|签约|仪式", "举行|签约仪式"),
        ("举行|签约|仪式感", "举行|签约|仪式感"),
        ("音乐|节奏", "音乐|节奏"),
        ("在|长安|街", "在|长安|街"),
    ],
)
def test_joining_words_cut_no_word(cut: str, expected: str) -> None:
    assert _cut(cut, UserWords(["签约仪式", "音乐节", "长安街道"])) == expected


@pytest.mark.parametrize(
    ("cut", "expected"),
    [
        ("到|七|台|河市|调研", "到|七台河市|调研"),
        ("到七|台|河|市里", "到|七台河市|里"),
        ("七|台|河市委|书记", "七台河|市委|书记"),
    ],
)
def test_cutting_words_cut_but_before_an_organ(cut: str, expected: str) -> None:
    assert _cut(cut, UserWords([], ["七台河市"])) == expected


def test_no_words_change_nothing() -> None:
    assert _cut("签约|仪式", UserWords([])) == "签约|仪式"


def test_the_packaged_words_do_not_cut_the_models() -> None:
    text = "随着音乐节奏，市民在上海市区散步"
    model = Segmenter(model_file.read(packaged()))
    both = Segmenter(model_file.read(packaged()), UserWords.load())
    assert both.words(text) == model.words(text)
