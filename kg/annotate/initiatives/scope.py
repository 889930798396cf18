"""Whose initiative it is: the divisions that carry it out."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Sequence

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.known import known
from kg.annotate.initiatives.reading import Candidate
from kg.annotate.layer import Layer, Link, PlaceMention
from kg.annotate.places.setting import division, home, within
from kg.lexicon import load

_NATION = "中国"
_FINER = {"nation": 0, "province": 1, "prefecture": 2, "county": 3, "zone": 4, "town": 4, "village": 5, "site": 9}

_UPPER = re.compile(
    r"(?:(?P<nation>全国|国家|党中央|中央|国务院)|(?P<province>全省|省委省政府|省委|省政府|省))(?:[、和]?(?:国务院|省委|省政府|市委|全市|市))?"
    r"(?:关于|的|部署|统一部署|下发的|级)?[“‘《]?$"
)
"""Words of an upper level right in front of a name: 省“甲乙”行动, 中央、市委…"""

_ORDERED = re.compile(r"党中央|(?<!党)中央(?=[、和关统])")
"""In front of a national programme in its sentence, they say that the centre has ordered it."""

_OF_THE_NATION = re.compile(r"中共中央|中央|国务院|国家|全国|第[一二三四五六七八九十]+次全国")
_OF_THE_PROVINCE = re.compile(r"省级|全省")
_NO_SUBJECT = frozenset("赴往在到向与和同跟从对自给、")
"""Characters in front of a place that make it no subject of what follows."""

_LISTED = frozenset(("、", "和", "与", "及"))
_JOINED = re.compile(rf"[{''.join(load('province_letters').entries)}]{{2,4}}")
"""Provinces by their letters at the beginning of a name: 沪滇协作."""

_OFTEN = 3
_LEAD = 200
"""In so many characters from the start an article says who acts."""

_SECTION_LENGTH = 3000
"""Characters that a section of one division in a round-up may have."""

_SECTION = re.compile(r"[ \t\u3000]*[:：]")


def places(layer: Layer, mentions: Sequence[Candidate]) -> list[Link]:
    """The divisions that carry an initiative out: its owner first, then the one that reports it.

    Args:
        layer: The article's layer, with its places.
        mentions: All mentions of the initiative, the first one first.
    """
    text, first = layer.article.text, mentions[0]
    found: list[Link] = []

    def add(link: Link | None, rule: str) -> None:
        if link is not None and all(link.name != other.name for other in found):
            at = (link.start, link.end) if link.end > link.start else (first.start, first.end)
            found.append(Link(link.name, *at, rule, link.code))

    upper = [m for c in mentions if (m := _UPPER.search(text, max(0, c.start - 16), c.start))]
    owner = next((c.owner for c in mentions if c.owner), None) or _within_name(text[first.start : first.end])
    of_nation = first.kind != "goal" and _OF_THE_NATION.match(text, first.start, first.end)
    if of_nation or any(m["nation"] for m in upper) or (owner == _NATION and _national(layer, mentions)):
        add(division(layer, "国家", first.start), patterns.OWNER.id)
    if any(m["province"] for m in upper) or _OF_THE_PROVINCE.match(text, first.start, first.end):
        add(division(layer, "省", first.start), patterns.OWNER.id)
    elif owner not in (None, _NATION) and (first.kind != "campaign" or any("省" in _said(layer, c) for c in mentions)):
        add(within(layer, owner or ""), patterns.OWNER.id)
    joint = next(patterns.JOINT.find(text, 0, _LEAD), None)
    if joint is not None:
        for i in range(joint[1].start, joint[1].end):
            province = within(layer, load("province_letters").table[text[i]])
            add(Link(province.name, i, i + 1, "", province.code) if province else None, patterns.JOINT.id)
        return found
    for i in range(first.start, _letters_end(text, first)):
        province = within(layer, load("province_letters").table[text[i]])
        add(Link(province.name, i, i + 1, "", province.code) if province else None, patterns.JOINT.id)
    own, subjects, inside = home(layer), _subjects(layer, first), _inside(layer, first)
    for place in inside:
        add(_linked(place), patterns.NAMED_PLACE.id)
    if inside and (first.kind == "document" or own is None or _FINER[inside[-1].level] > _FINER[own.level]):
        return found
    if subjects and (own is None or _FINER[subjects[0].level] > _FINER[own.level]):
        for subject in subjects:
            add(_linked(subject), patterns.NAMED_PLACE.id)
    elif own is not None:
        add(Link(own.name, first.start, first.end, "", own.code), patterns.OWN_PLACE.id)
    elif not found and (told := _told_of(layer)) is not None:
        add(_linked(told), patterns.TOLD_OF.id)
    return found


def _told_of(layer: Layer) -> PlaceMention | None:
    """The division of half of all mentions of divisions, and of several."""
    divisions = [place for place in layer.places if place.level not in ("nation", "site", "village")]
    counts = Counter(place.name for place in divisions)
    first = max(divisions, key=lambda place: (counts[place.name], _FINER[place.level], -place.start), default=None)
    enough = first is not None and 2 * counts[first.name] >= len(divisions) and counts[first.name] >= _OFTEN
    return first if enough else None


def _letters_end(text: str, candidate: Candidate) -> int:
    """The end of the provinces' letters at the beginning of a name; its start where there are none."""
    letters = _JOINED.match(text, candidate.start, candidate.end)
    return letters.end() if letters else candidate.start


def _within_name(name: str) -> str | None:
    """The owner of a known programme that is half of a name or more."""
    programmes = known(name)
    longest = max(programmes, key=lambda one: one.end - one.start, default=None)
    return longest.owner if longest is not None and 2 * (longest.end - longest.start) >= len(name) else None


def _said(layer: Layer, candidate: Candidate) -> str:
    start, end = layer.sentence_of(candidate.start)
    return layer.article.text[start:end]


def _national(layer: Layer, mentions: Sequence[Candidate]) -> bool:
    """Whether a national programme shows as the nation's: a strategy or document, or ordered by the centre in the text."""
    if mentions[0].kind in ("strategy", "document"):
        return True
    return any(
        _ORDERED.search(layer.article.text, max(layer.sentence_of(c.start)[0], c.start - 40), c.start) for c in mentions
    )


def _linked(place: PlaceMention) -> Link:
    return Link(place.name, place.start, place.end, "", place.code)


def _inside(layer: Layer, candidate: Candidate) -> list[PlaceMention]:
    """The divisions in a name."""
    i = bisect.bisect_left(layer.places, candidate.start, key=lambda place: place.start)
    j = bisect.bisect_left(layer.places, candidate.end, lo=i, key=lambda place: place.start)
    return [
        place
        for place in layer.places[i:j]
        if place.end <= candidate.end and place.open is None and place.level not in ("nation", "site", "village")
    ]


def _subjects(layer: Layer, candidate: Candidate) -> list[PlaceMention]:
    """The divisions that act: named last in front of a candidate in its sentence, side by side, else the one whose section it is."""
    first, _ = layer.sentence_of(candidate.start)
    text = layer.article.text
    for i in range(bisect.bisect_left(layer.places, candidate.start, key=lambda place: place.start) - 1, -1, -1):
        place = layer.places[i]
        before = text[place.start - 1 : place.start]
        if candidate.start - place.start > _SECTION_LENGTH:
            break
        if place.open is not None or place.level in ("site", "village"):
            continue
        if place.start >= first and before not in _NO_SUBJECT:
            return [place, *_beside(layer, i)]
        if before in ("", "\n") and _SECTION.match(text, place.end):
            return [place]
    return []


def _beside(layer: Layer, i: int) -> list[PlaceMention]:
    """The divisions of the same level that follow place `i` in a list: 甲市、乙市和丙市."""
    found = []
    for place, other in itertools.pairwise(layer.places[i:]):
        if layer.article.text[place.end : other.start] not in _LISTED or other.level != place.level or other.open:
            break
        found.append(other)
    return found
