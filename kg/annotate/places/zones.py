"""Development zones, districts outside the list, villages: places with a name of their own that no table holds."""

from __future__ import annotations

import bisect
import re
from typing import Literal

from kg.annotate.layer import PlaceMention
from kg.annotate.places.candidate import Candidate, is_word
from kg.annotate.places.patterns import ORGAN, UNLISTED, VILLAGE, ZONE
from kg.annotate.places.settle import mention
from kg.lexicon import load
from kg.lexicon.gazetteer import Gazetteer

_MARK = re.compile(r"[^\u4e00-\u9fff]|[在到赴来抵从于往与及和的对为由位将把是里入进访及、向以等按据]")
"""What no zone's name holds: the name begins behind the last of them."""
_BODY = re.compile(r"[厅局委办会队院]")
"""What no zone's name holds behind its city: there the name of a body stands between, as in 某省商务厅自贸区评估处."""
_GAP = 6
"""Characters of a zone's own name at most, between its city and its head."""
_DISTRICT = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{2,4}}(?<![城灾山景园社小市辖老库校街片地战军郊矿新发])区)(?={ORGAN}|召开|举行|举办)"
)


def zone_spans(text: str, named: list[Candidate]) -> list[tuple[int, int]]:
    """`(start, end)` of the zones' names, in order; the city that the text writes in front belongs to the name.

    That city's candidate is sure from then on.
    """
    ends = {c.end: c for c in named if c.sure or not is_word(c.surface)}
    taken = {i for c in named if c.sure and not c.stem for i in range(c.start, c.end)}
    found: list[tuple[int, int]] = []
    for match, _ in ZONE.find(text):
        begin = None if match.start() in taken else _begin(text, match.start(), ends, found[-1][1] if found else 0)
        if begin is not None:
            found.append((begin, match.end()))
    starts = {start for start, _ in found}
    for c in named:
        c.sure = c.sure or (c.start in starts and ends.get(c.end) is c)
    return found


def zones(
    text: str, spans: list[tuple[int, int]], places: list[PlaceMention], home: PlaceMention | None
) -> list[PlaceMention]:
    """Mentions of the zones found; each lies in the city in front, else in the article's own division."""
    by_start = {place.start: place for place in places}
    in_front = {place.end: place for place in places}
    found = []
    for start, end in spans:
        found.append(
            inside_of(
                by_start.get(start) or in_front.get(start) or home, start, end, ZONE.id, text[start:end], "zone", 0.8
            )
        )
    for zone in found:
        _as_fuller(zone, found)
    return found


def inside_of(
    outer: PlaceMention | None,
    start: int,
    end: int,
    rule: str,
    name: str,
    level: Literal["zone", "village"],
    confidence: float,
) -> PlaceMention:
    """A mention of a place without a code, that lies in another."""
    parents = (outer.name, *outer.parents) if outer else ()
    within = (outer.code or outer.within) if outer else None
    return PlaceMention(start, end, rule, name, level, None, parents, None, within, confidence=confidence)


def _as_fuller(zone: PlaceMention, found: list[PlaceMention]) -> None:
    """Give it the name with its city, where the text has that elsewhere: 芜湖三山新区 for 三山新区."""
    for other in found:
        front = other.name.removesuffix(zone.name)
        if front != other.name and front and other.parents and other.parents[0].startswith(front):
            zone.name, zone.parents, zone.within = other.name, other.parents, other.within
            return


def _begin(text: str, head: int, ends: dict[int, Candidate], reach: int) -> int | None:
    """Where the name whose head stands at `head` begins: at its city, else behind a mark; None if it has none of its own."""
    generic = load("zone_generic_modifiers")
    floor = max(reach, head - _GAP)
    for at in range(head, floor - 1, -1):
        city = ends.get(at)
        if (
            city is not None
            and city.start >= reach
            and not _MARK.search(text[at:head])
            and not _BODY.search(text[at:head])
            and text[at:head] not in generic
        ):
            return at if at < head and city.surface.text[-1] in "省区" else city.start
    begin = floor
    for mark in _MARK.finditer(text, floor, head):
        begin = mark.end()
    own = text[begin:head]
    free = begin == reach or (begin > 0 and _MARK.match(text[begin - 1]))
    if not 2 <= len(own) <= 4 or not free or any(word in own for word in generic.entries):
        return None
    return begin


def unlisted_districts(gazetteer: Gazetteer, text: str, named: list[Candidate], on: str | None) -> list[PlaceMention]:
    """Districts outside the list of divisions: behind their city with organs of their own, then wherever they stand.

    The city in front is sure from then on.
    """
    inside = {i for c in named if not c.stem for i in range(c.start, c.end)}
    found: list[PlaceMention] = []
    known: set[str] = set()
    for c in named:
        match = _DISTRICT.match(text, c.end)
        if match is None or c.divisions[0].level != "prefecture":
            continue
        c.sure = True
        name, city = match["name"], mention(gazetteer, c.start, c.end, c.divisions[0], UNLISTED.id, on=on)
        for again in re.finditer(re.escape(name), text) if name not in known else ():
            if again.start() not in inside and again.end() - 1 not in inside:
                found.append(inside_of(city, *again.span(), UNLISTED.id, name, "zone", 0.7))
        known.add(name)
    return found


def villages(text: str, places: list[PlaceMention], home: PlaceMention | None) -> list[PlaceMention]:
    """Mentions of villages and communities, by start.

    Each lies in the place right in front, else in the last county or town that its sentence names before
    it and that lies in the article's own division, else in the latter.
    """
    generic = load("village_generic_modifiers")
    in_front = {place.end: place for place in places}
    inside = {i for place in places for i in range(place.start, place.end)}
    found = []
    for match, name in VILLAGE.find(text):
        start = match.end() - len(name)
        if any(word in name for word in generic.entries) or start in inside or match.end() - 1 in inside:
            continue
        front = in_front.get(start)
        if front is None and text[start - 1] in "镇乡道区县市":
            continue
        front = front or _named_before(text, places, start, home) or home
        found.append(inside_of(front, start, match.end(), VILLAGE.id, name, "village", 0.75))
    return found


def _named_before(text: str, places: list[PlaceMention], start: int, home: PlaceMention | None) -> PlaceMention | None:
    begin = text.rfind("。", 0, start)
    for place in reversed(places[: bisect.bisect_left(places, start, key=lambda place: place.start)]):
        if place.start < begin or home is None:
            return None
        if place.level in ("county", "town") and place.code and home.name in place.parents:
            return place
    return None
