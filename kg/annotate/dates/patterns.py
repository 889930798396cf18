"""Rules for dates. Each produces the value of a match, given what the article's calendar leans on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.annotate.dates import calendar as cal
from kg.annotate.dates.anchor import Anchor
from kg.annotate.dates.numerals import number
from kg.annotate.rule import Rule

Value = Callable[[re.Match[str], Anchor], str | None]

NUM = r"[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3}"
YEAR = r"(?:19|20)[0-9]{2}|二[〇零○][〇零○一二三四五六七八九]{2}"
RELATIVE = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "当年": 0, "明年": 1, "后年": 2}
REL = "前年|去年|今年|明年|后年"
LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12} | {c: i for i, c in enumerate("一二三四五六七八九十", 1)}
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class DateRule:
    """A rule with the function that gives a match its value; the first that matches at a place wins."""

    rule: Rule[object]
    value: Value


RULES: list[DateRule] = []


def _rule(name: str, meaning: str, pattern: str) -> Callable[[Value], Value]:
    def register(value: Value) -> Value:
        RULES.append(DateRule(Rule(f"dates.{name}", meaning, re.compile(pattern)), value))
        return value

    return register


def _n(text: str | None) -> int:
    return (number(text) if text else None) or 0


def _year(match: re.Match[str], anchor: Anchor) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return _n(groups["year"])
    if groups.get("rel"):
        return None if anchor.this_year is None else anchor.this_year + RELATIVE[groups["rel"]]
    return None


def _same(match: re.Match[str], anchor: Anchor) -> int | None:
    """同年 and 当年 are the year told last, 次年 the one after."""
    which = match.groupdict().get("same")
    return anchor.year + (which[0] == "次") if which and anchor.year else None


_IN = rf"(?:(?P<year>{YEAR})年|(?P<rel>{REL})的?)"


@_rule("day-to-day", "a span of days: 3月5日至8日, 11月29日—12月1日",
       rf"{_IN}?(?P<m>{NUM})月(?P<d>{NUM})[日号]?(?:至|到|—{{1,2}}|-|－|~|～|–)(?:(?P<m2>{NUM})月)?(?P<d2>{NUM})[日号]")
def _span(match: re.Match[str], anchor: Anchor) -> str | None:
    m, m2 = _n(match["m"]), _n(match["m2"]) or _n(match["m"])
    year = _year(match, anchor) or anchor.year_of(m)
    first = cal.day(year, m, _n(match["d"]))
    last = cal.day(year + (m2 < m) if year else None, m2, _n(match["d2"]))
    anchor.told(year, m2, _n(match["d2"]))
    return f"{first}/{last}" if first and last and first <= last else None


@_rule("lunar-day", "a day of the lunar calendar: 正月初六, 腊月廿三, 农历八月十五",
       r"(?:(?P<rel>前年|去年|今年|明年)的?)?(?:农历)?(?P<leap>闰)?(?P<m>[正冬腊]|(?<=农历)[一二三四五六七八九十])月(?P<d>初[一二三四五六七八九十]|十[一二三四五六七八九]|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)")
def _lunar(match: re.Match[str], anchor: Anchor) -> str | None:
    year = _year(match, anchor) or anchor.this_year
    value = cal.lunar(year, LUNAR_MONTHS[match["m"]], _n(match["d"]), leap=bool(match["leap"]))
    if value:
        anchor.told(*map(int, value.split("-")))
    return value


@_rule("month-day", "a day by its month: 11月29日, 2023年7月5日, 去年9月28日, 十一月二日",
       rf"(?:{_IN}|(?P<same>[同当次]年))?(?P<m>{NUM})月(?P<d>{NUM})[日号](?!线|讯|电|消息)")
def _day(match: re.Match[str], anchor: Anchor) -> str | None:
    m = _n(match["m"])
    year = _year(match, anchor) or _same(match, anchor) or anchor.year_of(m)
    value = cal.day(year, m, _n(match["d"]))
    if value:
        anchor.told(year, m, _n(match["d"]))
    return value


@_rule("iso-day", "a day in figures: 2023-07-05, 2023/7/5, 2023.7.5", r"(?<![\d.-])(?P<year>20\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d.]|\s*\d{1,2}:)")
def _iso(match: re.Match[str], anchor: Anchor) -> str | None:
    return cal.day(int(match["year"]), int(match["m"]), int(match["d"]))


@_rule("ten-days", "a third of a month: 9月中旬", rf"{_IN}?(?P<m>{NUM})月(?P<part>[上中下])旬")
def _ten(match: re.Match[str], anchor: Anchor) -> str | None:
    m = _n(match["m"])
    year = _year(match, anchor) or anchor.year_of(m)
    return cal.ten_days(year, m, match["part"])


@_rule("month-to-month", "from a month of one year to a month of another: 2015年2月至2017年11月",
       rf"(?P<y1>{YEAR})年(?P<m>{NUM})月(?:至|到|—{{1,2}}|-|－|~|～|–)(?P<y2>{YEAR})年(?P<m2>{NUM})月(?![\d])")
def _month_to_month(match: re.Match[str], anchor: Anchor) -> str | None:
    first, last = cal.months(_n(match["y1"]), _n(match["m"]), 12), cal.months(_n(match["y2"]), 1, _n(match["m2"]))
    return f"{first.partition('/')[0]}/{last.partition('/')[2]}" if first and last and first < last else None


@_rule("other-year", "the year told last, or the one after: 同年, 次年", r"(?P<which>同年|次年)(?!\d|[一二三四五六七八九十])")
def _other_year(match: re.Match[str], anchor: Anchor) -> str | None:
    if anchor.year is None:
        return None
    value = anchor.year + (match["which"] == "次年")
    anchor.told(value)
    return str(value)


@_rule("months", "a span of months: 1至8月, 今年1—7月, 2020年3月至5月",
       rf"{_IN}?(?P<m>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})月?(?:至|到|—{{1,2}}|-|－|~|～|–)(?P<m2>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?!\d|[一二三四五六七八九十])")
def _months(match: re.Match[str], anchor: Anchor) -> str | None:
    year = _year(match, anchor) or anchor.this_year
    return cal.months(year, _n(match["m"]), _n(match["m2"]))


@_rule("month", "a month: 2023年7月, 去年5月, 9月", rf"(?:{_IN}|(?P<same>[同当次]年))?(?<![\d.一二三四五六七八九十每第])(?P<m>[0-9]{{1,2}}|十[一二]?|(?<=年)[一二三四五六七八九])月(?:份|[初底末])?(?![\d一二三四五六七八九十间饼球色上中下])")
def _month(match: re.Match[str], anchor: Anchor) -> str | None:
    m = _n(match["m"])
    year = _year(match, anchor) or _same(match, anchor) or anchor.year_of(m)
    value = cal.month(year, m)
    if value:
        anchor.told(year, m)
    return value


@_rule("half-year", "half a year: 上半年, 今年下半年, 2023年上半年", rf"{_IN}?(?P<half>[上下])半年度?")
def _half(match: re.Match[str], anchor: Anchor) -> str | None:
    year = _year(match, anchor) or anchor.this_year
    return cal.months(year, *((1, 6) if match["half"] == "上" else (7, 12)))


@_rule("quarters", "the quarters so far: 前三季度", rf"{_IN}?前(?P<q>[二三两])(?:个)?季度")
def _quarters(match: re.Match[str], anchor: Anchor) -> str | None:
    year = _year(match, anchor) or anchor.this_year
    return cal.months(year, 1, 3 * _n(match["q"].replace("两", "二")))


@_rule("quarter", "a quarter: 第三季度, 四季度, 今年一季度", rf"{_IN}?第?(?P<q>[一二三四1-4])季度(?!末)")
def _quarter(match: re.Match[str], anchor: Anchor) -> str | None:
    year = _year(match, anchor) or anchor.this_year
    q = QUARTERS[match["q"]]
    return cal.months(year, 3 * q - 2, 3 * q)


@_rule("years", "a span of years: 2018—2020年, 2021至2025年",
       rf"(?P<a>{YEAR})年?(?:至|到|—{{1,2}}|-|－|~|～|–)(?P<b>{YEAR})年(?:度)?(?!版)")
def _years(match: re.Match[str], anchor: Anchor) -> str | None:
    a, b = _n(match["a"]), _n(match["b"])
    return f"{a}-01-01/{b}-12-31" if a <= b else None


@_rule("year-end", "the December of a year: 2025年底, 今年年底, 去年底", rf"(?:(?P<year>{YEAR})年|(?P<rel>{REL}))(?:年)?[底末]")
def _end(match: re.Match[str], anchor: Anchor) -> str | None:
    return cal.month(_year(match, anchor), 12)


@_rule("year", "a year in figures: 2017年", rf"(?<![\d第])(?P<year>{YEAR})年(?:度)?(?![代级版生])")
def _plain_year(match: re.Match[str], anchor: Anchor) -> str | None:
    year = _n(match["year"])
    anchor.told(year)
    return str(year)


@_rule("relative-year", "a year by its distance: 今年, 去年, 明年, 去年同期", rf"(?P<rel>{REL})(?:同期)?")
def _relative(match: re.Match[str], anchor: Anchor) -> str | None:
    year = _year(match, anchor)
    return str(year) if year else None


@_rule("relative-day", "a day by its distance from publication: 今天, 昨日, 前天, 明天", r"今天|昨天|昨日|明天|(?<![一-龥])(?:今日|今晚|昨晚|前天|前日|明日)")
def _relative_day(match: re.Match[str], anchor: Anchor) -> str | None:
    if not anchor.precise or anchor.published is None:
        return None
    shift = {"今": 0, "昨": -1, "前": -2, "明": 1}[match.group()[0]]
    value = anchor.published + dt.timedelta(days=shift)
    anchor.told(value.year, value.month, value.day)
    return value.isoformat()


@_rule("bare-day", "a day whose month stands before it or is the paper's own: 18日", r"(?<![\d.月至到—\-~～一二三四五六七八九十])(?P<d>[0-9]{1,2})日(?!均|报|元|游|夜|本|照)")
def _bare(match: re.Match[str], anchor: Anchor) -> str | None:
    d = int(match["d"])
    if anchor.published and anchor.precise:
        month_at = anchor.month if anchor.month and anchor.year else None
        if month_at:
            return cal.day(anchor.year, month_at, d)
        at = anchor.published if d <= anchor.published.day else anchor.published.replace(day=1) - dt.timedelta(days=1)
        return cal.day(at.year, at.month, d)
    return cal.day(anchor.year, anchor.month, d) if anchor.year and anchor.month else None


@_rule("month-before", "the paper's month or one beside it: 本月, 上月, 同月", r"(?P<which>本|上个?|下个?|同|当)月(?:[初底末])?(?!亮|旬)(?![上中下]旬)")
def _month_before(match: re.Match[str], anchor: Anchor) -> str | None:
    which = match["which"][0]
    if which in "同当":
        return cal.month(anchor.year, anchor.month) if anchor.month else None
    if anchor.published is None or not anchor.by_month:
        return None
    shift = {"本": 0, "上": -1, "下": 1}[which]
    at = anchor.published.year * 12 + anchor.published.month - 1 + shift
    return cal.month(at // 12, at % 12 + 1)


@_rule("next-day", "the day after, or the same day as, the one told last: 次日, 同日, 当天", r"(?P<which>次日|同日|当日|当天)(?!晚报|往返|消费)")
def _next(match: re.Match[str], anchor: Anchor) -> str | None:
    if not (anchor.year and anchor.month and anchor.day):
        return None
    value = dt.date(anchor.year, anchor.month, anchor.day) + dt.timedelta(days=match["which"] == "次日")
    anchor.told(value.year, value.month, value.day)
    return value.isoformat()
