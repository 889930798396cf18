"""The sub-patterns of date expressions, and what their groups say.

A sub-pattern is made with a suffix, so that one rule can hold two of a kind: `year("1")` has the
groups `y1`, `yc1`, `yr1`.
"""

from __future__ import annotations

import calendar
import re

from kg.annotate.dates.expression import Calendar, Part, Year
from kg.annotate.dates.numerals import (
    BLANK,
    DAY_DIGITS,
    DAY_WORDS,
    MONTH_DIGITS,
    MONTH_WORDS,
    YEAR_DIGITS,
    YEAR_WORDS,
    number,
)

_FROM_ANCHOR = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2}
_FROM_CONTEXT = {"同年": 0, "次年": 1, "翌年": 1}
RELATIVE_YEAR = (
    r"(?:(?<![当古至])今年(?!轻|龄|少|青)|本年(?=度)|去年(?!代|均|复合|产)|上年(?=度|末|底)|(?<![大目以之此提史空当今今往])前年(?!产|均|度|轻|龄|后|会|薪|报|利)|"
    r"(?<![文清声])明年(?!代|度|确)|(?<![今此之以前先最往])后年(?!产|均|度|轻|龄|会|薪|报))"
)
CONTEXT_YEAR = r"(?:(?<![不相])同年(?!级|龄|代|份|度|人|轻)|(?<![一此两三首届每多数几])次年(?!会|度|检|终|均)|翌年)"
TO = r"(?:至|到|——?|–|-|－|~|～|〜)"
PARTS_OF_MONTH = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, None)}


def year(suffix: str = "") -> str:
    """A year with 年: 2023年, 二〇二三年, 今年, 同年."""
    return (
        rf"(?:(?:(?P<y{suffix}>{YEAR_DIGITS}){BLANK}年|(?P<yc{suffix}>{YEAR_WORDS})年|"
        rf"(?P<yr{suffix}>{RELATIVE_YEAR}|{CONTEXT_YEAR}))度?)"
    )


def before(suffix: str = "") -> str:
    """A year that may stand before a smaller unit."""
    return f"(?:{year(suffix)}{BLANK})?"


def month(suffix: str = "", *, words: bool = True) -> str:
    """A month's number: 11, 十一."""
    spelled = f"|{MONTH_WORDS}" if words else ""
    return rf"(?P<m{suffix}>{MONTH_DIGITS}{spelled}){BLANK}"


def day(suffix: str = "", *, words: bool = True) -> str:
    """A day's number: 29, 二十九."""
    spelled = f"|{DAY_WORDS}" if words else ""
    return rf"(?P<d{suffix}>{DAY_DIGITS}{spelled}){BLANK}"


def year_of(match: re.Match[str], suffix: str = "") -> Year | None:
    """The year in a match of a pattern with `year(suffix)`, None where it was left out."""
    if written := match[f"y{suffix}"] or match[f"yc{suffix}"]:
        return Year("absolute", number(written))
    word = match[f"yr{suffix}"]
    if word is None:
        return None
    if word in _FROM_CONTEXT:
        return Year("context", _FROM_CONTEXT[word])
    return Year("anchor", _FROM_ANCHOR[word])


def day_of(match: re.Match[str], suffix: str = "") -> Part:
    """The day in a match of `month(suffix)` and `day(suffix)`."""
    at = (number(match[f"m{suffix}"]), number(match[f"d{suffix}"]))
    return Part(at, at)


def months(first: int, last: int) -> Part:
    """Whole months of one year."""
    return Part((first, 1), (last, calendar.monthrange(2001, last)[1] if last != 2 else None))


def part_of_year(match: re.Match[str], part: Part | None, suffix: str = "") -> Calendar:
    """A part of the year in the match."""
    return Calendar(year_of(match, suffix), part)
