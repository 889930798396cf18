"""Whose initiative it is: the divisions that carry it out."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from kg.annotate.initiatives import patterns
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
_NO_SUBJECT = frozenset("赴往在到向与和同跟从对自给、")
"""Characters in front of a place that make it no subject of what follows."""

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
    owner = next((c.owner for c in mentions if c.owner), None)
    of_nation = _OF_THE_NATION.match(text, first.start, first.end)
    if of_nation or any(m["nation"] for m in upper) or (owner == _NATION and _national(layer, mentions)):
        add(division(layer, "国家", first.start), patterns.OWNER.id)
    if any(m["province"] for m in upper):
        add(division(layer, "省", first.start), patterns.OWNER.id)
    elif owner not in (None, _NATION) and (first.kind != "campaign" or any("省" in _said(layer, c) for c in mentions)):
        add(within(layer, owner or ""), patterns.OWNER.id)
    joint = next(patterns.JOINT.find(text, 0, _LEAD), None)
    if joint is not None:
        for i in range(joint[1].start, joint[1].end):
            province = within(layer, load("province_letters").table[text[i]])
            add(Link(province.name, i, i + 1, "", province.code) if province else None, patterns.JOINT.id)
        return found
    own, subject, inside = home(layer), _subject(layer, first), _inside(layer, first)
    if inside is not None and first.kind == "document" and not of_nation:
        add(_linked(inside), patterns.NAMED_PLACE.id)
    elif subject is not None and (own is None or _FINER[subject.level] > _FINER[own.level]):
        add(_linked(subject), patterns.NAMED_PLACE.id)
    elif own is not None:
        add(Link(own.name, first.start, first.end, "", own.code), patterns.OWN_PLACE.id)
    return found


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


def _inside(layer: Layer, candidate: Candidate) -> PlaceMention | None:
    """The division at the very beginning of a name."""
    i = bisect.bisect_left(layer.places, candidate.start, key=lambda place: place.start)
    if i == len(layer.places):
        return None
    place = layer.places[i]
    begins = place.start == candidate.start and place.end <= candidate.end
    return place if begins and place.open is None and place.level not in ("site", "village") else None


def _subject(layer: Layer, candidate: Candidate) -> PlaceMention | None:
    """The division that acts: named last in front of a candidate in its sentence, else the one whose section it is."""
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
            return place
        if before in ("", "\n") and _SECTION.match(text, place.end):
            return place
    return None
