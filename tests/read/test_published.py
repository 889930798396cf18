import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.published import published_on


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2023-02-03", "2023-02-03"),
        ("2023/2/3", "2023-02-03"),
        ("2023.2.3", "2023-02-03"),
        ("20230203", "2023-02-03"),
        ("2023年2月3日", "2023-02-03"),
        ("2011年09月27", "2011-09-27"),
        ("2023-07-25 21:39", "2023-07-25"),
        ("2023-07-25T21:39:00+08:00", "2023-07-25"),
        ("2023年2月", "2023-02"),
        ("2023-02", "2023-02"),
        (" 2023 ", "2023"),
        ("2024年2月29日", "2024-02-29"),
    ],
)
def test_dates_as_they_are_written(written: str, value: str) -> None:
    assert published_on(written) == value


@pytest.mark.parametrize("written", ["2023-02-30", "2023年2月30日", "2023-13", "2023-02-29"])
def test_days_that_are_not_in_the_calendar(written: str) -> None:
    with pytest.raises(ValueError, match="calendar"):
        published_on(written)


@pytest.mark.parametrize("written", ["", "昨天", "2月3日", "1023-01-01", "2023-07-25 lately"])
def test_what_is_no_date(written: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        published_on(written)


@given(st.dates(dt.date(1949, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_in_every_way(day: dt.date) -> None:
    ways = [
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        f"{day.year}/{day.month}/{day.day}",
    ]
    assert {published_on(way) for way in ways} == {day.isoformat()}
