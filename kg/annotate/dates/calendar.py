"""Values of days, ten-day periods, months, quarters and halves."""

from __future__ import annotations

import calendar
import datetime as dt

from borax.calendars.lunardate import LunarDate


def day(year: int | None, month: int, number: int) -> str | None:
    """`YYYY-MM-DD`; None without a year or for a day that is not in the calendar."""
    if year is None:
        return None
    try:
        return dt.date(year, month, number).isoformat()
    except ValueError:
        return None


def month(year: int | None, number: int) -> str | None:
    """`YYYY-MM`."""
    return f"{year}-{number:02}" if year is not None and 1 <= number <= 12 else None


def months(year: int | None, first: int, last: int) -> str | None:
    """From the first day of a month to the last of another."""
    if year is None or not 1 <= first <= last <= 12:
        return None
    return f"{year}-{first:02}-01/{year}-{last:02}-{calendar.monthrange(year, last)[1]}"


def ten_days(year: int | None, number: int, part: str) -> str | None:
    """上旬, 中旬 or 下旬 of a month."""
    if year is None or not 1 <= number <= 12:
        return None
    first, last = {"上": (1, 10), "中": (11, 20), "下": (21, calendar.monthrange(year, number)[1])}[part]
    return f"{year}-{number:02}-{first:02}/{year}-{number:02}-{last:02}"


def lunar(year: int | None, number: int, date: int, *, leap: bool = False) -> str | None:
    """A lunar day that falls into the solar `year`; None if the lunar calendar has no such day."""
    if year is None:
        return None
    for lunar_year in (year, year - 1):
        try:
            solar = LunarDate(lunar_year, number, date, int(leap)).to_solar_date()
        except Exception:  # borax raises its own and ValueError for impossible days
            continue
        if solar.year == year:
            return str(solar.isoformat())
    return None
