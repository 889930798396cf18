"""Meetings that a report only names in passing, or that are a part of the one it tells of."""

from __future__ import annotations

import re

from kg.annotate.events.dating import date_beside
from kg.annotate.events.held import Introduction, during
from kg.annotate.events.patterns import HELD
from kg.annotate.events.roles import Reading
from kg.annotate.events.statements import MEETING, PEOPLE
from kg.annotate.events.thread import Event, Journey
from kg.annotate.layer import Layer

_WITHIN = re.compile(
    rf"(?:会上|会后|会前|现场|期间|活动[中期]|(?:在)?{MEETING}(?:上|还|期间|现场|中|结束后|后|前)?)[^。{PEOPLE}]*$"
)
_NEXT = re.compile(r"随后|会后|接着|之后|上午|下午|晚上|当天|当日|同日|日前|近日")
AFTER = re.compile(r"(?:会后|会议结束后|会议之后)，[^，。]{2,30}$")
"""Behind a meeting another body holds one of its own: 会后，…代表组召开会议."""


def is_aside(layer: Layer, reading: Reading, made: Introduction, now: Event | None) -> bool:
    """Whether a meeting is only a part of the one told, or is named in passing, so that the report goes on about the other."""
    if during(reading.statement.code, made.at):
        return True
    if now is None:
        return False
    front = reading.view[: made.verb]
    if isinstance(now, Journey):
        return now.event.kind == "会见" and PEOPLE not in front
    if PEOPLE in front:
        return False
    if _WITHIN.match(front) and made.rule == HELD.id:
        return not (made.name.bare and AFTER.search(front))
    dated = date_beside(layer, reading.statement, reading.statement.offset(made.verb), made.name) is not None
    return made.strong and not made.name.bare and not dated and not _NEXT.search(front)
