"""Whose initiative it is: the divisions that carry it out."""

from __future__ import annotations

import bisect
import re

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.reading import Candidate
from kg.annotate.layer import Layer, Link, PlaceMention
from kg.annotate.places.setting import division, home, within

_NATION = "中国"
_FINER = {"nation": 0, "province": 1, "prefecture": 2, "county": 3, "zone": 4, "town": 4, "village": 5, "site": 9}

_UPPER = re.compile(
    r"(?:(?P<nation>全国|国家|党中央|中央|国务院)|(?P<province>全省|省委省政府|省委|省政府|省))(?:[、和]?(?:国务院|省政府|市委|全市|市))?"
    r"(?:关于|的|部署|统一部署|下发的|级)?[“‘《]?$"
)
"""Words of an upper level right in front of a name: 省“甲乙”行动, 中央、市委…"""

_OF_THE_NATION = re.compile(r"中共中央|中央|国务院|国家|全国|第[一二三四五六七八九十]+次全国")
_NO_SUBJECT = frozenset("赴往在到向与和同跟从对自给、")
"""Characters in front of a place that make it no subject of what follows."""


def places(layer: Layer, candidate: Candidate) -> list[Link]:
    """The divisions that carry the initiative out: its owner first, then the one that reports it."""
    text, start, end = layer.article.text, candidate.start, candidate.end
    found: list[Link] = []

    def add(link: Link | None, rule: str) -> None:
        if link is not None and all(link.name != other.name for other in found):
            at = (link.start, link.end) if link.end > link.start else (start, end)
            found.append(Link(link.name, *at, rule, link.code))

    upper = _UPPER.search(text, max(0, start - 16), start)
    of_nation = _OF_THE_NATION.match(text, start, end)
    if of_nation or (upper and upper["nation"]) or (candidate.owner == _NATION and candidate.kind in ("strategy", "document")):
        add(division(layer, "国家", start), patterns.OWNER.id)
    if upper and upper["province"]:
        add(division(layer, "省", start), patterns.OWNER.id)
    elif candidate.owner not in (None, _NATION):
        add(within(layer, candidate.owner or ""), patterns.OWNER.id)
    own, subject, inside = home(layer), _subject(layer, candidate), _inside(layer, candidate)
    if inside is not None and candidate.rule == patterns.DOCUMENT.id and not of_nation:
        add(_linked(inside), patterns.NAMED_PLACE.id)
    elif subject is not None and (own is None or _FINER[subject.level] > _FINER[own.level]):
        add(_linked(subject), patterns.NAMED_PLACE.id)
    elif own is not None:
        add(Link(own.name, start, end, "", own.code), patterns.OWN_PLACE.id)
    return found


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
    """The division named last in front of a candidate in its sentence, as the one that acts."""
    first, _ = layer.sentence_of(candidate.start)
    i = bisect.bisect_left(layer.places, candidate.start, key=lambda place: place.start) - 1
    while i >= 0 and layer.places[i].start >= first:
        place = layer.places[i]
        before = layer.article.text[place.start - 1 : place.start]
        if place.open is None and place.level not in ("site", "village") and before not in _NO_SUBJECT:
            return place
        i -= 1
    return None
