"""From what an expression says to its value, by the day of the report and the expressions before it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, field, replace

from kg.annotate.dates.anchor import Anchor
from kg.annotate.dates.expression import (
    Calendar,
    DayFromContext,
    DayFromToday,
    DayOfMonth,
    Expression,
    Feast,
    Fixed,
    Lunar,
    MonthFromAnchor,
    Part,
    Stretch,
    Unmarked,
    WeekFromAnchor,
    Year,
    YearBefore,
)
from kg.annotate.dates.lunar import LUNAR_FEASTS, SOLAR_FEASTS, eve, solar
from kg.model.dates import bounds

_FUTURE = re.compile(r"将|预计|计划|拟|力争|争取|即将|届时|定于|前(?:完成|建成|竣工|投产|投用|实现)|确保|有望")
_PAST = re.compile(r"以来|出生|曾|已(?:经|于|在)|当时")


@dataclass(slots=True)
class Resolver:
    """Resolves the expressions of one text, which it must be given from left to right."""

    text: str
    anchor: Anchor | None
    seen: list[tuple[int, str]] = field(default_factory=list)
    """Start and value of the expressions so far."""

    def value(self, expression: Expression, start: int, end: int) -> str | None:
        """The date value, None where its year, month or day cannot be known or no calendar has it."""
        value = self._value(expression, start, end)
        if value is not None:
            try:
                bounds(value)
            except ValueError:
                return None
            self.seen.append((start, value))
        return value

    def _value(self, expression: Expression, start: int, end: int) -> str | None:
        match expression:
            case Fixed(value):
                return value
            case Calendar():
                return self._calendar(expression, start, end)
            case Stretch(first, last):
                return self._stretch(first, last, start, end)
            case DayOfMonth(first, last):
                month = self._month_of_day(first, start, end)
                return _days(*month, first, last) if month else None
            case DayFromToday(days, day):
                return self._day_from_today(days, day, start, end)
            case DayFromContext(days):
                last = next((value for _, value in reversed(self.seen) if len(value) == 10), None)
                return _shift(last, days) if last else None
            case MonthFromAnchor():
                return self._month_from_anchor(expression)
            case WeekFromAnchor(weeks, first, last):
                today = self.anchor.date if self.anchor else None
                if today is None:
                    return None
                monday = today + dt.timedelta(7 * weeks - today.weekday())
                return _between(monday + dt.timedelta(first - 1), monday + dt.timedelta(last - 1))
            case YearBefore(years):
                return self._year_before(years)
            case Lunar():
                return self._lunar(expression)
            case Feast(name):
                return self._feast(name, start, end)
            case Unmarked():
                return None

    def _sentence_start(self, at: int) -> int:
        return max(self.text.rfind(mark, 0, at) for mark in "。！？\n") + 1

    def _future(self, start: int, end: int) -> bool:
        """Whether the clause of the expression speaks of what is to come."""
        clause = self.text[max(start - 12, 0) : start].rpartition("。")[2] + self.text[end : end + 12].partition("。")[0]
        return bool(_FUTURE.search(clause)) and not _PAST.search(clause)

    def _year(self, year: Year | None, part: Part | None, start: int, end: int) -> int | None:
        if year is not None and year.kind == "absolute":
            return year.number
        if year is not None and year.kind == "context":
            last = self.seen[-1][1] if self.seen else None
            return int(last[:4]) + year.number if last else None
        if year is not None:
            anchor = self.anchor.year if self.anchor else self._named_year(start)
            return anchor + year.number if anchor else None
        month, day = part.first if part else (1, None)
        sentence = self._sentence_start(start)
        for at, value in reversed(self.seen):
            if at < sentence:
                break
            if len(value) >= 7 and int(value[5:7]) <= month and "/" not in value and self.anchor and int(value[:4]) != self.anchor.year:
                return int(value[:4])
            if "/" not in value and len(value) >= 7:
                break
        if self.anchor is None:
            return self._named_year(start)
        future = self._future(start, end)
        if part and part.last[0] - part.first[0] > 1:
            return self.anchor.year_of_span(month, future=future)
        return self.anchor.year_of(month, day, future=future)

    def _named_year(self, at: int) -> int | None:
        """Without a day of publication: the year that the text named last, else the first that it will name."""
        if self.seen:
            return int(self.seen[-1][1][:4])
        later = re.compile(r"(?<!\d)((?:19|20)\d\d)年").search(self.text, at)
        return int(later[1]) if later else None

    def _calendar(self, expression: Calendar, start: int, end: int) -> str | None:
        year = self._year(expression.year, expression.part, start, end)
        if year is None:
            return None
        if expression.part is None:
            return f"{year}"
        return _part(year, expression.part)

    def _stretch(self, first: Calendar, last: Calendar, start: int, end: int) -> str | None:
        year = self._year(first.year, first.part, start, end)
        if year is None:
            return None
        if last.year is not None:
            until = year if last.year.kind == "context" else self._year(last.year, last.part, start, end)
            if until is None:
                return None
        else:
            until = year
            if first.part and last.part and last.part.last[0] < first.part.first[0]:
                # 12月28日至1月3日: the year of what is nearer to the report holds.
                if first.year is None and self.anchor and self.anchor.month and self.anchor.month <= last.part.last[0]:
                    year = until - 1 if year == self.anchor.year else year
                    until = year + 1
                else:
                    until = year + 1
        begin = _part(year, first.part) if first.part else f"{year}-01-01"
        finish = _part(until, last.part) if last.part else f"{until}-12-31"
        try:
            return _between(bounds(begin)[0], bounds(finish)[1])
        except ValueError:
            return None

    def _month_of_day(self, day: int, start: int, end: int) -> tuple[int, int] | None:
        sentence = self._sentence_start(start)
        months = [(at, int(value[:4]), int(value[5:7])) for at, value in self.seen if len(value) >= 7]
        if months and months[-1][0] >= sentence:
            return months[-1][1:]
        anchor = self.anchor
        if anchor and anchor.date:
            near = [item for item in months if abs((item[1] - anchor.year) * 12 + item[2] - (anchor.month or 1)) <= 1]
            if near:
                return near[-1][1:]
            future = self._future(start, end)
            year, month = anchor.year, anchor.month or 1
            if day > (anchor.day or 31) + 1 and not future:
                year, month = (year, month - 1) if month > 1 else (year - 1, 12)
            return year, month
        if months:
            return months[-1][1:]
        return (anchor.year, anchor.month) if anchor and anchor.month else None

    def today(self) -> dt.date | None:
        """The day that 今天 means: one just before publication that the text has named, else publication."""
        if self.anchor is None or self.anchor.date is None:
            days = [value for _, value in self.seen if len(value) == 10]
            return dt.date.fromisoformat(days[0]) if days else None
        for _, value in self.seen:
            if len(value) == 10 and self.anchor.near(day := dt.date.fromisoformat(value), before=2, after=0):
                return day
        return self.anchor.date

    def _day_from_today(self, days: int, day: int | None, start: int, end: int) -> str | None:
        beside = re.compile(r"[（(](?:(?P<m>1[0-2]|0?[1-9])月)?(?P<d>3[01]|[12]\d|0?[1-9])日").match(self.text, end)
        if beside or day:
            number = day or int(beside["d"]) if beside else day
            assert number is not None
            if beside and beside["m"]:
                return self._calendar(Calendar(None, Part((int(beside["m"]), number), (int(beside["m"]), number))), start, end)
            month = self._month_of_day(number, start, end)
            return _days(*month, number, number) if month else None
        if days < 0 and self.anchor and self.anchor.date:
            return (self.anchor.date + dt.timedelta(days)).isoformat()
        today = self.today()
        return (today + dt.timedelta(days)).isoformat() if today else None

    def _month_from_anchor(self, expression: MonthFromAnchor) -> str | None:
        if expression.context:
            last = next((value for _, value in reversed(self.seen) if len(value) >= 7), None)
            base = Anchor(int(last[:4]), int(last[5:7])) if last else None
        else:
            base = self.anchor
        if base is None or base.month is None:
            return None
        index = base.year * 12 + base.month - 1 + expression.months
        year, month = index // 12, index % 12 + 1
        if expression.first is None:
            return f"{year}-{month:02d}"
        return _days(year, month, expression.first, expression.last)

    def _year_before(self, years: int) -> str | None:
        anchor = self.anchor.year if self.anchor else None
        for _, value in reversed(self.seen):
            if len(value) > 4 and (anchor is None or int(value[:4]) == anchor) and (len(value) > 10 or len(value) == 7):
                return "/".join(f"{int(end[:4]) - years}{end[4:]}" for end in value.split("/")).replace("-02-29", "-02-28")
        return str(anchor - years) if anchor else None

    def _lunar(self, expression: Lunar) -> str | None:
        def at(year: int) -> dt.date | None:
            return eve(year) if expression.month == 0 else solar(year, expression.month, expression.day, leap=expression.leap)

        if expression.year is not None:
            year = self._year(expression.year, None, 0, 0)
            found = at(year) if year else None
            return found.isoformat() if found else None
        if self.anchor is None:
            return None
        middle = self.anchor.date or dt.date(self.anchor.year, self.anchor.month or 6, 15)
        near = [day for year in range(self.anchor.year - 1, self.anchor.year + 2) if (day := at(year))]
        if self.anchor.month is None:
            # Only the year is known: the day that lies in it.
            near = [day for day in near if day.year == self.anchor.year] or near
        return min(near, key=lambda day: abs((day - middle).days)).isoformat() if near else None

    def _feast(self, name: str, start: int, end: int) -> str | None:
        if name in SOLAR_FEASTS:
            day = SOLAR_FEASTS[name]
            return self._calendar(Calendar(None, Part(day, day)), start, end)
        return self._lunar(Lunar(None, *LUNAR_FEASTS.get(name, (0, 0))))


def _part(year: int, part: Part) -> str:
    (first, begin), (last, finish) = part.first, part.last
    if part.first == part.last:
        return f"{year}-{first:02d}" if begin is None else f"{year}-{first:02d}-{begin:02d}"
    if finish is None:
        finish = calendar.monthrange(year, last)[1]
    return f"{year}-{first:02d}-{begin or 1:02d}/{year}-{last:02d}-{finish:02d}"


def _days(year: int, month: int, first: int, last: int | None) -> str:
    return _part(year, Part((month, first), (month, last)))


def _between(first: dt.date, last: dt.date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _shift(day: str, days: int) -> str:
    return (dt.date.fromisoformat(day) + dt.timedelta(days)).isoformat()


def with_dateline(anchor: Anchor | None, dateline: Calendar) -> Anchor | None:
    """The day of the report, as a dateline within a few days of publication tells it."""
    if dateline.part is None or dateline.part.first[1] is None:
        return anchor
    month, number = dateline.part.first
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
        return replace(anchor, year=day.year, month=day.month, day=day.day) if anchor else Anchor(day.year, day.month, day.day)
    return anchor
