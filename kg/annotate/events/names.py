"""Where a text names a meeting: the kind at the end, and how far the name reaches to the left."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import ahocorasick

from kg.annotate.events.name_bounds import begins_at
from kg.annotate.events.quotations import LONGEST, OPENING, opened, quoted_from
from kg.lexicon import load

_STOPS = frozenset("…，。；：！？,;:!?\n的【】|丨") | frozenset(OPENING.values())
_LINKS = ("以及", "和", "、")
_JUNK = re.compile(
    r"(?:了|的|如何|该|首次|首场|一年一度|高规格|迅速|专门|专题(?=召开)|线上|同步|联合|与|及|和|、|\s|[—\-·]+|于|[一两几]?[个场次]|一系列|一年一度|并|还|等|本届|本期|此届|新一届|系列活动之)+"
)
_NO_MEETING = re.compile(
    r"室|厅(?!级)|中心|大厦|堂|纪要|材料|组委会|展馆|办公室|主任|副主任|委员|党组|机关|代表[团处]|商|计|感|谈|见|晤|会前|报(?![告到])|记录|简报|地点|筹备组"
    r"|常务委员会|场馆|场[地次]|项目|选手|冠军|志愿者|奖|赛区|作品|电影|票|主席|主席团|区(?![，。])|执委会|理事"
)
_ORGANS = ("常委会", "党委会", "理事会议")
_HELD = re.compile(r"(?:召开|举行|举办|主持|出席|参加|列席|召集|开)(?:了|的|过)?[^，。；]{0,24}$")
_DOCTRINE = re.compile(r"(?:总书记|主席|同志)?(?:在[^，。]{0,16})?(?:重要|关于|新时代|系列|思想|考察)")
_BEHIND_ORGAN = re.compile(r"[，。；、）)”！\s]|$|上|时|后|研究|听取|审议|传达|精神")
_BRACKET = re.compile(r"[（(](?![^（）()]{0,4}(?:简称|下称|见图|图|摄|来源))[^（）()，。]{1,12}[）)]")
_IN_MEMORY = re.compile(r".*(?:纪念|悼念|缅怀)[^，。；]{2,4}")
_HOLDS_TALKS = ("举行", "举行了", "进行", "进行了", "出席", "参加")
"""What makes 会谈 a meeting's name; without it the verb."""
_GOVERNING = frozenset("向对为由把等")
"""Words that govern a kind right in front of it (向大会): what stands before them is no part of a name."""
_BYLINE = re.compile(r"(?:[电讯]\s*|记者|通讯员)[（(]|[（(][^（）()]{0,8}(?:记者|通讯员)")
"""A bracket that names who wrote the report: no name reaches over it."""
_NUMBERED = re.compile(r".*[（(][一二三四五六七八九十][）)]")
_VISIT = re.compile(r".*(?:走访|慰问|调研|巡查|检查|送清凉|送温暖)[^，。]{0,4}活动|[^“”]*(?:考察|调查|社会实践)活动")
"""What is named as an activity but is a visit."""
_FEAST = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+届|首届)[^，。；：、届]{0,24}?(?P<kind>[^，。；：、届“”]{2}(?:节(?![目日约能气省点假奏庆水制律拍录育俭余操衣])|赛(?![场事区程道季制况])))"
)
"""A feast that has a number is a meeting's name though its kind is no common one: 第三届葡萄节."""
_HELD_KIND = re.compile(
    r"(?:召开|举行|举办)了?[^，。；：、召举]{0,40}?"
    r"(?P<kind>[^，。；：、的\s“”举召开行办员协工学商][^，。；：、的\s“”员协工学商]会|(?:专题|集体|集中|联组|理论)学习)(?=[，。；”（(]|$|并)"
)
"""Whatever is held and ends so is a meeting though its kind is no common one: 召开碰头会."""
_KEEPS_PEOPLE = ("追悼会", "追思会", "告别会", "告别仪式", "遗体告别仪式", "安葬仪式", "祭奠仪式")
GENERIC = frozenset(
    {"会议", "大会", "仪式", "活动", "论坛", "全会", "讲座", "晚会", "大赛", "决赛", "沙龙", "演练", "年会"}
)
"""Kinds that a text uses for any meeting that it named before."""


@dataclass(frozen=True, slots=True)
class MeetingName:
    """A stretch that names a meeting; `name` is it without what only stands at its edge."""

    start: int
    end: int
    name: str
    kind: str

    @property
    def bare(self) -> bool:
        """Whether it says no more than the kind."""
        return self.name == self.kind

    @property
    def generic(self) -> bool:
        """Whether it may stand for any meeting named before."""
        return self.bare and self.kind in GENERIC


@functools.cache
def _kinds() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for kind in load("meeting_kinds").entries:
        automaton.add_word(kind, kind)
    automaton.make_automaton()
    return automaton


def _ends(text: str) -> list[tuple[int, int]]:
    """Spans of the kinds, left to right, the longest at each place."""
    listed = [(end + 1 - len(kind), end + 1) for end, kind in _kinds().iter(text)]
    known = {end for _, end in listed}
    others = [match.span("kind") for match in _FEAST.finditer(text)]
    others += [match.span("kind") for match in _HELD_KIND.finditer(text) if match.end("kind") not in known]
    found = sorted(listed + others, key=lambda span: (span[0], -span[1]))
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if kept and start < kept[-1][1]:
            continue
        kept.append((start, end))
    return [(start, end) for start, end in kept if _names_one(text, start, end)]


def _names_one(text: str, start: int, end: int) -> bool:
    if text[start:end].endswith(_ORGANS):
        return bool(_BEHIND_ORGAN.match(text, end))
    return not _NO_MEETING.match(text, end)


def _left(
    text: str, low: int, kind_start: int, ends: frozenset[int], kinds: frozenset[int], inner: frozenset[int]
) -> int:
    """Where the name begins whose kind begins at `kind_start`; `kinds` are the ends of kinds, `inner` the places within."""
    at = kind_start
    if text[at - 1 : at] in _GOVERNING:
        return at
    while at > low:
        mark = text[at - 1]
        if mark in OPENING:
            opening = opened(text, mark, low, at)
            if opening < 0 or _BYLINE.search(text[max(low, opening - 4) : at]):
                return at
            at = opening
            continue
        if mark in _STOPS or (at not in inner and begins_at(text, low, at)):
            return at
        if at == kind_start and mark.isspace():
            return at
        if (
            at in ends
            and at != kind_start
            and not _DOCTRINE.match(text, at)
            and not _IN_MEMORY.fullmatch(text, max(low, at - 8), at)
        ):
            return at
        link = next((word for word in _LINKS if text.endswith(word, low, at)), None)
        if link and at - len(link) in kinds:
            return at
        at -= 1
    return at


def find(
    text: str, stretches: Sequence[tuple[int, int]], people_ends: frozenset[int], date_ends: frozenset[int]
) -> Iterator[MeetingName]:
    """The names of meetings in the stretches of the text, left to right, none within another.

    Args:
        text: The article.
        stretches: Offsets of its sentences; no name crosses their edges.
        people_ends: Where mentions of people end: names begin behind them, save that of a funeral.
        date_ends: Where days end.
    """
    for first, last in stretches:
        spans = [(first + start, first + end) for start, end in _ends(text[first:last])]
        kinds = frozenset(end for _, end in spans)
        inner = frozenset(at for start, end in spans for at in range(start + 1, end))
        found: list[MeetingName] = []
        for start, end in reversed(spans):
            if found and start >= found[-1].start:
                continue  # within the name of which the end was read before
            kind = text[start:end]
            ends = date_ends if kind in _KEEPS_PEOPLE else people_ends | date_ends
            begin = _left(text, max(first, start - LONGEST), start, ends, kinds, inner)
            if (quoted := quoted_from(text, first, end)) is not None and quoted < begin:
                begin = quoted
            if numbered := _NUMBERED.match(text, begin, start):
                begin = numbered.end()
            if junk := _JUNK.match(text, begin, start):
                begin = junk.end()
            if kind.endswith(_ORGANS) and not _HELD.search(text, max(first, begin - 30), start):
                continue
            if kind.endswith("会谈") and not text.endswith(_HOLDS_TALKS, first, begin):
                continue
            if _VISIT.fullmatch(text, begin, end) and "暨" not in text[begin:end]:
                continue
            bracket = _BRACKET.match(text, end, last)
            until = bracket.end() if bracket else end
            found.append(MeetingName(begin, until, text[begin:until].strip(), kind))
        yield from reversed(found)
