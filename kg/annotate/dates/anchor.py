"""The day of the report: what 今天, 今年 and a month without a year are told from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kg.annotate.dates.expression import Calendar


@dataclass(frozen=True, slots=True)
class Anchor:
    """As much of the day of the report as is known; month and day are None where only the year or the month is."""

    year: int
    month: int | None = None
    day: int | None = None
    dateline: bool = False
    """Whether a dateline gave it, so that no other day of the text is today."""

    @classmethod
    def of(cls, published_on: str | None) -> Anchor | None:
        """From `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
        if not published_on:
            return None
        year, month, day = (*map(int, published_on.split("-")), None, None)[:3]
        return cls(year or 0, month, day)

    @property
    def date(self) -> dt.date | None:
        """The day, where it is known."""
        return dt.date(self.year, self.month, self.day) if self.month and self.day else None

    def near(self, day: dt.date, *, before: int, after: int) -> bool:
        """Whether `day` is within so many days of the report's."""
        return self.date is not None and -before <= (day - self.date).days <= after

    def year_of(self, month: int, day: int | None, *, future: bool) -> int:
        """The year of a month (and day) without one, seen from here.

        It is this year, but for a month that lies far ahead (December in an article of January, unless
        it is spoken of as to come) and one that lies far back and is to come (January in one of December).
        """
        if self.month is None:
            return self.year
        ahead = (month - self.month) * 30 + ((day or self.day or 15) - (self.day or 15))
        if ahead > (300 if future else 183):
            return self.year - 1
        if ahead < -183 and future:
            return self.year + 1
        if ahead < -320 and self.month == 12:
            return self.year + 1
        return self.year

    def year_of_span(self, month: int, *, future: bool) -> int:
        """The year of a quarter or half-year that begins with `month`; in January 四季度 is last year's."""
        ahead = month - (self.month or month)
        if ahead >= 8 and not future:
            return self.year - 1
        return self.year + 1 if ahead <= -9 and future else self.year


def with_dateline(anchor: Anchor | None, dateline: Calendar) -> Anchor | None:
    """The day of the report, as a dateline within a few days of publication tells it."""
    if dateline.part is None:
        return anchor
    month, number = dateline.part.first
    if number is None:
        return anchor
    if dateline.year is not None and dateline.year.kind == "absolute":
        year = dateline.year.number
    elif anchor is not None:
        year = anchor.year_of(month, number, future=False)
    else:
        return anchor
    try:
        day = dt.date(year, month, number)
    except ValueError:
        return anchor
    if anchor is None or anchor.date is None or anchor.near(day, before=4, after=1):
        return Anchor(day.year, day.month, day.day, dateline=True)
    return anchor
