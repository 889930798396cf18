"""What holds of meetings and visits whatever the text says."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.events.groups import Group
from kg.annotate.events.names import find
from kg.annotate.events.statements import MEETING, PEOPLE, statements
from kg.annotate.events.visits import places
from kg.annotate.layer import Layer, Link
from kg.annotate.pipeline import annotate, pipeline
from kg.annotate.rule import REGISTRY
from kg.model.document import Article

NLP = pipeline()

CLAUSES = (
    "3月5日，东至县召开全县林业工作会议",
    "池州市市长陆砚秋主持召开市政府常务会议",
    "县委书记罗一鸣出席会议并讲话",
    "他指出，要抓好落实",
    "副县长沈清和、县政协副主席罗望舒参加调研",
    "池州市委书记方启航赴石台县调研春耕生产",
    "会上，举行了护林员聘任仪式",
    "座谈会上，沈清和作了发言",
    "会议由副县长沈清和主持",
    "方启航会见华东机械协会会长周以宁一行",
    "在“青春”论坛（第三期）上，“大家好”，主持人说",
    "全国两会精神传达到每个村",
    "《东至县防汛会议纪要》",
    "",
)
TEXTS = st.lists(st.tuples(st.sampled_from(CLAUSES), st.sampled_from("。，；\n！”（")), max_size=8).map(
    lambda parts: "".join(clause + mark for clause, mark in parts)
)


def layer(text: str, title: str | None = None) -> Layer:
    body = len(title) + 1 if title else 0
    whole = f"{title}\n{text}" if title else text
    article = Article(
        id="a", text=whole, source="a.txt", sha256="0" * 64, title=title, body_start=body, published_on="2024-03-06"
    )
    [(_, doc)] = annotate(NLP, [article])
    found = doc._.kg
    assert isinstance(found, Layer)
    return found


def links(found: Layer) -> list[Link]:
    parts = ("conveners", "chairs", "speakers", "attendees", "topics", "leaders", "companions", "places", "projects")
    events = [*found.meetings, *found.visits]
    return [link for event in events for part in parts for link in getattr(event, part, [])]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_link_stands_in_the_text_and_names_its_rule(text: str) -> None:
    found = layer(text)
    people = {person.name for person in found.people}
    for link in links(found):
        assert 0 <= link.start < link.end <= len(text)
        assert link.rule in REGISTRY
    for meeting in found.meetings:
        assert meeting.name
        assert re.sub(r"\s", "", meeting.name) in re.sub(r"\s", "", text)
        assert {link.name for link in (*meeting.chairs, *meeting.speakers, *meeting.attendees)} <= people
        for start, end, rule in meeting.fields.values():
            assert 0 <= start < end <= len(text)
            assert rule in REGISTRY


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_nobody_has_two_parts_that_exclude_each_other(text: str) -> None:
    found = layer(text)
    for meeting in found.meetings:
        attendees = [link.name for link in meeting.attendees]
        assert len(set(attendees)) == len(attendees)
        assert not set(attendees) & {link.name for link in meeting.chairs}
        assert {link.name for link in meeting.speakers} <= set(attendees) | {link.name for link in meeting.chairs}
    for visit in found.visits:
        assert visit.leaders
        assert not {link.name for link in visit.leaders} & {link.name for link in visit.companions}


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_statement_s_code_maps_back_to_the_text(text: str) -> None:
    found = layer(text)
    for statement in statements(found):
        for index, char in enumerate(statement.code):
            offset = statement.offset(index)
            assert statement.start <= offset < statement.end
            if char not in (PEOPLE, MEETING):
                assert statement.index(offset) == index
            else:
                sign = statement.signs[index]
                assert sign.start == offset
                assert isinstance(sign, Group) == (char == PEOPLE)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_names_do_not_overlap_and_stay_within_their_sentence(text: str) -> None:
    stretches = [(0, len(text))]
    names = list(find(text, stretches, frozenset(), frozenset()))
    assert all(a.end <= b.start for a, b in itertools.pairwise(names))
    assert all(0 <= name.start < name.end <= len(text) and name.name.startswith(name.name.strip()) for name in names)


@pytest.mark.parametrize("text", ["", "\n\n", "。。。", "会议", "（" * 50 + "会议", "Nothing in Chinese here."])
def test_a_text_that_reports_nothing(text: str) -> None:
    found = layer(text)
    assert found.meetings == []
    assert found.visits == []


def test_the_headline_gives_the_longer_name_and_no_second_meeting() -> None:
    found = layer("3月5日，东至县召开林业工作会议。县长高望远主持会议。", title="东至县召开2024年度全县林业工作会议")
    [meeting] = found.meetings
    assert meeting.name == "2024年度全县林业工作会议"
    assert [link.name for link in meeting.chairs] == ["高望远"]


def test_half_width_marks_part_clauses_too() -> None:
    found = layer("3月5日,县长高望远主持召开全县林业工作会议,副县长沈清和参加会议。")
    [meeting] = found.meetings
    assert [link.name for link in meeting.chairs] == ["高望远"]
    assert [link.name for link in meeting.attendees] == ["沈清和"]


def test_one_line_without_a_full_stop_is_read_in_pieces() -> None:
    found = layer("县长高望远主持召开全县林业工作会议，" * 400)
    [meeting] = found.meetings
    assert [link.name for link in meeting.chairs] == ["高望远"]
    assert all(end - start <= 2000 for start, end in ((s.start, s.end) for s in statements(found)))


def test_the_same_text_gives_the_same_events() -> None:
    text = "3月5日，县长高望远赴石台县调研，并召开座谈会。副县长沈清和参加调研。"
    assert [layer(text).meetings, layer(text).visits] == [layer(text).meetings, layer(text).visits]


def test_a_matter_that_is_inspected_is_no_place() -> None:
    text = "我市养老服务工作、云岭镇敬老院、各自联系点和青桐社区"
    assert [text[start:end] for start, end in places(text)] == ["云岭镇敬老院", "青桐社区"]
