"""From the last words of a name leftwards to where it begins."""

from __future__ import annotations

import bisect
import re

from kg.annotate.layer import Layer, Link, OrganizationMention, PlaceMention
from kg.annotate.organizations.boundary import run_start
from kg.annotate.organizations.patterns import GENERIC, HEAD, LISTED, LISTED_ITEM, OF_LEVEL, OF_PLACE, RULES, WEAK
from kg.annotate.places import setting
from kg.words import word_around

_LEVEL = re.compile(
    r"自治区|街道|省|(?<!城)市(?!场|政(?!府|协|法)|容|民(?!政))|州|盟|区(?!块|域|划)|县|旗|镇(?!街)|乡(?!村|镇)"
)
_NATIONAL = re.compile(r"国家|全国|中国|中央|中共中央|国务院|最高")
_ANCHORED = {"party", "government", "congress", "cppcc", "court"}
"""Kinds whose names begin with a place, a level word or the nation."""
_FROM_AFAR = frozenset(("大学", "学院", "研究院", "研究所"))
"""Heads of bodies that are of no village, so that none stands within their name."""
_RANK = {"nation": 0, "province": 1, "prefecture": 2, "county": 3, "town": 4}
_PREFIX = re.compile(r"(?:共青团|中共|中国共产党|武警|国家税务总局|国网|中国[\u4e00-\u9fff]{2,6})$")


def organizations(layer: Layer) -> list[OrganizationMention]:
    """The organisations of an article in order, none within another."""
    text = layer.article.text
    places = sorted((p for p in layer.places if p.end > p.start), key=lambda p: (p.start, -p.end))
    starts = [p.start for p in places]
    found: list[OrganizationMention] = []
    for match in HEAD.finditer(text):
        mention = _mention(layer, match, places, starts)
        if mention is None:
            continue
        while found and found[-1].start >= mention.start:
            found.pop()
        if not found or found[-1].end <= mention.start:
            found.append(mention)
            _listed(text, found)
    return found


def _mention(
    layer: Layer, match: re.Match[str], places: list[PlaceMention], starts: list[int]
) -> OrganizationMention | None:
    text, kind = layer.article.text, str(match.lastgroup)
    if kind == "national":
        nation = Link("中国", match.start(), match.end(), RULES[kind].id)
        return OrganizationMention(
            match.start(), match.end(), RULES[kind].id, match.group(), "government", nation, confidence=0.9
        )
    if kind == "company" and text[match.start() - 1 : match.start()] in ("子", "分"):
        return None
    low = run_start(text, match.start())
    inside = places[bisect.bisect_left(starts, low) : bisect.bisect_right(starts, match.start())]
    inside = _last_chain([p for p in inside if p.end <= match.start() + 1 and p.level not in ("village",)])
    start = low
    of: Link | None = None
    if inside:
        first = inside[0]
        before = text[low : first.start]
        start = (
            low
            if _PREFIX.search(before) or (kind in ("company", "institution") and before and not _LEVEL.search(before))
            else first.start
        )
        last = first
        for place in inside[1:]:
            if place.start == last.end:
                last = place
        of = setting.link(last, OF_PLACE.id) if kind not in ("company",) else None
    elif level := _level(text, low, match.start(), kind):
        start = level.start()
        of = setting.division(layer, level.group(), start, rule=OF_LEVEL.id)
        of = Link(of.name, of.start, of.end, OF_LEVEL.id, of.code) if of else None
    elif kind in _ANCHORED:
        if not (national := _NATIONAL.match(text, low)) or national.end() > match.start():
            return None
        of = Link("中国", low, national.end(), OF_PLACE.id)
    if match.group() in _FROM_AFAR and (village := text.rfind("村", start, match.start())) > 0:
        start, of = village + 1, None
    name = text[start : match.end()]
    front = text[start : match.start()]
    if kind == "mass" and of is None and match.group()[0] == "团" and match.group() != "团委":
        found = setting.division(layer, match.group()[1], start, rule=OF_LEVEL.id)
        of = Link(found.name, start, match.end(), OF_LEVEL.id, found.code) if found else None
    nameless = not front and kind in ("company", "institution", "association", "military")
    generic = bool(front) and bool(GENERIC.match(front)) and not inside and kind not in _ANCHORED
    weak = match.group() in WEAK and len(front) < 2 and kind not in _ANCHORED
    if nameless or generic or weak or len(name) < 3 or name[0] in "）”’":
        return None
    if not inside and (word := word_around(text, start, start)):
        start, of, name = word[0], None, text[word[0] : match.end()]
    return OrganizationMention(start, match.end(), RULES[kind].id, name, kind, of, confidence=0.9 if of else 0.75)


def _last_chain(places: list[PlaceMention]) -> list[PlaceMention]:
    """The places behind the last one that is wider than the one before it: 上海 of 甲县乙镇上海某大学."""
    first = 0
    for i in range(1, len(places)):
        if _RANK.get(places[i].level, 9) < _RANK.get(places[i - 1].level, 9) and places[i].start >= places[i - 1].end:
            first = i
    return places[first:]


def _level(text: str, low: int, end: int, kind: str) -> re.Match[str] | None:
    """The level word with which a name begins, behind whatever the run holds in front of it."""
    if kind == "company":
        return None
    at_start = _LEVEL.match(text, low, end + 1)
    if at_start or kind in ("institution", "association", "military"):
        return at_start
    found = list(_LEVEL.finditer(text, low, end + (kind == "party")))
    return found[-1] if found and found[-1].start() - low <= 6 else None


def _listed(text: str, found: list[OrganizationMention]) -> None:
    """Departments that follow in a list without their level word."""
    last = found[-1]
    if last.kind not in ("government", "mass", "party"):
        return
    while match := LISTED_ITEM.match(text, last.end):
        name = match["name"]
        if _LEVEL.match(name) or any(c in name for c in "和与及的"):
            return
        last = OrganizationMention(
            match.start("name"), match.end("name"), LISTED.id, name, last.kind, last.of, confidence=0.75
        )
        found.append(last)
