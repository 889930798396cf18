"""What a date expression says by itself, before its context gives it a year, a month or a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Year:
    """A year: `absolute` (2023年), or so many years from the article's (`anchor`) or the last one named (`context`)."""

    kind: Literal["absolute", "anchor", "context"]
    number: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year, from `(month, day)` to `(month, day)`; a day is None where a whole month is meant."""

    first: tuple[int, int | None]
    last: tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year or a part of one; `year` is None where the text leaves it out, `part` where the year is meant."""

    year: Year | None
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one to another; the second takes from the first what it leaves out."""

    first: Calendar
    last: Calendar


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day, or days, of the month that the context gives (18日, 29日至30日)."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class DayFromToday:
    """今天, 昨天, 明晚: so many days from the day of the report; `day` where a number stands beside it (今（15）日)."""

    days: int
    day: int | None = None


@dataclass(frozen=True, slots=True)
class DayFromContext:
    """当天, 次日: so many days from the day last named."""

    days: int


@dataclass(frozen=True, slots=True)
class MonthFromAnchor:
    """本月, 下月初, 上月28日: a month by its distance from the article's, or a part of it in days."""

    months: int
    first: int | None = None
    last: int | None = None
    context: bool = False
    """同月: by its distance from the month last named."""


@dataclass(frozen=True, slots=True)
class WeekFromAnchor:
    """上周五, 本周末, 下周: days of a week by its distance from the article's, Monday being 1."""

    weeks: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class YearBefore:
    """去年同期: the stretch last named, so many years earlier."""

    years: int


@dataclass(frozen=True, slots=True)
class Lunar:
    """A day of the lunar calendar; month 0 is the eve of its year."""

    year: Year | None
    month: int
    day: int
    leap: bool = False


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast named as the day on which something happened."""

    name: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no context; None for a day that no calendar has."""

    value: str | None


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A stretch that reads like a date and is none: part of a name, a line of publication.

    It keeps shorter rules from finding a date inside. A dateline still gives the day of the report.
    """

    dateline: Calendar | None = None


Expression = (
    Calendar | Stretch | DayOfMonth | DayFromToday | DayFromContext | MonthFromAnchor | WeekFromAnchor | YearBefore
    | Lunar | Feast | Fixed | Unmarked
)  # fmt: skip
