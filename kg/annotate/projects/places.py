"""Where a project is: the finest places that the text ties it to."""

from __future__ import annotations

import re

from kg.annotate.layer import Layer, Link, PlaceMention
from kg.annotate.places.setting import within
from kg.annotate.projects.city_names import city_in_name
from kg.annotate.projects.elsewhere import elsewhere, may_hold, other_province, own
from kg.annotate.projects.finer import SUBJECT, WHOSE, abroad, begun_there, stem_in_name, subject, towns, whose
from kg.annotate.projects.groups import Occurrence
from kg.annotate.projects.lines import ALONG, along
from kg.annotate.projects.named_before import NAMED_BEFORE, first_named, named_before
from kg.annotate.projects.visited import VISITED, WIDE, village, visited
from kg.annotate.rule import Rule
from kg.lexicon import load
from kg.lexicon.gazetteer import Gazetteer

IN_NAME = Rule[None]("projects.place-in-name", "A place within the project's name, in the article's own division.")
NEARBY = Rule[None]("projects.place-nearby", "A place to which the sentence ties the project (位于, 落户, 在X开工).")
SECTION = Rule[None](
    "projects.place-of-section",
    "The division that heads the section of the article (荣成市:……) in which the project is told.",
)
HOME = Rule[None]("projects.place-home", "The article's own division, where the text names no finer place.")

_VILLAGE = re.compile(r"(?![县市区农乡])[^\d，、的（(“]{2,3}?(?<![农乡古山新])村(?![镇庄级民委])")
_LOCATED = re.compile(
    r"(?:位于|坐落(?:于|在)|落户(?:于|在)?|选址(?:于|在)?|落地|落子|落位|定址|建在|地处|横穿|涉及|覆盖)[^，。；、]{0,6}$"
)
_WORDS = frozenset(load("place_stems_that_are_words").entries) | frozenset(
    load("place_stems_that_are_plain_words").entries
)
_IN = re.compile("在[^，。；、]{0,6}$")
_BUILDS = re.compile(
    r"[^，。；、的]{0,14}?(?:捐建|援建|新建|兴建|修建|投资建设|建设|建成|打造|建起)了?(?:一[处座所个条栋])?[“]?"
)
_THERE = re.compile(
    "(?:隆重|正式|顺利|同步|成功)*(?:举行|举办|开工|建设|动工|奠基|投产|启用|揭牌|落地|建成|竣工|启动|开建|落成)"
)


def places(layer: Layer, occurrences: list[Occurrence]) -> list[Link]:
    """The finest places that the text ties the project to; the article's own division where it names none."""
    text = layer.article.text
    companies = [body for body in layer.organizations if body.kind == "company"]
    for occurrence in occurrences:
        inside = [p for p in layer.places if occurrence.start <= p.start and p.end <= occurrence.end and own(layer, p)]
        inside = [
            p
            for p in inside
            if p.level not in (*WIDE, "zone", "site") or (p.level == "zone" and p.end <= occurrence.head)
        ]
        if inside:
            finest = inside[0]
            for place in inside[1:]:
                joined = text[finest.end : place.start] in ("—", "-", "－")
                finest = place if joined or finest.name in place.parents or finest.level in WIDE else finest
            return [village(text, finest, occurrence.head, IN_NAME.id) or _link(finest, IN_NAME.id)]
        if short := _named_in_short(layer, occurrence) or stem_in_name(layer, occurrence):
            return [short]
        if far := elsewhere(layer, occurrence):
            return [_link(far, IN_NAME.id)]
        if country := abroad(text, occurrence):
            return [country]
        if province := other_province(layer, occurrence):
            return [_link(province, IN_NAME.id)]
        if city := city_in_name(layer, occurrence):
            return [city]
    for occurrence in occurrences:
        if line := along(layer, occurrence):
            return [_link(p, ALONG.id) for p in line]
        if several := towns(layer, occurrence):
            return several
        for start, end in (occurrence.behind, *occurrence.follows, occurrence.before):
            near = [p for p in layer.places if start <= p.start and p.end <= end]
            zones = [(p.start, p.end) for p in near if p.level == "zone"]
            near = [p for p in near if p.level == "zone" or not any(a <= p.start and p.end <= b for a, b in zones)]
            near = [p for p in near if p.level == "zone" or may_hold(layer, p)]
            near = [p for p in near if not any(b.start <= p.start and p.end < b.end for b in companies)]
            tied = [p for p in near if _tied(layer, p, start)]
            tied += [p for p in near if p.end == occurrence.start - 1 and text[p.end] == "的" and own(layer, p)]
            if start == occurrence.before[0]:
                tied += [p for p in near if _built_there(text, p, occurrence.start)]
            if tied:
                return [_link(p, NEARBY.id) for p in _and_others(text, tied[-1], near)]
            if start == occurrence.behind[0] and (owner := whose(layer, occurrence)):
                return [_link(owner, WHOSE.id)]
        if there := begun_there(layer, occurrence):
            return [there]
        if builder := subject(layer, occurrence):
            return [_link(builder, SUBJECT.id)]
    if section := _section(layer, occurrences[0].start):
        return [_link(section, SECTION.id)]
    if went := visited(layer, occurrences):
        return [village(text, went, occurrences[0].start, VISITED.id) or _link(went, VISITED.id)]
    if layer.home is None and (named := named_before(layer, occurrences) or first_named(layer)):
        return [_link(named, NAMED_BEFORE.id)]
    if layer.home is not None and layer.home.level in WIDE and (named := named_before(layer, occurrences)):
        return [_link(named, NAMED_BEFORE.id)]
    if layer.home is None:
        return []
    return [Link(layer.home.name, layer.home.start, layer.home.end, HOME.id, layer.home.code)]


def _tied(layer: Layer, place: PlaceMention, start: int) -> bool:
    """Whether the words before a place put something there (位于, 落户), or those around it (在甲县开工)."""
    text = layer.article.text
    before = text[max(start, place.start - 10) : place.start]
    if _LOCATED.search(before):
        return True
    return own(layer, place) and bool(_IN.search(before) and _THERE.match(text, place.end))


def _built_there(text: str, place: PlaceMention, until: int) -> bool:
    """Whether the words around a place before a name build it there (在甲镇小学捐建一处……)."""
    return bool(_IN.search(text, max(place.start - 10, 0), place.start) and _BUILDS.fullmatch(text, place.end, until))


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
        named = any(place.code == division.code for place in layer.places)
        if (
            layer.home.level in WIDE
            and not named
            and (division.name[-1] != "市" or text[start : start + size] in _WORDS)
        ):
            continue
        if found and any(parent.name == layer.home.name for parent in gazetteer.parents(found)):
            return Link(division.name, start, start + size, IN_NAME.id, division.code)
    return None


def _section(layer: Layer, at: int) -> PlaceMention | None:
    """The division with whose name and a colon the heading of the section begins in which a character stands."""
    text = layer.article.text
    for place in reversed(layer.places):
        if place.start < at and place.level in ("prefecture", "county") and own(layer, place):
            opens = place.start == 0 or text[place.start - 1] == "\n"
            if opens and text[place.end : place.end + 1] in (":", "："):
                return place
    return None


def _link(place: PlaceMention, rule: str) -> Link:
    return Link(place.name, place.start, place.end, rule, place.code)
