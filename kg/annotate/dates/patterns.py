"""Rules for days and months that are written out, and for spans of them.

Where two rules match at one place the longer match stands, so a rule need not exclude the others.
"""

from __future__ import annotations

import re

from kg.annotate.dates.expression import Calendar, DayOfMonth, Expression, Fixed, Part, Stretch, Unmarked
from kg.annotate.dates.grammar import PARTS_OF_MONTH, TO, before, day, day_of, month, part_of_year, year, year_of
from kg.annotate.dates.names import names_event
from kg.annotate.dates.numerals import BLANK, MONTH_WORDS, number
from kg.annotate.rule import Rule

_NOT_OF_WORD = r"(?<![一二三四五六七八九十百零〇初])"


def _day(match: re.Match[str]) -> Expression:
    return part_of_year(match, day_of(match))


def _day_span(match: re.Match[str]) -> Expression:
    last_month = match["m2"] or match["m1"]
    end = (number(last_month), number(match["d2"]))
    return Stretch(part_of_year(match, day_of(match, "1"), "1"), part_of_year(match, Part(end, end), "2"))


def _month(match: re.Match[str]) -> Expression:
    at = (number(match["m1"] or match["m2"] or match["m3"]), None)
    return part_of_year(match, Part(at, at))


def _ten_days(match: re.Match[str]) -> Expression:
    first, last = PARTS_OF_MONTH[match["part"]]
    at = number(match["m"])
    return part_of_year(match, Part((at, first), (at, last)))


def _month_span(match: re.Match[str]) -> Expression:
    first, last = number(match["m1"] or match["w1"]), number(match["m2"])
    # 初 closes a span with the first ten days of its month, 底 opens one with the last ten.
    begin = (first, 21 if match["part1"] == "底" else 1)
    end = (last, 10 if match["part2"] == "初" else None)
    span = Stretch(part_of_year(match, Part(begin, begin), "1"), part_of_year(match, Part(end, end), "2"))
    return Unmarked() if names_event(match.string, match.end()) else span


def _numeric(match: re.Match[str]) -> Expression:
    line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    if re.search(r"时间|日期|来源|发布|更新|编辑|^\s*$", line[-12:]) or re.match(
        r"\s*(?:\d\d:\d\d|.{0,4}版)", match.string[match.end() :][:12]
    ):
        return Unmarked()
    return Fixed(f"{int(match['y'])}-{int(match['m']):02d}-{int(match['d']):02d}")


RULES: tuple[Rule[Expression], ...] = (
    Rule(
        "dates.day",
        "A day of a month, with or without its year (11月29日, 今年4月28日, 二〇二三年五月三日).",
        re.compile(rf"{before()}{month()}月{BLANK}{day()}(?:日|号(?![楼线院门馆厅文]))"),
        _day,
        needs="月",
    ),
    Rule(
        "dates.day-span",
        "From one day to another (7月25日-26日, 6月30日至7月1日, 11月5至10日).",
        re.compile(
            rf"{before('1')}{month('1')}月{BLANK}{day('1')}[日号]?{TO}(?:{before('2')}{month('2')}月)?{BLANK}{day('2')}[日号]"
        ),
        _day_span,
        needs="月",
    ),
    Rule(
        "dates.day-of-month",
        "A day or two of the month that the context names (18日, 29日至30日, 3、4日).",
        re.compile(
            rf"(?<![年月第每近连满续期时共约超多逾达\d天\-－—至到])(?<!仅[用需])(?:{day('1', words=False)}(?:日?{TO}|、))?{day('2', words=False)}日"
            r"(?![内游均元龄产线版后]|以[内上来]|之[内后]|前(?!往|来|夕))"
        ),
        lambda m: DayOfMonth(number(m["d1"] or m["d2"]), number(m["d2"])),
        needs="日",
    ),
    Rule(
        "dates.month",
        "A month, its beginning or its end (7月, 去年5月, 5月底, 2021年2月).",
        re.compile(
            rf"(?:{year()}{BLANK}{month('1')}月份?|{month('2', words=False)}月份?|{_NOT_OF_WORD}{month('3')}月(?:份|(?=[初底末])))[初底末]?"
            rf"(?![大饼光龄刊嫂]|{BLANK}\d|[一二三四五六七八九十]{{1,3}}日)"
        ),
        _month,
        needs="月",
    ),
    Rule(
        "dates.ten-days",
        "A third of a month (9月中旬, 2012年3月下旬, 十月上旬).",
        re.compile(rf"{before()}{_NOT_OF_WORD}{month()}月份?(?P<part>[上中下]旬)"),
        _ten_days,
        needs="旬",
    ),
    Rule(
        "dates.month-span",
        "From one month to another (1至8月, 1-9月, 2015年2月至2017年11月, 6月初至7月初).",
        re.compile(
            rf"{before('1')}(?:{month('1', words=False)}|(?P<w1>{MONTH_WORDS})(?=月))(?:月份?(?P<part1>[初底])?)?{TO}{before('2')}{month('2')}月份?"
            rf"(?P<part2>[初底])?(?!{BLANK}[\d一二三四五六七八九十])"
        ),
        _month_span,
        needs="月",
    ),
    Rule(
        "dates.numeric",
        "A day in figures (2023-07-25, 2023.7.25), not in a line of publication.",
        re.compile(
            r"(?<![\d.\-/])(?P<y>20\d\d|19\d\d)(?P<mark>[-./])(?P<m>0?[1-9]|1[0-2])(?P=mark)(?P<d>3[01]|[12]\d|0?[1-9])(?![\d\-/])"
        ),
        _numeric,
    ),
    Rule(
        "dates.dateline",
        "The day in a news agency's or a paper's opening (电, 讯, 消息：) or in the paper's name and page: no date itself, it tells what 今天 means.",
        re.compile(
            rf"(?P<line>(?:发布|更新|发表)?(?:时间|日期)[：:][ \u3000]*)?{before()}{month(words=False)}月{BLANK}{day(words=False)}日?{BLANK}"
            rf"(?(line)|(?:电(?![力动视商网子影价信话器站厂池梯缆线])|讯(?![问息])|综合(?=[（(])|消息(?=[：:（(])|来源|[（(]?第?\d+{BLANK}版))"
        ),
        lambda m: Unmarked(Calendar(year_of(m), day_of(m))),
        needs="月",
    ),
)
