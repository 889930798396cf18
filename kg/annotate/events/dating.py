"""When an event was."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from kg.annotate.events.joins import DATE_BESIDE
from kg.annotate.events.names import MeetingName
from kg.annotate.events.statements import Statement, full_width, within
from kg.annotate.layer import DateMention, Layer
from kg.model.dates import bounds

Dated = tuple[str, tuple[int, int, str]]
"""A date value, and the stretch that gives it with the rule's id."""

_LONGEST = dt.timedelta(days=31)
"""A stretch of days longer than this dates a period, not an event."""
_NEAR = 40
"""Characters behind a name within which a date can be the meeting's (座谈会8月5日在…举行)."""
_DAY = 8
"""Characters of a date value that names a day, at least."""
_VAGUE = re.compile(r"近日|日前|近期|此前|不久前|前不久|连日来|前段时间|近段时间")
_NOT_OF_EVENT = re.compile(
    r"(?:[之以]?前|起|底|消息|报道|讯|电(?!视|商|话|力|影)|刊发|发布[^，。]{0,6}(?:消息|通报)|出版|版|(?:从|自)[^，。；]{1,40}?(?<!会)(?<!会上)(?<!现场)(?:获悉|了解到))"
)
"""What makes a date that of the report (8月4日讯) or a limit (9月前)."""


_OWN = re.compile(r"[”》]?(?:原|拟|定|计划|预计)?(?:将于|将在|定于|将|于)")
"""Between a name and the day that is its own, whatever day stands in front: 节会将于8月19日."""


def _dates(layer: Layer, start: int, end: int) -> list[DateMention]:
    """Days, short stretches of days and months."""
    text = full_width(layer.article.text)
    return [d for d in within(layer.dates, start, end) if _dates_event(d) and not _NOT_OF_EVENT.match(text, d.end)]


def _dates_event(date: DateMention) -> bool:
    if date.value is None or len(date.value) < len("2024-03"):
        return False
    first, last = bounds(date.value)
    return last - first <= _LONGEST


def _is_day(date: DateMention) -> bool:
    return date.value is not None and len(date.value) >= _DAY


def lead_date(layer: Layer, statements: Sequence[Statement]) -> DateMention | None:
    """The first day that the statements give."""
    return next((d for s in statements for d in _dates(layer, s.start, s.end) if _is_day(d)), None)


def date_beside(layer: Layer, statement: Statement, at: int, name: MeetingName | None) -> Dated | None:
    """The date that the statement gives an event told at offset `at`: a day rather than a month, in front rather than behind.

    The last one in front counts, as purposes and backgrounds are told first.
    """
    text = full_width(layer.article.text)
    found = [
        d
        for d in _dates(layer, statement.start, statement.end)
        if name is None or d.end <= name.start or d.start >= name.end
    ]
    behind = [d for d in found if _is_day(d) and 0 <= d.start - max(at, name.end if name else at) < _NEAR]
    front = [d for d in found if d.start < at and not _VAGUE.search(text, d.end, at)]
    days = [d for d in front if _is_day(d)]
    own = [d for d in behind if name and _OWN.fullmatch(text, name.end, d.start)]
    for date in own[:1] or days[-1:] or behind[:1] or front[-1:]:
        if date.value is not None:
            return date.value, (date.start, date.end, DATE_BESIDE.id)
    return None


def undated(layer: Layer, statement: Statement, at: int) -> bool:
    """Whether the statement says in front of the event that its day is left open: 近日, 此前."""
    return bool(_VAGUE.search(full_width(layer.article.text), statement.start, at))


def apart(one: str, other: str) -> bool:
    """Whether two date values have no day in common."""
    (first, last), (begin, end) = bounds(one), bounds(other)
    return last < begin or end < first


def within_a_day(one: str, other: str) -> bool:
    """Whether two days are the same or follow on each other: a report often has that of its writing too."""
    return abs(bounds(one)[0] - bounds(other)[0]) <= dt.timedelta(days=1)
