"""Rules for days, months, years and spans of them that are written out.

Where two rules match at one place the longer match stands, so a rule need not exclude the others.
"""

from __future__ import annotations

import re

from kg.annotate.dates.expression import Calendar, DayOfMonth, Expression, Fixed, Part, Stretch, Unmarked
from kg.annotate.dates.grammar import (
    PARTS_OF_MONTH,
    TO,
    day,
    day_of,
    month,
    months,
    part_of_year,
    year,
    year_of,
)
from kg.annotate.dates.names import in_name, names_event
from kg.annotate.dates.numerals import BLANK, MONTH_WORDS, number
from kg.annotate.rule import Rule

_NOT_OF_WORD = r"(?<![一二三四五六七八九十百零〇初])"


def _unless_name(match: re.Match[str], expression: Expression) -> Expression:
    return Unmarked() if in_name(match.string, match.start(), match.end()) else expression


def _unless_event(match: re.Match[str], expression: Expression) -> Expression:
    return Unmarked() if names_event(match.string, match.end()) else expression


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
    return Stretch(part_of_year(match, Part(begin, begin), "1"), part_of_year(match, Part(end, end), "2"))


def _year(match: re.Match[str]) -> Expression:
    return _unless_name(match, part_of_year(match, None))


def _year_end(match: re.Match[str]) -> Expression:
    at = (1 if match["part"] == "初" else 12, None)
    return part_of_year(match, Part(at, at))


def _year_span(match: re.Match[str]) -> Expression:
    text = match.string
    if text[match.start() - 1 : match.start()] in ("（", "(") and text[match.end() : match.end() + 1] in ("）", ")"):
        return Unmarked()
    first, last = int(match["first"]), int(match["last"])
    if first >= last:
        return Unmarked()
    return _unless_name(match, Fixed(f"{first}-01-01/{last}-12-31"))


def _year_to_year(match: re.Match[str]) -> Expression:
    return Stretch(Calendar(year_of(match, "1")), Calendar(year_of(match, "2")))


def _half_year(match: re.Match[str]) -> Expression:
    return _unless_event(match, part_of_year(match, months(1, 6) if match["half"] == "上" else months(7, 12)))


_QUARTERS = {"首": 1, "两": 2}


def _quarter(match: re.Match[str]) -> Expression:
    last = _QUARTERS.get(match["quarter"]) or number(match["quarter"])
    if match["from"]:
        first = number(match["from"])
    else:
        first = 1 if match["whole"] else last
    return _unless_event(match, part_of_year(match, months(first * 3 - 2, last * 3)))


def _months_so_far(match: re.Match[str]) -> Expression:
    return part_of_year(match, months(1, number(match["m"].replace("两", "二"))))


def _numeric(match: re.Match[str]) -> Expression:
    line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    if re.search(r"时间|日期|来源|发布|更新|编辑|^\s*$", line[-12:]) or re.match(r"\s*(?:\d\d:\d\d|.{0,4}版)", match.string[match.end() :][:12]):
        return Unmarked()
    return Fixed(f"{int(match['y'])}-{int(match['m']):02d}-{int(match['d']):02d}")


RULES: tuple[Rule[Expression], ...] = (
    Rule(
        "dates.day",
        "A day of a month, with or without its year (11月29日, 今年4月28日, 二〇二三年五月三日).",
        re.compile(rf"{year()}?{month()}月{BLANK}{day()}(?:日|号(?![楼线院门馆厅文]))"),
        _day,
    ),
    Rule(
        "dates.day-span",
        "From one day to another (7月25日-26日, 6月30日至7月1日, 11月5至10日).",
        re.compile(rf"{year('1')}?{month('1')}月{BLANK}{day('1')}[日号]?{TO}(?:{year('2')}?{month('2')}月)?{BLANK}{day('2')}[日号]"),
        _day_span,
    ),
    Rule(
        "dates.day-of-month",
        "A day or two of the month that the context names (18日, 29日至30日).",
        re.compile(
            rf"(?<![年月第每近连满续期时共约超多逾达\d天\-－—至到])(?<!仅[用需])(?:{day('1', words=False)}日?{TO})?{day('2', words=False)}日"
            r"(?![内游均元龄产线版后]|以[内上来]|之[内后]|前(?!往|来|夕))"
        ),
        lambda m: DayOfMonth(number(m["d1"] or m["d2"]), number(m["d2"])),
    ),
    Rule(
        "dates.month",
        "A month, its beginning or its end (7月, 去年5月, 5月底, 2021年2月).",
        re.compile(
            rf"(?:{year()}{month('1')}月份?|{month('2', words=False)}月份?|{_NOT_OF_WORD}{month('3')}月(?:份|(?=[初底末])))[初底末]?"
            rf"(?![大饼光龄刊嫂]|{BLANK}\d|[一二三四五六七八九十]{{1,3}}日)"
        ),
        _month,
    ),
    Rule(
        "dates.ten-days",
        "A third of a month (9月中旬, 2012年3月下旬, 十月上旬).",
        re.compile(rf"{year()}?{_NOT_OF_WORD}{month()}月份?(?P<part>[上中下]旬)"),
        _ten_days,
    ),
    Rule(
        "dates.month-span",
        "From one month to another (1至8月, 1-9月, 2015年2月至2017年11月, 6月初至7月初).",
        re.compile(
            rf"{year('1')}?(?:{month('1', words=False)}|(?P<w1>{MONTH_WORDS})(?=月))(?:月份?(?P<part1>[初底])?)?{TO}{year('2')}?{month('2')}月份?"
            rf"(?P<part2>[初底])?(?!{BLANK}[\d一二三四五六七八九十])"
        ),
        _month_span,
    ),
    Rule(
        "dates.year",
        "A year (2020年, 今年, 2022年度, 同年), unless it is part of a name (2018年度总结表彰大会).",
        re.compile(rf"{year()}(?!{BLANK}[\d一二三四五六七八九十]{{1,2}}{BLANK}月|代|[级版款]|多?的?历史)"),
        _year,
    ),
    Rule(
        "dates.year-end",
        "The end or the beginning of a year (今年底, 2022年末, 2015年年底): its December or January.",
        re.compile(rf"{year()}年?(?P<part>[底末初])(?!中|高|级|次)"),
        _year_end,
    ),
    Rule(
        "dates.year-span",
        "From one year to another with one 年 (2018—2020年度, 2021至2023年), unless it closes a title in brackets.",
        re.compile(rf"(?<![\d.])(?P<first>1[89]\d\d|20\d\d){TO}(?P<last>1[89]\d\d|20\d\d){BLANK}年度?(?!\d)"),
        _year_span,
    ),
    Rule(
        "dates.year-to-year",
        "From one year to another, each with 年 (2008年至2011年).",
        re.compile(rf"{year('1')}{TO}{year('2')}(?!{BLANK}\d)"),
        _year_to_year,
    ),
    Rule(
        "dates.half-year",
        "Half a year (上半年, 今年上半年, 2014年下半年, 下半年度).",
        re.compile(rf"{year()}?(?P<half>[上下])半年度?"),
        _half_year,
    ),
    Rule(
        "dates.quarter",
        "A quarter, or quarters from the first on (第三季度, 一季度, 前三季度).",
        re.compile(
            rf"{year()}?(?<![每个\d])(?:第|(?P<whole>前)|(?P<from>[一二三1-3])(?:[至到、]|-))?(?P<quarter>[一二三四首1-4]|(?<=前)两)个?季度(?!性)"
        ),
        _quarter,
    ),
    Rule(
        "dates.months-so-far",
        "The first months of a year that is named (今年前5个月).",
        re.compile(rf"{year()}前(?P<m>1[01]|[2-9]|十一?|[两二三四五六七八九])个?月"),
        _months_so_far,
    ),
    Rule(
        "dates.numeric",
        "A day in figures (2023-07-25, 2023.7.25), not in a line of publication.",
        re.compile(r"(?<![\d.\-/])(?P<y>20\d\d|19\d\d)(?P<mark>[-./])(?P<m>0?[1-9]|1[0-2])(?P=mark)(?P<d>3[01]|[12]\d|0?[1-9])(?![\d\-/])"),
        _numeric,
    ),
    Rule(
        "dates.dateline",
        "The day in a news agency's or a paper's opening (电, 讯, 消息：) or in the paper's name and page: no date of its own.",
        re.compile(
            rf"(?P<line>(?:发布|更新|发表)?(?:时间|日期)[：:][ \u3000]*)?{year()}?{month(words=False)}月{BLANK}{day(words=False)}日?{BLANK}"
            rf"(?(line)|(?:电(?![力动视商网子影价信话器站厂池梯缆线])|讯(?![问息])|综合(?=[（(])|消息(?=[：:（(])|来源|[（(]?第?\d+{BLANK}版))"
        ),
        lambda m: Unmarked(Calendar(year_of(m), day_of(m))),
    ),
)
