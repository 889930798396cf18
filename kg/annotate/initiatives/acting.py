"""The divisions named in and around an initiative: who acts, and with whom."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter

from kg.annotate.initiatives.reading import Candidate
from kg.annotate.layer import Layer, PlaceMention

FINER = {"nation": 0, "province": 1, "prefecture": 2, "county": 3, "zone": 4, "town": 4, "village": 5, "site": 9}
"""How fine the divisions of a level are."""

LEAD = 200
"""In so many characters from the start an article says who acts."""

_NO_SUBJECT = frozenset("赴往在到向与和同跟从对自给、")
"""Characters in front of a place that make it no subject of what follows."""

_LISTED = frozenset(("、", "和", "与", "及"))
_GUESTS = frozenset({"台湾省"})
"""Named in what is done with guests from there, which no body there carries out: 乙市台湾青年实习计划."""

_COMPASS = frozenset("东南西北")
"""In front of a place inside a name they make it a region of that place: 北甲川消费区."""

_OFTEN = 3
_SECTION_LENGTH = 3000
"""Characters that a section of one division in a round-up may have."""

_SECTION = re.compile(r"[ \t\u3000]*[:：]")
_BY_VILLAGE = re.compile(
    r"[“‘]?|(?:率先|积极|还|也|已)?(?:成立|建立|创新|推行|实施|探索|开展|推出|设立|创办|采取|采用)了?[^，。；：、\n]{0,8}"
)
"""Between a village and what it sets up itself."""


def told_of(layer: Layer) -> PlaceMention | None:
    """The division of half of all mentions of divisions, and of several."""
    divisions = [place for place in layer.places if place.level not in ("nation", "site", "village")]
    counts = Counter(place.name for place in divisions)
    first = max(divisions, key=lambda place: (counts[place.name], FINER[place.level], -place.start), default=None)
    enough = first is not None and 2 * counts[first.name] >= len(divisions) and counts[first.name] >= _OFTEN
    return first if enough else None


def inside(layer: Layer, candidate: Candidate) -> list[PlaceMention]:
    """The divisions in a name; of one and its parent right in front, the one."""
    i = bisect.bisect_left(layer.places, candidate.start, key=lambda place: place.start)
    j = bisect.bisect_left(layer.places, candidate.end, lo=i, key=lambda place: place.start)
    found = [
        place
        for place in layer.places[i:j]
        if place.end <= candidate.end
        and place.open is None
        and place.level not in ("nation", "site", "village")
        and place.name not in _GUESTS
        and not (place.start > candidate.start and layer.article.text[place.start - 1] in _COMPASS)
    ]
    parents = {
        place.start
        for place, other in itertools.pairwise(found)
        if place.end == other.start and place.name in other.parents
    }
    return [place for place in found if place.start not in parents]


def subjects(layer: Layer, candidate: Candidate) -> list[PlaceMention]:
    """The divisions that act: named last in front of a candidate in its sentence, side by side, else the one whose section it is."""
    first, _ = layer.sentence_of(candidate.start)
    text = layer.article.text
    for i in range(bisect.bisect_left(layer.places, candidate.start, key=lambda place: place.start) - 1, -1, -1):
        place = layer.places[i]
        before = text[place.start - 1 : place.start]
        if candidate.start - place.start > _SECTION_LENGTH:
            break
        if place.level == "village" and _BY_VILLAGE.fullmatch(text, place.end, candidate.start):
            return [place]
        if place.open is not None or place.level in ("site", "village") or _itemised(layer, place):
            continue
        if place.start >= first and before not in _NO_SUBJECT:
            return [place, *_beside(layer, i)]
        if before in ("", "\n") and _SECTION.match(text, place.end):
            return [place]
    return []


def _itemised(layer: Layer, place: PlaceMention) -> bool:
    """Whether a place is an item in a list of names, and no subject: 抢抓甲新区、“乙丙”建设等机遇."""
    return layer.article.text.startswith(("、“", "、《"), place.end)


def act(acting: list[PlaceMention], own: PlaceMention) -> bool:
    """Whether these carry out what is told: finer than the article's own place, a neighbour of it, or both."""
    first = acting[0]
    neighbour = first.level == own.level and first.parents[-1:] == own.parents[-1:]
    return FINER[first.level] > FINER[own.level] or (neighbour and (len(acting) > 1 or first.name != own.name))


def partners(layer: Layer, candidate: Candidate, own: PlaceMention) -> list[PlaceMention]:
    """The division elsewhere with which the article's own works together: named in the sentence, else in the lead."""
    for start, end in (layer.sentence_of(candidate.start), (0, LEAD)):
        i = bisect.bisect_left(layer.places, start, key=lambda place: place.start)
        j = bisect.bisect_left(layer.places, end, lo=i, key=lambda place: place.start)
        elsewhere = [
            place
            for place in layer.places[i:j]
            if place.level not in ("nation", "site", "village")
            and place.open is None
            and place.name != own.name
            and place.name not in own.parents
            and own.name not in place.parents
        ]
        above = {name for place in elsewhere for name in place.parents}
        finest = [place for place in elsewhere if place.name not in above]
        if finest:
            return finest[:1]
    return []


def _beside(layer: Layer, i: int) -> list[PlaceMention]:
    """The divisions of the same level that follow place `i` in a list: 甲市、乙市和丙市."""
    found = []
    for place, other in itertools.pairwise(layer.places[i:]):
        if layer.article.text[place.end : other.start] not in _LISTED or other.level != place.level or other.open:
            break
        found.append(other)
    return found
