"""Notices of appointment and removal: 王某为市财政局局长; 免去李某的市审计局局长职务."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from kg.annotate.people.holders import Chain
from kg.annotate.people.offices import FOR_WHOM
from kg.annotate.people.patterns import MADE, REMOVED
from kg.annotate.people.readings import Reading
from kg.annotate.people.search import Search

_BEFORE_POST = re.compile(r"(?:中共|中国共产党|新一届|首任|第[一二三四五六七八九十]+任)$")
_MADE = re.compile(
    r"(?:同志)?(?:[（(][^（）()\n]{1,12}[）)])?(?:为|(?<![主责委担现时曾历出接兼拟首信连前转调升继改挂获原后已新])(?P<serves>任))$"
)
_REMOVED = re.compile(
    r"(?:同志)?(?:[（(][^（）()\n]{1,12}[）)])?(?:的|因[^，。；]{2,12}辞去(?:的)?|辞去(?:的)?|不再(?:担任|兼任)?)?$"
)
_POSITION = re.compile(r"[）)]?(?:等)?(?:的)?(?:一?职务?(?![能责工业权位称院教])|的?请求)")
_ACT = re.compile(
    r"(?:^|[，。；：:、\n\s　“]|任命|选举|补选|推选|推举|选出|选举产生|当选的?是|决定|同意|通过|批准|免去|免除|撤销|罢免|接受|准予|提名|推荐|聘任|聘请|增补|[1-9一二三四五六七八九十][.．、])$"
)
"""What a notice's name stands behind."""
_BETWEEN_NAMES = re.compile(r"(?:[（(][^（）()\n]{1,12}[）)])?[\s\u3000]?(?:[、，和]|[\s\u3000])[\s\u3000]?$")
_NOTE = re.compile(r"[（(][^（）()\n]{1,12}[）)]$")


def _names(search: Search, end: int) -> list[Reading]:
    """The names that end at `end`, side by side, last first; none where what stands in front is no act or mark."""
    text, found = search.text, list[Reading]()
    while reading := search.ending(end, -1.0 if found else 0.0):
        found.append(reading)
        between = _BETWEEN_NAMES.search(text, max(0, reading.start - 18), reading.start)
        if _ACT.search(text, max(0, reading.start - 4), reading.start) and not (
            between and between.group().strip()[-1:] in ("、", "和")
        ):
            return found
        if between is None:
            return []
        end = between.start()
    return []


def _hold(search: Search, chain: Chain, end: int, status: Literal["current", "former"], *, least: int = 1) -> None:
    rule = MADE if status == "current" else REMOVED
    posts = [replace(post, status=status if post.status == "current" else post.status) for post in chain.posts]
    names = _names(search, end)
    for reading in names if len(names) >= least else []:
        if search.add(reading, rule, 0.9, posts, chain.roles) is not None:
            chain.held = True


def notices(search: Search) -> None:
    """Give the posts of a notice to those named in front of 为 and 的…职务."""
    text = search.text
    for chain in search.chains:
        if chain.group or chain.held or not chain.posts:
            continue
        start = chain.start
        if prefix := _BEFORE_POST.search(text, max(0, start - 6), start):
            start = prefix.start()
        floor = max(0, start - 24)
        if (made := _MADE.search(text, floor, start)) and (made["serves"] or not FOR_WHOM.match(text, chain.end)):
            # 王某任 of one alone is a verb of office, which may have its day
            _hold(search, chain, made.start(), "current", least=2 if made["serves"] else 1)
        elif _POSITION.match(text, chain.end):
            removed = _REMOVED.search(text, floor, start)
            assert removed is not None
            _hold(search, chain, removed.start(), "former")
