"""From what an expression says to its value, by the day of the report and the expressions before it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

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
    YearBefore,
)
from kg.annotate.dates.lunar import LUNAR_FEASTS, SOLAR_FEASTS, lunar_day, nearest_lunar_day
from kg.annotate.dates.values import between, days_of, part_value, shift
from kg.annotate.dates.years import Years
from kg.model.dates import bounds


@dataclass(slots=True)
class Resolver(Years):
    """Resolves the expressions of one text, which it must be given from left to right."""

    named: list[dt.date] = field(default_factory=list)
    """The days that the text has named so far, not told from today."""

    def value(self, expression: Expression, start: int, end: int) -> str | None:
        """The date value, None where its year, month or day cannot be known or no calendar has it."""
        value = self._value(expression, start, end)
        if value is not None:
            try:
                bounds(value)
            except ValueError:
                return None
            self.seen.append((start, value))
            if len(value) == 10 and (isinstance(expression, Calendar | DayOfMonth) or getattr(expression, "day", None)):
                self.named.append(dt.date.fromisoformat(value))
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
                return days_of(*month, first, last) if month else None
            case DayFromToday(days, day):
                return self._day_from_today(days, day, start, end)
            case DayFromContext(days):
                day_before = next((value for _, value in reversed(self.seen) if len(value) == 10), None)
                return shift(day_before, days) if day_before else None
            case MonthFromAnchor():
                return self._month_from_anchor(expression)
            case WeekFromAnchor(weeks, first, last):
                today = self.anchor.date if self.anchor else None
                if today is None:
                    return None
                monday = today + dt.timedelta(7 * weeks - today.weekday())
                return between(monday + dt.timedelta(first - 1), monday + dt.timedelta(last - 1))
            case YearBefore(years):
                return self._year_before(years)
            case Lunar():
                return self._lunar(expression)
            case Feast(name):
                return self._feast(name, start, end)
            case Unmarked():
                return None

    def _calendar(self, expression: Calendar, start: int, end: int) -> str | None:
        year = self.year(expression.year, expression.part, start, end)
        if year is None:
            return None
        if expression.part is None:
            return f"{year}"
        return part_value(year, expression.part)

    def _stretch(self, first: Calendar, last: Calendar, start: int, end: int) -> str | None:
        year = self.year(first.year, first.part, start, end)
        if year is None:
            return None
        if last.year is not None:
            until = year if last.year.kind == "context" else self.year(last.year, last.part, start, end)
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
        begin = part_value(year, first.part) if first.part else f"{year}-01-01"
        finish = part_value(until, last.part) if last.part else f"{until}-12-31"
        try:
            return between(bounds(begin)[0], bounds(finish)[1])
        except ValueError:
            return None

    def _month_of_day(self, day: int, start: int, end: int) -> tuple[int, int] | None:
        sentence = self.sentence_start(start)
        months = [(at, int(value[:4]), int(value[5:7])) for at, value in self.seen if len(value) >= 7]
        if months and months[-1][0] >= sentence:
            return months[-1][1:]
        anchor = self.anchor
        if anchor and anchor.date:
            near = [item for item in months if abs((item[1] - anchor.year) * 12 + item[2] - (anchor.month or 1)) <= 1]
            if near:
                return near[-1][1:]
            future = self.future(start, end)
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
            return self.named[0] if self.named else None
        if self.anchor.dateline:
            return self.anchor.date
        return next((day for day in self.named if self.anchor.near(day, before=2, after=0)), self.anchor.date)

    def _day_from_today(self, days: int, day: int | None, start: int, end: int) -> str | None:
        beside = re.compile(r"[（(](?:(?P<m>1[0-2]|0?[1-9])月)?(?P<d>3[01]|[12]\d|0?[1-9])日").match(self.text, end)
        if beside or day:
            number = day or int(beside["d"]) if beside else day
            assert number is not None
            if beside and beside["m"]:
                return self._calendar(
                    Calendar(None, Part((int(beside["m"]), number), (int(beside["m"]), number))), start, end
                )
            month = self._month_of_day(number, start, end)
            return days_of(*month, number, number) if month else None
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
        return days_of(year, month, expression.first, expression.last)

    def _year_before(self, years: int) -> str | None:
        anchor = self.anchor.year if self.anchor else None
        for _, value in reversed(self.seen):
            if len(value) > 4 and (anchor is None or int(value[:4]) == anchor) and (len(value) > 10 or len(value) == 7):
                return "/".join(f"{int(end[:4]) - years}{end[4:]}" for end in value.split("/")).replace(
                    "-02-29", "-02-28"
                )
        return str(anchor - years) if anchor else None

    def _lunar(self, expression: Lunar) -> str | None:
        if expression.year is not None:
            year = self.year(expression.year, None, 0, 0)
            day = lunar_day(year, expression) if year else None
        else:
            day = nearest_lunar_day(self.anchor, expression) if self.anchor else None
        return day.isoformat() if day else None

    def _feast(self, name: str, start: int, end: int) -> str | None:
        if name in SOLAR_FEASTS:
            day = SOLAR_FEASTS[name]
            return self._calendar(Calendar(None, Part(day, day)), start, end)
        return self._lunar(Lunar(None, *LUNAR_FEASTS.get(name, (0, 0))))
