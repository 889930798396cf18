"""Rules for years, parts of years and spans of years, which may be part of a name and then are no dates."""

from __future__ import annotations

import re

from kg.annotate.dates.expression import Calendar, Expression, Fixed, Part, Stretch, Unmarked
from kg.annotate.dates.grammar import TO, before, months, part_of_year, year, year_of
from kg.annotate.dates.names import in_name, names_event
from kg.annotate.dates.numerals import BLANK, number
from kg.annotate.rule import Rule


def _unless_name(match: re.Match[str], expression: Expression) -> Expression:
    return Unmarked() if in_name(match.string, match.start(), match.end()) else expression


def _unless_event(match: re.Match[str], expression: Expression) -> Expression:
    return Unmarked() if names_event(match.string, match.end()) else expression


def _year(match: re.Match[str]) -> Expression:
    expression = part_of_year(match, None)
    # 今年 is never part of a name, whatever event follows.
    return expression if match["yr"] else _unless_name(match, expression)


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
    first = number(match["from"]) if match["from"] else 1 if match["whole"] else last
    return _unless_event(match, part_of_year(match, months(first * 3 - 2, last * 3)))


def _months_so_far(match: re.Match[str]) -> Expression:
    return part_of_year(match, months(1, number(match["m"].replace("两", "二"))))


RULES: tuple[Rule[Expression], ...] = (
    Rule(
        "dates.year",
        "A year (2020年, 今年, 2022年度, 同年), unless it is part of a name (2018年度总结表彰大会).",
        re.compile(rf"{year()}(?!{BLANK}[\d一二三四五六七八九十]{{1,2}}{BLANK}月|代|[级版款]|多?的?历史)"),
        _year,
        needs="年",
    ),
    Rule(
        "dates.year-end",
        "The end or the beginning of a year (今年底, 2022年末, 2015年年底): its December or January.",
        re.compile(rf"{year()}年?(?P<part>[底末初])(?!中|高|级|次)"),
        _year_end,
        needs="年",
    ),
    Rule(
        "dates.year-span",
        "From one year to another with one 年 (2018—2020年度, 2021至2023年), unless it closes a title in brackets.",
        re.compile(rf"(?<![\d.])(?P<first>1[89]\d\d|20\d\d){TO}(?P<last>1[89]\d\d|20\d\d){BLANK}年度?(?!\d)"),
        _year_span,
        needs="年",
    ),
    Rule(
        "dates.year-to-year",
        "From one year to another, each with 年 (2008年至2011年).",
        re.compile(rf"{year('1')}{TO}{year('2')}(?!{BLANK}\d)"),
        _year_to_year,
        needs="年",
    ),
    Rule(
        "dates.half-year",
        "Half a year (上半年, 今年上半年, 2014年下半年, 下半年度).",
        re.compile(rf"{before()}(?P<half>[上下])半年度?"),
        _half_year,
        needs="半年",
    ),
    Rule(
        "dates.quarter",
        "A quarter, or quarters from the first on (第三季度, 一季度, 前三季度).",
        re.compile(
            rf"{before()}(?<![每个\d])(?:第|(?P<whole>前)|(?P<from>[一二三1-3])(?:[至到、]|-))?(?P<quarter>[一二三四首1-4]|(?<=前)两)(?:(?<=前.)个)?季度(?!性)"
        ),
        _quarter,
        needs="季度",
    ),
    Rule(
        "dates.months-so-far",
        "The first months of a year that is named (今年前5个月).",
        re.compile(rf"{year()}{BLANK}前(?P<m>1[01]|[2-9]|十一?|[两二三四五六七八九])个?月"),
        _months_so_far,
        needs="月",
    ),
)
