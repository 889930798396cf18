"""Where names begin: a character that parts words elsewhere parts none inside one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.annotate.initiatives.candidates import candidates as initiatives
from kg.annotate.initiatives.reading import Reading
from kg.annotate.layer import Layer
from kg.annotate.projects.candidates import candidates as projects
from kg.model.document import Article

HARD = (Path(__file__).parent / "hard_names.txt").read_text(encoding="utf-8").split()
"""Names written to hold, or begin with, a character that is also a preposition, a particle or a verb."""

FRAMES = (
    "项目专班实施了{}，预计明年完工。",
    "昨天，{}开工建设。",
    "会议听取{}的进展情况。",
    "甲公司承建{}，总投资3亿元。",
)


def _project(text: str, end: int) -> str | None:
    return next((text[c.start : c.end] for c in projects(text, [], []) if c.end == end), None)


def _initiatives(text: str) -> list[str]:
    reading = Reading(Layer(Article(id="", text=text, source="", sha256="")))
    return [text[c.start : c.end] for c in initiatives(reading)]


@pytest.mark.parametrize(
    "name",
    ["高等级公路项目", "绝对值编码器项目", "方向盘生产基地", "调和油生产线", "供给站改造工程", "植被恢复工程"],
)
def test_a_project_holds_words_with_such_a_character(name: str) -> None:
    for frame in FRAMES:
        text = frame.format(name)
        assert _project(text, text.index(name) + len(name)) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("昨天，全市对滨河公园验收。", "滨河公园"),
        ("甲公司是城北水厂项目的业主。", "城北水厂项目"),
        ("双方就共建和城北水厂项目座谈。", "城北水厂项目"),
        ("基于物联网平台项目座谈。", "物联网平台项目"),
    ],
)
def test_the_same_character_parts_where_it_is_a_word(text: str, name: str) -> None:
    assert _project(text, text.index(name) + len(name)) == name


def test_most_hard_names_are_right() -> None:
    right = sum(
        _project(text, text.index(name) + len(name)) == name
        for name in HARD
        for text in (frame.format(name) for frame in FRAMES)
    )
    assert right >= 110, f"{right} of {len(HARD) * len(FRAMES)}; by lists of exceptions alone it is 20"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("两县签约，健全区域水源保护合作机制。", "区域水源保护合作机制"),
        ("本市创建省级双拥模范城。", "省级双拥模范城"),
        ("各支部落实组织生活会制度。", "组织生活会制度"),
    ],
)
def test_an_initiative_has_the_whole_of_its_first_word(text: str, name: str) -> None:
    assert name in _initiatives(text)
    assert name[1:] not in _initiatives(text)
