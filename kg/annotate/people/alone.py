"""Names that no title stands beside: by a verb, by 同志, in bare lists, in doctrine's neighbourhood."""

from __future__ import annotations

import itertools
import re

from kg.annotate.people.beside import PRESENT
from kg.annotate.people.doctrine import GENERAL_SECRETARY, is_doctrine
from kg.annotate.people.followers import ends_here
from kg.annotate.people.patterns import (
    AND_OTHERS,
    APPOINTED,
    BARE_LIST,
    COMRADE,
    LEADER,
    NAMED_LIST,
    PRESENTED,
    ROSTER,
    SPEAKER,
)
from kg.annotate.people.readings import Reading
from kg.annotate.people.search import Search
from kg.lexicon import load

_CLAUSE = re.compile(r"(?<=[，。；：！？“”\n　 ])|^")
_APPOINTING = re.compile(r"(?:任命|免去|免除|接受|选举|补选|推选|推举|当选的是|提名|同意)(?=[\u4e00-\u9fff])")
_SAYING = re.compile(r"[还又也则接着]{0,2}(?:说|称|表示|介绍|指出|强调|告诉|认为|坦言|透露|回忆|同志|先生|女士|要求)")
_COMRADE = re.compile("同志(?!们|为核心|为班长)")
_LEADERS = re.compile(f"{GENERAL_SECRETARY}|{load('state_leaders').alternation()}")
_MEMORIAL = re.compile("故居|纪念|像|题词|手书|号|诗词|广场")
_PRESENTED = re.compile(
    r"(?:(?:就座|就坐|出席|参加|列席|陪同|到会|在座)[^，。；、：:\n]{0,12}(?:的还?有|的是|：|:|领导有|领导：)|(?<=领导)[：:])[：:\s\u3000]{0,2}(?=[\u4e00-\u9fff])"
)
"""What opens a list of names of those present."""
_BARE = re.compile(r"(?<=[，。；：\n])(?=[\u4e00-\u9fff]{2,4}[、，][\u4e00-\u9fff]{2,4}[、，等出参陪])")
_AND_OTHERS = re.compile(
    r"等(?P<number>[\d一二三四五六七八九十]+[名位])?(?(number)|(?=[\u4e00-\u9fff])(?![级候待于到]))"
)
_BETWEEN = re.compile(r"[、，]")


def leaders(search: Search) -> None:
    """Leaders of the nation, where the text means the person."""
    text = search.text
    for match in _LEADERS.finditer(text):
        if is_doctrine(text, match.end()):
            continue
        reading = Reading(match.start(), match.end(), 9.0)
        if match.group() == GENERAL_SECRETARY:
            if ends_here(text, match.end()) > 0:
                search.add(reading, LEADER, 0.95)
        elif not _MEMORIAL.match(text, match.end()) and not _longer(text, match):
            search.add(reading, LEADER, 0.8, official=True)


def _longer(text: str, match: re.Match[str]) -> bool:
    """Whether a name of two characters only begins another's: no 陈云 in 市长陈云岭出席."""
    return match.end() - match.start() == 2 and ends_here(text, match.end()) <= 0 < ends_here(text, match.end() + 1)


def appointed(search: Search) -> None:
    """A name behind 任命, 选举, 免去."""
    for match in _APPOINTING.finditer(search.text):
        if reading := search.best(match.end(), 0.5):
            search.add(reading, APPOINTED, 0.85)


def comrades(search: Search) -> None:
    """A name in front of 同志."""
    for match in _COMRADE.finditer(search.text):
        if reading := search.ending(match.start(), 1.0):
            search.add(reading, COMRADE, 0.85)


def bare_lists(search: Search) -> None:
    """唐某，袁某、彭某参加会议: names alone in a list of those present. Who is listed so holds some office."""
    for match in _BARE.finditer(search.text):
        at, run = match.end(), list[Reading]()
        while reading := search.best(at, -1.0 if run else 2.0, item=True):
            run.append(reading)
            separator = _BETWEEN.match(search.text, reading.end)
            if separator is None:
                break
            at = separator.end()
        if len(run) >= 2 and PRESENT.match(search.text, run[-1].end):
            for reading in run:
                search.add(reading, BARE_LIST, 0.8, official=True)


_ROSTER = re.compile(r"^[^\n。，]{0,40}名单(?:[（(][^）)\n]{0,40}[）)])?(?:\n[（(][^）)\n]{0,40}[）)])?[：:]?\n", re.M)
_PUBLIC_ROSTER = re.compile("主席团|人大|政协|代表|委员|常委|领导小组|指挥部")
_ITEM = re.compile(r"(?:[（(][^（）()\n]{1,14}[）)])?(?:[ \t\u3000]+|[ \u3000]?[、，\n][ \u3000]*|$)")


def rosters(search: Search) -> None:
    """The names under a heading that calls them a list: 主席团成员名单."""
    text = search.text
    for heading in _ROSTER.finditer(text):
        at, run = heading.end(), list[Reading]()
        while at < len(text) and (reading := search.best(at, 0.0, item=True)):
            item = _ITEM.match(text, reading.end)
            if item is None:
                break
            run.append(reading)
            at = item.end()
        if len(run) >= 3:
            for reading in run:
                search.add(reading, ROSTER, 0.75, official=bool(_PUBLIC_ROSTER.search(heading.group())))


_GAP = re.compile(r"(?:[（(][^（）()\n，。；]{1,14}[）)])?(?:[\s\u3000]{0,2}、[\s\u3000]?|[ \u3000]{1,3})")


def presented(search: Search) -> None:
    """在主席台就座的有王某、李某: a list of names alone behind what says that those there are named."""
    for match in _PRESENTED.finditer(search.text):
        at, run = match.end(), list[Reading]()
        while reading := search.best(at, 0.0 if run else 2.0, item=True):
            run.append(reading)
            gap = _GAP.match(search.text, reading.end)
            if gap is None:
                break
            at = gap.end()
        sure = [reading for reading in run if reading.score >= 5.0 or search.seen.agrees(reading.start, reading.end)]
        if len(run) >= 2 and 2 * len(sure) >= len(run):
            for reading in run:
                search.add(reading, PRESENTED, 0.8, official=True)


def listed(search: Search) -> None:
    """Names that 等 follows: three and more in a list, or one that stands for a number of people."""
    for match in _AND_OTHERS.finditer(search.text):
        end, run = match.start(), list[Reading]()
        while reading := search.ending(end, 2.0):
            run.append(reading)
            if search.text[reading.start - 1 : reading.start] != "、":
                break
            end = reading.start - 1
        if len(run) >= 3 or (run and match["number"]):
            for reading in run:
                search.add(reading, NAMED_LIST if len(run) >= 3 else AND_OTHERS, 0.65)


def speakers(search: Search) -> None:
    """A name at the head of a clause in front of a verb of saying, that stands in the article more than once."""
    starts = [match.end() for match in _CLAUSE.finditer(search.text)]
    for start, stop in itertools.pairwise([*starts, len(search.text)]):
        # no reading runs over a mark, only what a tagger saw may: the verb stands in the clause
        if not _SAYING.search(search.text, start, stop) and search.seen.beginning(search.text, start) is None:
            continue
        reading = search.best(start, 6.0)
        if (
            reading is None
            or search.found.crosses(reading.start, reading.end)
            or not _SAYING.match(search.text, reading.end)
        ):
            continue
        name = search.text[reading.start : reading.end]
        told = [m for m in re.finditer(re.escape(name), search.text) if not search.bylines.cover(m.start())]
        if len(told) >= 2:
            search.add(reading, SPEAKER, 0.6)
