"""Calendar values with the precision the text gave.

A value is `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a span `START/END` of two days, as in the record.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator

_VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def _edge(value: str, *, last: bool) -> dt.date:
    match = _VALUE.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return dt.date(year, 12, 31) if last else dt.date(year, 1, 1)
    if day is None:
        if not 1 <= month <= 12:
            raise ValueError(f"{value!r} is no month of the calendar")
        return dt.date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise ValueError(f"{value!r} is no day of the calendar") from None


def bounds(value: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of a date value, both inclusive.

    Raises:
        ValueError: The value is malformed, not in the calendar, or ends before it begins.
    """
    start, _, end = value.partition("/")
    first, last = _edge(start, last=False), _edge(end or start, last=True)
    if last < first:
        raise ValueError(f"{value!r} ends before it begins")
    return first, last


def _checked(value: str) -> str:
    bounds(value)
    return value


def _checked_point(value: str) -> str:
    if "/" in value:
        raise ValueError(f"{value!r} is a span: write a day, a month or a year")
    bounds(value)
    return value


DateValue = Annotated[str, AfterValidator(_checked)]
"""A day, a month, a year or a span of days."""

DatePoint = Annotated[str, AfterValidator(_checked_point)]
"""A day, a month or a year."""
