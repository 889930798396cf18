"""Rules for dates that are told by their distance from the report or from another date, and for feasts."""

from __future__ import annotations

import re

from kg.annotate.dates.expression import (
    DayFromContext,
    DayFromToday,
    Expression,
    Feast,
    Lunar,
    MonthFromAnchor,
    WeekFromAnchor,
    YearBefore,
)
from kg.annotate.dates.grammar import PARTS_OF_MONTH, before, day, year_of
from kg.annotate.dates.lunar import LUNAR_FEASTS, MONTHS, SOLAR_FEASTS
from kg.annotate.dates.numerals import BLANK, number
from kg.annotate.rule import Rule

_DAYS = {"前": -2, "昨": -1, "今": 0, "明": 1, "后": 2}
_MONTHS = {"上": -1, "本": 0, "这": 0, "下": 1}
_WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}
_EVENTS_DAY = r"的(?:这|[一两几二三四五六\d]+[个场次]|会议|大会|座谈会|推进会|活动|仪式|论坛|常务会议|全会|培训|演练|发布会|签约|主题)"
_CLAUSE_START = r"(?:(?<=[，。；：！？”、\s（(])|(?<![^\n]))"


def _day_from_today(match: re.Match[str]) -> Expression:
    return DayFromToday(_DAYS[match.group()[0]], number(match["d"]) if match["d"] else None)


def _month_from_today(match: re.Match[str]) -> Expression:
    context = match["same"] is not None
    months = 0 if context else _MONTHS[match["word"]]
    if part := match["part"]:
        return MonthFromAnchor(months, *PARTS_OF_MONTH[part], context=context)
    if match["d"]:
        return MonthFromAnchor(months, number(match["d"]), number(match["d"]), context=context)
    return MonthFromAnchor(months, context=context)


def _week_from_anchor(match: re.Match[str]) -> Expression:
    weeks = _MONTHS[match["word"]]
    if match["end"]:
        return WeekFromAnchor(weeks, 6, 7)
    if match["weekday"]:
        at = _WEEKDAYS[match["weekday"]]
        return WeekFromAnchor(weeks, at, at)
    return WeekFromAnchor(weeks, 1, 7)


def _lunar(match: re.Match[str]) -> Expression:
    if match["eve"]:
        return Lunar(year_of(match), 0, 0)
    if match["new"]:
        return Lunar(year_of(match), 1, number(match["new"]))
    name, at = match["month"] or match["month2"], (match["day"] or match["day2"]).removeprefix("初")
    return Lunar(year_of(match), MONTHS.get(name) or number(name), number(at), leap=bool(match["leap"]))


_LUNAR_DAY = (
    "(?:初[一二三四五六七八九十]|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|十[一二三四五六七八九]?)"
)
_FEASTS = "|".join(sorted((*SOLAR_FEASTS, *LUNAR_FEASTS, "除夕"), key=lambda name: (-len(name), name)))

RULES: tuple[Rule[Expression], ...] = (
    Rule(
        "dates.day-from-today",
        "今天, 昨日, 今晚, 今（15）日; 今天（18日） is this and a day of the month. Not 今天的成绩, 美好明天.",
        re.compile(
            rf"(?:[今昨明][（(]{day(words=False)}日?[）)]日?"
            r"|(?<![当古至如])(?:今天|今日(?!头条|俄罗斯|印度|关注|说法|视点|之)|今晚|今晨|今早|今夜)"
            r"|(?:昨天|昨日(?!重现)|昨晚|昨夜|昨晨)|(?<![光美更好的清文声证说发])(?:明天|明日|明晚|明晨|明早)(?!会?更|广场|之星)"
            rf"|(?<![先今此以之目日从])(?:前天|后天|前晚))(?!的(?!{_EVENTS_DAY[1:]}))"
        ),
        _day_from_today,
    ),
    Rule(
        "dates.month-from-today",
        "本月, 上个月, 下月初, 上月28日; 同月 by the month last named.",
        re.compile(
            rf"(?:(?<![基以])(?P<word>[本上下]|[上下这](?=个月))个?月(?!度|亮|球|色|经|嫂|季|薪|息|饼)|(?P<same>同)月(?!龄|份))"
            rf"(?:(?P<part>[上中下]旬)|[底末初]|{BLANK}{day(words=False)}日)?"
        ),
        _month_from_today,
        needs="月",
    ),
    Rule(
        "dates.week-from-today",
        "上周五, 本周末, 下周: days of a week.",
        re.compile(
            r"(?<![以路街马东西南北向])(?P<word>[上本下这])个?(?:周|星期)(?:(?P<end>末)|(?P<weekday>[一二三四五六日天]))?(?![期边围年密长转口岁游])"
        ),
        _week_from_anchor,
    ),
    Rule(
        "dates.same-day",
        "当天, 当日, 当晚, 同日 at the head of a clause: the day last named.",
        re.compile(rf"(?:{_CLAUSE_START}|(?<=[于在至]))(?:当天|当日|当晚|同日)(?!的|完成|取|办结|清)"),
        lambda m: DayFromContext(0),
    ),
    Rule(
        "dates.next-day",
        "次日, 翌日: the day after the one last named.",
        re.compile(r"(?<![一此两每首多几])(?:次日|翌日)(?!达|游|起?的)"),
        lambda m: DayFromContext(1),
        needs="日",
    ),
    Rule(
        "dates.same-period",
        "去年同期: the stretch last named, a year earlier.",
        re.compile(r"(?:(?<!过)去年|上年)同期"),
        lambda m: YearBefore(1),
        needs="同期",
    ),
    Rule(
        "dates.lunar",
        "A day of the lunar calendar (正月初六, 腊月廿三, 农历八月十五, 大年初一).",
        re.compile(
            rf"{before()}(?:(?P<mark>农历|阴历|夏历)?(?P<leap>闰)?(?:(?P<month>[正腊冬])月(?P<day>{_LUNAR_DAY})"
            rf"|(?P<month2>十[一二]?|[一二三四五六七八九])月(?P<day2>初[一二三四五六七八九十]|(?(mark){_LUNAR_DAY}|(?!))))(?![日号\d])"
            rf"|大年(?:初(?P<new>[一二三四五六七八九十])|(?P<eve>三十|夜)))"
        ),
        _lunar,
    ),
    Rule(
        "dates.feast",
        "A feast that opens a sentence as the day of what happened (国庆节当天，…), not one named as an occasion.",
        re.compile(
            rf"(?:(?<=[。！？\n])|(?<![\s\S])|(?<=在)(?=[^，。]{{0,8}}当))(?:[“\"](?:[一二三四五六七八九十]{{2}})[”\"])?"
            rf"(?P<feast>{_FEASTS})(?=[，,]|当[天日晚]|夜，|[上下]午|这天|一早)"
        ),
        lambda m: Feast(m["feast"]),
    ),
)
