"""Date values and the days that they cover."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.dates import bounds


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_a_day_covers_itself_and_lies_in_its_month_and_year(day: dt.date) -> None:
    assert bounds(day.isoformat()) == (day, day)
    for value in (f"{day:%Y-%m}", f"{day:%Y}"):
        first, last = bounds(value)
        assert first <= day <= last


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-09-11/2023-09-20", "2023-09-11", "2023-09-20"),
    ],
)
def test_what_values_cover(value: str, first: str, last: str) -> None:
    assert bounds(value) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("value", ["2023-02-30", "2023-13", "23-1-1", "", "2023-09-20/2023-09-11", "近日"])
def test_what_is_no_value_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day|begins"):
        bounds(value)
