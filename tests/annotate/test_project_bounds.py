"""Where a project's name begins: an answer in the stretch, whatever the words (it once went round for ever)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.projects.bounds import name_start

WORDS = [
    "和",
    "与",
    "及",
    "以及",
    "合作",
    "项目",
    "国内",
    "其他",
    "城市",
    "的",
    "发展",
    "，",
    "基地",
    "建设",
    "产业",
    "中心",
    "对",
    "一个",
    "“",
    "”",
    "农业",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), st.data())
def test_a_name_begins_in_its_stretch(words: list[str], data: st.DataObject) -> None:
    text = "".join(words)
    head = data.draw(st.integers(1, len(text)))
    begin = data.draw(st.integers(0, head - 1))
    assert begin - 1 <= name_start(text, begin, head, []) <= len(text)


@pytest.mark.parametrize(
    ("text", "begin", "head"),
    [
        ("以及城市城市项目中心与国内农业及", 0, 4),
        ("产业城市”与与发展项目合作农业", 4, 9),
        ("其他”与产业农业项目对", 2, 6),
    ],
)
def test_these_came_back_to_the_same_place(text: str, begin: int, head: int) -> None:
    assert begin <= name_start(text, begin, head, []) <= head
