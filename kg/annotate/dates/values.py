"""Date values of `kg.model.dates` from years, parts of them and days."""

from __future__ import annotations

import calendar
import datetime as dt

from kg.annotate.dates.expression import Part


def part_value(year: int, part: Part) -> str:
    """A part of a year: a month, a day, or a span of days."""
    (first, begin), (last, finish) = part.first, part.last
    if part.first == part.last:
        return f"{year}-{first:02d}" if begin is None else f"{year}-{first:02d}-{begin:02d}"
    if finish is None:
        finish = calendar.monthrange(year, last)[1]
    return f"{year}-{first:02d}-{begin or 1:02d}/{year}-{last:02d}-{finish:02d}"


def days_of(year: int, month: int, first: int, last: int | None) -> str:
    """Days of one month, to its end where `last` is None."""
    return part_value(year, Part((month, first), (month, last)))


def between(first: dt.date, last: dt.date) -> str:
    """From one day to another; one day where they are the same."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def shift(day: str, number: int) -> str:
    """So many days later."""
    return (dt.date.fromisoformat(day) + dt.timedelta(number)).isoformat()
