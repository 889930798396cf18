"""Dates: every day of the calendar in every spelling, spans in order, offsets that give the text back."""

from __future__ import annotations

import datetime as dt
import itertools

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.dates import date_before, dates_in
from kg.annotate.layer import DateMention, Layer, layer_of
from kg.annotate.pipeline import annotate, pipeline
from kg.model.dates import bounds
from kg.model.document import Article

NLP = spacy.blank("zh")
pipeline()  # registers the components
NLP.add_pipe("kg_sentences")
NLP.add_pipe("kg_dates")
DAYS = st.dates(dt.date(1901, 3, 1), dt.date(2098, 6, 30))
DIGITS = "〇一二三四五六七八九"


def layer(text: str, published_on: str | None = None) -> Layer:
    [(_, doc)] = annotate(
        NLP, [Article(id="case", text=text, source="case.txt", sha256="0" * 64, published_on=published_on)]
    )
    return layer_of(doc)


def found(text: str, published_on: str | None = None) -> list[tuple[str, str | None]]:
    return [(date.text, date.value) for date in layer(text, published_on).dates]


def counted(number: int) -> str:
    """A number up to ninety-nine in Chinese numerals."""
    tens, units = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (
        DIGITS[units] if units or not tens else ""
    )


SPELLINGS = {
    "digits": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "padded": lambda d: f"{d.year}年{d.month:02}月{d.day:02}日",
    "spaced": lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    "full width": lambda d: f"{d.year}年{d.month}月{d.day}日".translate(
        str.maketrans("0123456789", "０１２３４５６７８９")
    ),
    "numerals": lambda d: f"{''.join(DIGITS[int(c)] for c in str(d.year))}年{counted(d.month)}月{counted(d.day)}日",
    "figures": lambda d: d.isoformat(),
    "dots": lambda d: f"{d.year}.{d.month}.{d.day}",
}


@given(DAYS, st.sampled_from(sorted(SPELLINGS)))
def test_every_day_in_every_spelling(day: dt.date, spelling: str) -> None:
    written = SPELLINGS[spelling](day)
    assert found(f"协议于{written}上午签署。") == [(written, day.isoformat())]


@given(DAYS, st.integers(-170, 0))
def test_a_day_without_a_year_takes_it_from_publication(published: dt.date, ago: int) -> None:
    day = published + dt.timedelta(ago)
    written = f"{day.month}月{day.day}日"
    assert found(f"{written}，会议召开。", published.isoformat()) == [(written, day.isoformat())]


@given(DAYS, st.sampled_from([("前天", -2), ("昨日", -1), ("今天", 0), ("明天", 1)]))
def test_days_from_today(published: dt.date, word: tuple[str, int]) -> None:
    assert found(f"{word[0]}，会议召开。", published.isoformat()) == [
        (word[0], (published + dt.timedelta(word[1])).isoformat())
    ]


@given(DAYS, st.integers(1, 400))
def test_spans_of_days(first: dt.date, length: int) -> None:
    last = first + dt.timedelta(length)
    written = f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日"
    assert found(f"{written}，展会开放。") == [(written, f"{first.isoformat()}/{last.isoformat()}")]


@given(st.integers(1, 12), st.integers(1, 40), st.integers(1950, 2090))
def test_a_day_that_no_calendar_has_gets_no_value(month: int, day: int, year: int) -> None:
    try:
        real = dt.date(year, month, day).isoformat()
    except ValueError:
        real = None
    values = {value for _, value in found(f"{year}年{month}月{day}日，会议召开。") if value and len(value) == 10}
    assert values == ({real} if real else set())


@settings(max_examples=300)
@given(
    st.text(
        alphabet="0123456789年月日号今去明前昨上下本半季度旬初底末至-—一二三十〇正腊大第周五当天次同农历（），。《》“2023",
        max_size=60,
    ),
    st.sampled_from([None, "2024", "2024-02", "2024-02-29"]),
)
def test_any_text_gives_offsets_in_order_and_values_in_the_calendar(text: str, published_on: str | None) -> None:
    dates = layer(text, published_on).dates
    assert all(date.text == text[date.start : date.end] for date in dates)
    assert all(a.end <= b.start for a, b in itertools.pairwise(dates))
    for date in dates:
        if date.value is not None:
            first, last = bounds(date.value)
            assert first <= last


def test_without_a_year_anywhere_there_is_no_value() -> None:
    assert found("3月5日，会议召开。") == [("3月5日", None)]


def test_without_publication_the_text_names_the_year() -> None:
    assert found("9月7日签约，2017年是关键之年。") == [("9月7日", "2017-09-07"), ("2017年", "2017")]


def test_dates_nearby() -> None:
    text = "3月5日，会议召开，今年任务不变。"
    found_layer = layer(text, "2024-03-06")
    near = date_before(found_layer, 0, len(text))
    assert isinstance(near, DateMention)
    assert near.text == "3月5日"
    assert date_before(found_layer, 5, len(text)) is None
    assert [date.text for date in dates_in(found_layer, 0, len(text))] == ["3月5日", "今年"]
