"""Dates of publication as pages, CSV files and JSON Lines write them."""

from __future__ import annotations

import re

from kg.model.dates import bounds

_WRITTEN = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*"
    r"(?:年\s*(?:(?P<m1>\d{1,2})\s*月\s*(?:(?P<d1>\d{1,2})\s*日?)?)?"
    r"|[-/.](?P<m2>\d{1,2})(?:[-/.](?P<d2>\d{1,2}))?"
    r"|(?P<m3>\d\d)(?P<d3>\d\d))?"
    r"(?:[T\s]*\d{1,2}[:：时]\s*\d{1,2}.{0,24})?"
)


def published_on(written: str) -> str:
    """A day, a month or a year as the record writes it; a time of day behind it is dropped.

    Takes `2023-02-03`, `2023/2/3`, `2023.2.3`, `20230203`, `2023年2月3日`, and the same without the day or
    without the month.

    Raises:
        ValueError: It is no date, or none of the calendar; the message says which.
    """
    match = _WRITTEN.fullmatch(written.strip())
    if match is None:
        raise ValueError(f"{written.strip()!r} is no date")
    month = match["m1"] or match["m2"] or match["m3"]
    day = match["d1"] or match["d2"] or match["d3"]
    value = "-".join([match["year"], *(part.zfill(2) for part in (month, day) if part)])
    bounds(value)
    return value
