"""Days of the lunar calendar and of the feasts, as days of the solar one.

The lunar calendar is borax's (1900 to 2100, after the tables of the Hong Kong Observatory).
"""

from __future__ import annotations

import datetime as dt

from borax.calendars.lunardate import InvalidLunarDateError, LunarDate

from kg.annotate.dates.anchor import Anchor
from kg.annotate.dates.expression import Lunar

MONTHS = {"正": 1, "冬": 11, "腊": 12}
"""Months with a name of their own; the others are counted."""

SOLAR_FEASTS = {
    "元旦": (1, 1), "三八国际妇女节": (3, 8), "妇女节": (3, 8), "植树节": (3, 12), "五一国际劳动节": (5, 1), "劳动节": (5, 1),
    "五四青年节": (5, 4), "青年节": (5, 4), "六一国际儿童节": (6, 1), "六一儿童节": (6, 1), "儿童节": (6, 1), "建党节": (7, 1),
    "七一建党节": (7, 1), "八一建军节": (8, 1), "建军节": (8, 1), "教师节": (9, 10), "烈士纪念日": (9, 30), "国庆节": (10, 1),
    "记者节": (11, 8), "国家宪法日": (12, 4),
}  # fmt: skip
LUNAR_FEASTS = {
    "春节": (1, 1),
    "元宵节": (1, 15),
    "端午节": (5, 5),
    "七夕节": (7, 7),
    "中秋节": (8, 15),
    "重阳节": (9, 9),
    "腊八节": (12, 8),
}


def solar(year: int, month: int, day: int, *, leap: bool = False) -> dt.date | None:
    """The solar day of a lunar one, None where that lunar year has no such day."""
    try:
        found: dt.date = LunarDate(year, month, day, 1 if leap else 0).to_solar_date()
    except InvalidLunarDateError:
        return None
    return found


def _eve(year: int) -> dt.date | None:
    """The day before the first of `year`'s lunar months (除夕)."""
    first = solar(year, 1, 1)
    return first - dt.timedelta(1) if first else None


def lunar_day(year: int, expression: Lunar) -> dt.date | None:
    """The solar day of an expression in one lunar year."""
    if expression.month == 0:
        return _eve(year)
    return solar(year, expression.month, expression.day, leap=expression.leap)


def nearest_lunar_day(anchor: Anchor, expression: Lunar) -> dt.date | None:
    """The solar day nearest to the report; the one in its year where only that is known."""
    middle = anchor.date or dt.date(anchor.year, anchor.month or 6, 15)
    near = [day for year in range(anchor.year - 1, anchor.year + 2) if (day := lunar_day(year, expression))]
    if anchor.month is None:
        near = [day for day in near if day.year == anchor.year] or near
    return min(near, key=lambda day: abs((day - middle).days)) if near else None
