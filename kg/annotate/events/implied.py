"""A meeting that people are said to be at, though no sentence says that it is held."""

from __future__ import annotations

import re

from kg.annotate.events.joins import IMPLIED
from kg.annotate.events.links import take
from kg.annotate.events.names import GENERIC, MeetingName
from kg.annotate.events.patterns import planned
from kg.annotate.events.role_patterns import CHAIRED_BY
from kg.annotate.events.roles import Act
from kg.annotate.events.statements import MEETING, Statement, within
from kg.annotate.events.story import Story
from kg.annotate.events.thread import Gathering, Journey, matches
from kg.annotate.layer import MeetingEvent

_THERE = re.compile(
    rf"(?:出席|参加|列席)了?(?:本次|此次|该)?(?:{MEETING}|活动|仪式|开幕)|出席|致辞|致词|致欢迎[辞词]|主持(?:{MEETING}|活动|仪式)"
)
"""What nobody does but at a meeting."""
_EARLY = 12
"""Names of meetings within which the one meant stands, from the beginning."""
_ANY = ("活动", "会议", "大会", "仪式")
"""Kinds that name nothing, even where the report goes there."""
_AT = ("现场，", "上，")
_PHRASE = re.compile(r"为|自|助力|通过|打击|.*(?:违法|犯罪)")
_MARKED = re.compile(r"[“”]|主题|系列|届|周年")
_LATELY = re.compile(r"近日|日前|今天|昨天|昨日|今日|当[天日晚]|今晚|昨晚|连日来")


def implied(story: Story) -> Gathering | None:
    """The meeting of those who attend or open something (出席活动, 致辞) that no meeting told so far can be.

    It is the one with the longest name in front of them, else one whose kind is no word for any meeting. None where
    the report gives no day, or where a meeting or a visit was told before they are.
    """
    there = [(act, statement) for act, statement in story.unplaced if _is_there(act, statement)]
    if not there or not _has_day(story):
        return None
    first = there[0][1]
    known: list[Gathering | Journey] = [*story.gatherings, *story.journeys]
    if any(event.told[0].start < first.start for event in known):
        return None
    name = _name(story, there, alone=not story.gatherings and not story.journeys)
    if name is None:
        return None
    event = MeetingEvent(name.start, name.end, IMPLIED.id, name.name, name.kind, confidence=0.6)
    meant = Gathering(event, [name], [first])
    for act, _ in story.unplaced:
        take(meant, act)
    return meant


def _is_there(act: Act, statement: Statement) -> bool:
    return (act.rule == CHAIRED_BY.id or bool(_THERE.match(statement.code, act.at))) and not planned(
        statement.code, act.at
    )


def _has_day(story: Story) -> bool:
    article = story.layer.article
    begin, end = article.body_start, story.unplaced[0][1].end
    return any(
        date.value and len(date.value) > len("2024-03") for date in within(story.layer.dates, begin, end)
    ) or bool(_LATELY.search(article.text, begin, end))


def _is_own(name: MeetingName) -> bool:
    """Whether it is a name, and no phrase that ends in a word for one (打击违法犯罪活动)."""
    return not name.bare and not _PHRASE.match(name.name) and (name.kind != "活动" or bool(_MARKED.search(name.name)))


def _name(story: Story, there: list[tuple[Act, Statement]], *, alone: bool) -> MeetingName | None:
    until = there[0][1].end
    governed = [statement.name(act.meeting) for act, statement in there if act.meeting is not None]
    if attended := next((name for name in governed if not name.bare), None):
        return attended
    early = [name for name in story.mentioned[:_EARLY] if name.start < until]
    own = [name for name in early if _is_own(name) and not any(matches(name, known) for known in story.gatherings)]
    if own:
        return max(own, key=lambda name: len(name.name))
    if not alone:
        return None
    if other := next((name for name in early if name.kind not in GENERIC), None):
        return other
    text = story.layer.article.text
    later = [name for name in story.mentioned[:_EARLY] if name.start >= until and name.kind not in _ANY]
    return next((name for name in later if text.startswith(_AT, name.end)), None)
