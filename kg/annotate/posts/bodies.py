"""The body in front of a head, and whose it is: 抚顺市 + 市委 + 组织部, 辛丰镇 + 镇党委."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.layer import PlaceMention
from kg.annotate.organizations.boundary import run_start
from kg.annotate.posts.organs import (
    BARE_ZONES,
    BRACKET,
    CONFERENCE,
    LAST_PLACE,
    LEVEL_BEFORE_ORGAN,
    LEVEL_FIRST,
    LEVELS,
    MEMBER,
    NATIONAL_BODY,
    OWN_NAME,
    PARTY,
    RULES,
    SUFFIX,
    TOWNS,
    UNITS,
    VILLAGE_END,
    VILLAGE_NAME,
    ZONE,
)


@dataclass(frozen=True, slots=True)
class Body:
    """What stands in front of a head's modifiers.

    `start` is where all of it begins, the place's proper name included; `core` where the title does.
    """

    start: int
    core: int
    place: PlaceMention | None = None
    level: str = ""
    """The level word that the title keeps, or would keep before an organ."""
    named: str = ""
    """A place that nobody found but the level word shows: 辛丰镇 in 辛丰镇党委."""
    own: bool = False
    """The place in front is a part of the body's own name."""


def level_of(name: str) -> str:
    """The level word that a place's written name ends in, empty for a short form."""
    return next((word for word in LEVELS if name.endswith(word) and len(name) > len(word)), "")


def place_level(text: str, place: PlaceMention) -> str:
    """The level word that a place is written with; 州 of a city is a part of its name: 常州, 甘孜|州."""
    level = level_of(text[place.start : place.end])
    return "" if level == "州" and place.name.endswith("市") else level


def is_body(run: str) -> bool:
    """Whether a run of characters can be the name of a body: it ends as such names do."""
    return bool(SUFFIX.search(run)) and run[0] not in "（）”’"


def organization(organ: str) -> str:
    """The body that a title names, without the party group inside it: 市水利局 in 市水利局党组书记."""
    shorter = PARTY.sub("", organ)
    return shorter if len(shorter) >= 3 else organ


def _chain(places: list[PlaceMention], start: int, end: int) -> list[PlaceMention]:
    """The first unbroken chain of places in `[start, end]`, each one the wider one's part."""
    found: list[PlaceMention] = []
    for place in places:
        if place.start < start or place.end > end or place.end <= place.start:
            continue
        if found and place.start < found[-1].end:
            continue
        if found and place.start != found[-1].end:
            break
        found.append(place)
    return found


def _village(run: str) -> str:
    """The village at the end of a run: 东关村 of 派驻白泥镇东关村 and of 东关村村."""
    match = VILLAGE_NAME.match(run.removesuffix("村") if run.endswith("村村") else run)
    return match["name"] if match else run


def _low(text: str, end: int, places: list[PlaceMention], floor: int) -> int:
    """Where the run before `end` begins, no word of a place's name taken for one that no body's name runs across: 三都镇."""
    low = run_start(text, end, floor=floor)
    for place in reversed(places):
        if floor <= place.start < low < place.end <= end:
            low = run_start(text, place.start, floor=floor)
    return low


def body_before(text: str, end: int, places: list[PlaceMention], *, overlap: int = 0, floor: int = 0) -> Body:
    """The body that ends at `end`.

    Args:
        text: The article's text.
        end: Where the head's modifiers begin.
        places: Places near `end`, by start.
        overlap: Characters of the head that a place's name may share (市 of 市长).
        floor: Where the title before ends, across which no body reaches.
    """
    low = _low(text, end, places, floor)
    chain = _chain(places, low, end + overlap)
    if chain and text[low : chain[0].start] in LEVELS:
        # 公安 in 省公安厅 is no county
        chain = []
    if chain:
        first, last = chain[0], chain[-1]
        between = text[low : first.start]
        rest = text[last.end : end] if last.end < end else ""
        if (bracket := BRACKET.match(rest)) and is_body(rest[bracket.end() :]):
            # 湘江新区（长沙高新区）|党工委
            level = place_level(text, last) if last.level != "zone" else ""
            return Body(first.start, last.end + bracket.end(), last, level)
        if not rest:
            return Body(first.start, end, last, place_level(text, last))
        if len(rest) <= 4 and not is_body(rest):
            # a name stands between: 南京市赵某副市长
            return Body(end, end, last)
        if not is_body(rest):
            return Body(end, end)
        if rest[0] in "原前" and (own := LEVEL_FIRST.match(rest, 1)):
            # 潮阳区原区委书记
            return Body(first.start, last.end + 1, last, own.group())
        if term := CONFERENCE.search(between):
            return Body(low + term.start(), low + term.start(), last, place_level(text, last))
        if between and (MEMBER.match(between) or (is_body(between) and not RULES.match(rest))):
            return Body(low, low, last, place_level(text, last))
        written = text[last.start : last.end]
        level = place_level(text, last)
        if NATIONAL_BODY.match(text, first.start, end):
            return Body(first.start, first.start)
        towns = list(LEVEL_BEFORE_ORGAN.finditer(rest))
        if towns and towns[-1].group() in TOWNS and 0 < towns[-1].start() <= 8 and not OWN_NAME.match(rest):
            inner = towns[-1]
            town = LAST_PLACE.search(rest[: inner.end()])
            assert town is not None
            return Body(first.start, last.end + inner.start(), level=inner.group(), named=town.group())
        if village := VILLAGE_END.search(rest):
            return Body(first.start, last.end + village.start(), level=village.group(), named=_village(rest))
        zone = ZONE.match(rest)
        if zone and zone.end() < len(rest):
            return Body(first.start, last.end + zone.end(), named=zone.group() if level else written + zone.group())
        if last.level == "zone" and re.match(r"管委会?|党工委|管理委员会|纪工委|工委|党委|党组|纪委", rest):
            return Body(first.start, last.end, last, "")
        if level and (rest == level or (rest.startswith(level) and LEVEL_BEFORE_ORGAN.match(rest))):
            # 温县|县委: the body has a level word of its own
            return Body(first.start, last.end, last, level)
        if not level and OWN_NAME.match(rest):
            return Body(first.start, first.start, last, "", own=True)
        return Body(first.start, last.end - len(level), last, level)
    run = text[low:end]
    if run not in UNITS and (len(run) < 2 or not is_body(run)):
        return Body(end, end)
    if village := VILLAGE_END.search(run):
        return Body(low, low + village.start(), level=village.group(), named=_village(run))
    if (zone := ZONE.match(run)) and zone.group() not in BARE_ZONES:
        return Body(low, low + zone.end(), named=zone.group())
    if first_level := LEVEL_FIRST.match(run):
        return Body(low, low, level=first_level.group())
    match = LEVEL_BEFORE_ORGAN.search(run)
    if match and match.start() <= 7:
        named = run[: match.end()] if match.group() in TOWNS else ""
        if MEMBER.match(run[: match.start()]) or run[: match.start()] in ("团", "师"):
            return Body(low, low, level=match.group())
        return Body(low, low + match.start(), level=match.group(), named=named)
    return Body(low, low)
