"""Where a project is: the finest places that the text ties it to."""

from __future__ import annotations

import bisect
import re

from kg.annotate.layer import Layer, Link, PlaceMention
from kg.annotate.places.setting import within
from kg.annotate.projects.groups import Occurrence
from kg.annotate.projects.lines import ALONG, LINE, along
from kg.annotate.projects.visited import VISITED, WIDE, village, visited
from kg.annotate.rule import Rule
from kg.lexicon.gazetteer import Gazetteer

IN_NAME = Rule[None]("projects.place-in-name", "A place within the project's name, in the article's own division.")
NEARBY = Rule[None]("projects.place-nearby", "A place to which the sentence ties the project (位于, 落户, 在X开工).")
SECTION = Rule[None](
    "projects.place-of-section",
    "The division that heads the section of the article (荣成市:……) in which the project is told.",
)
NAMED_BEFORE = Rule[None](
    "projects.place-named-before",
    "The city or county named last before the project, where the article's own division is a province or unknown.",
)
HOME = Rule[None]("projects.place-home", "The article's own division, where the text names no finer place.")

_VILLAGE = re.compile(r"(?![县市区农乡])[^\d，、的（(“]{2,3}?(?<![农乡古山新])村(?![镇庄级民委])")
_LOCATED = re.compile(
    r"(?:位于|坐落(?:于|在)|落户(?:于|在)?|选址(?:于|在)?|落地|建在|地处|横穿|涉及|覆盖)[^，。；、]{0,6}$"
)
_IN = re.compile("在[^，。；、]{0,6}$")
_THERE = re.compile(
    "(?:隆重|正式|顺利|同步|成功)*(?:举行|举办|开工|建设|动工|奠基|投产|启用|揭牌|落地|建成|竣工|启动|开建|落成)"
)
_LEVEL_WORDS = frozenset("县市区旗镇乡道")
_CITYS = re.compile(
    "[^，。；]{0,4}(?:地铁|轨交|轨道交通|机场|港|动物园|大剧院|博物馆|图书馆|体育中心|会展中心|水厂|污水处理厂)"
)
_FINE = ("prefecture", "county", "town")
_NEAR = 240


def places(layer: Layer, occurrences: list[Occurrence]) -> list[Link]:
    """The finest places that the text ties the project to; the article's own division where it names none."""
    text = layer.article.text
    for occurrence in occurrences:
        inside = [p for p in layer.places if occurrence.start <= p.start and p.end <= occurrence.end and _own(layer, p)]
        inside = [
            p
            for p in inside
            if p.level not in (*WIDE, "zone", "site") or (p.level == "zone" and p.end <= occurrence.head)
        ]
        if inside:
            return [village(text, inside[-1], occurrence.head, IN_NAME.id) or _link(inside[-1], IN_NAME.id)]
        if short := _named_in_short(layer, occurrence):
            return [short]
        if abroad := _elsewhere(layer, occurrence):
            return [_link(abroad, IN_NAME.id)]
    for occurrence in occurrences:
        if line := along(layer, occurrence):
            return [_link(p, ALONG.id) for p in line]
        for start, end in (occurrence.behind, *occurrence.follows, occurrence.before):
            near = [p for p in layer.places if start <= p.start and p.end <= end and _may_hold(layer, p)]
            tied = [p for p in near if _tied(layer, p, start)]
            tied += [p for p in near if p.end == occurrence.start - 1 and text[p.end] == "的" and _own(layer, p)]
            if tied:
                return [_link(p, NEARBY.id) for p in _and_others(text, tied[-1], near)]
    if section := _section(layer, occurrences[0].start):
        return [_link(section, SECTION.id)]
    if went := visited(layer, occurrences):
        return [village(text, went, occurrences[0].start, VISITED.id) or _link(went, VISITED.id)]
    if (layer.home is None or layer.home.level in WIDE) and (named := _named_before(layer, occurrences)):
        return [_link(named, NAMED_BEFORE.id)]
    if layer.home is None:
        return []
    return [Link(layer.home.name, layer.home.start, layer.home.end, HOME.id, layer.home.code)]


def _own(layer: Layer, place: PlaceMention) -> bool:
    """Whether a place lies in the article's own division, or the article has none."""
    home = layer.home
    return home is None or home.name in place.parents


def _elsewhere(layer: Layer, occurrence: Occurrence) -> PlaceMention | None:
    """A county or town within the name that does not lie in the article's division, or that division itself.

    Another city only before what a city has for itself: 某市地铁11号线, 某市机场三期.
    """
    if LINE.search(layer.article.text, occurrence.start, occurrence.end):
        return None
    inside = [
        p
        for p in layer.places
        if occurrence.start <= p.start
        and p.end <= occurrence.head
        and p.code
        and p.level in ("county", "town")
        and layer.article.text[p.end - 1] in _LEVEL_WORDS
    ]
    inside += [
        p
        for p in layer.places
        if p.start == occurrence.start
        and p.level == "prefecture"
        and _may_hold(layer, p)
        and _CITYS.match(layer.article.text, p.end, occurrence.end)
    ]
    return inside[-1] if inside else None


def _may_hold(layer: Layer, place: PlaceMention) -> bool:
    """Whether a place may be where a project of the article is: in its division, or any that does not hold that."""
    home = layer.home
    return _own(layer, place) or (
        home is not None and place.level in _FINE and place.name != home.name and place.name not in home.parents
    )


def _tied(layer: Layer, place: PlaceMention, start: int) -> bool:
    """Whether the words before a place put something there (位于, 落户), or those around it (在甲县开工)."""
    text = layer.article.text
    before = text[max(start, place.start - 10) : place.start]
    if _LOCATED.search(before):
        return True
    return _own(layer, place) and bool(_IN.search(before) and _THERE.match(text, place.end))


def _and_others(text: str, first: PlaceMention, near: list[PlaceMention]) -> list[PlaceMention]:
    """A place and those that a list joins to it: 甲街道、乙街道和丙街道."""
    found = [first]
    for place in near:
        if (
            place.start > found[-1].end
            and text[found[-1].end : place.start] in ("、", "和", "与", "及")
            and (place.level == first.level)
        ):
            found.append(place)
    return found


def _named_before(layer: Layer, occurrences: list[Occurrence]) -> PlaceMention | None:
    """The city, county or town named last before the first occurrence and near it."""
    start = occurrences[0].start
    before = layer.places[: bisect.bisect_left(layer.places, start, key=lambda place: place.start)]
    for place in reversed(before):
        if start - place.end > _NEAR:
            return None
        if place.level in _FINE and place.end > place.start and place.end <= start and _own(layer, place):
            return place
    return None


def _named_in_short(layer: Layer, occurrence: Occurrence) -> Link | None:
    """A division below the article's own by whose short form the name begins, or a village."""
    text, start = layer.article.text, occurrence.start
    if hamlet := _VILLAGE.match(text, start, occurrence.head):
        return Link(hamlet.group(), start, hamlet.end(), IN_NAME.id)
    if layer.home is None:
        return None
    for size in (4, 3, 2):
        if start + size > occurrence.head:
            continue
        division = within(layer, text[start : start + size])
        if division is None or division.code is None:
            continue
        gazetteer = Gazetteer.load()
        found = gazetteer.by_code(division.code)
        if found and any(parent.name == layer.home.name for parent in gazetteer.parents(found)):
            return Link(division.name, start, start + size, IN_NAME.id, division.code)
    return None


def _section(layer: Layer, at: int) -> PlaceMention | None:
    """The division with whose name and a colon the heading of the section begins in which a character stands."""
    text = layer.article.text
    for place in reversed(layer.places):
        if place.start < at and place.level in ("prefecture", "county") and _own(layer, place):
            opens = place.start == 0 or text[place.start - 1] == "\n"
            if opens and text[place.end : place.end + 1] in (":", "："):
                return place
    return None


def _link(place: PlaceMention, rule: str) -> Link:
    return Link(place.name, place.start, place.end, rule, place.code)
