"""Places that a project's own words give without 位于: stems in its name, towns of a list, whose project it is."""

from __future__ import annotations

import re

from kg.annotate.layer import Layer, Link, PlaceMention
from kg.annotate.places.setting import within
from kg.annotate.projects.groups import Occurrence
from kg.annotate.projects.visited import WIDE
from kg.annotate.rule import Rule
from kg.lexicon import load
from kg.lexicon.division import Division
from kg.lexicon.gazetteer import Gazetteer

STEM = Rule[None](
    "projects.place-stem",
    "A county, town or zone of the text whose name without its level word stands in the project's (甲岭站 of 甲岭镇).",
)
TOWNS = Rule[None](
    "projects.place-towns",
    "The towns or counties of a list that shares its level word (涉及甲岭、乙桥、丙塘3个街道), told of the project.",
)
WHOSE = Rule[None](
    "projects.place-whose",
    "The place of which a project is said to be one (X是甲园区首批入驻的项目, X作为甲县的重点项目).",
)
SUBJECT = Rule[None](
    "projects.place-subject",
    "The place below the article's own that is the subject of the sentence that builds it (甲乡争取资金，新建了X).",
)
BEGUN = Rule[None](
    "projects.place-begun-there",
    "The county or city by whose short name a project begins, is signed or opened there (在甲岭开工建设).",
)
ABROAD = Rule[None]("projects.place-abroad", "A foreign country with whose name the project's begins (援甲国医院).")
_LEVEL = re.compile("(?:街道|[镇乡县区市])$")
_TOWNS = re.compile(
    r"(?:涉及|覆盖|途经|贯穿|横跨|穿越|惠及|包括|流经|分布[于在])"
    r"(?P<stems>[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,5}){1,12}(?:[和及与][\u4e00-\u9fff]{2,5})?)[等共]?"
    r"(?P<count>[\d一二两三四五六七八九十]+)个(?P<level>街道|乡镇|镇街|镇|乡|街镇|区县|县区|县市区|县|区)"
)
_WHOSE = re.compile(r"(?:是|作为|系|为)[^，。；、]{0,2}$")
_ITS_PROJECT = re.compile(r"[^，。；、]{0,16}(?:项目|工程)")
_BUILDS = re.compile(
    r"(?:先后|共|已|今年|去年|通过|积极|大力|又|还)*(?:争取|投资|投入|筹资|筹措|整合|实施|新建|修建|建成|建设|改造|引进|引入|兴建|谋划)"
)
_BEGUN_THERE = re.compile(
    r"(?:在|落户|落子|落地|位于|坐落于)(?P<stem>[\u4e00-\u9fff]{2,4}?)(?=(?:隆重|正式|顺利|同步|成功)*(?:开工|奠基|揭牌|签约|落地|启用|投产|竣工|举行|动工|开建)|[，。])"
)
_ABROAD = re.compile(f"(?:中国)?援?(?:建)?(?P<country>{load('foreign_countries').alternation()})")
_FOREIGN_OWNER = re.compile("公司|集团|企业|独资|合作|产业园|投资")
_SHORTEST, _NEAR, _LEAD = 3, 14, 12


def stem_in_name(layer: Layer, occurrence: Occurrence) -> Link | None:
    """The county, town or zone of the text whose stem is in the name; the finest, then the first."""
    text = layer.article.text
    words = text[occurrence.start : occurrence.head]
    if layer.home is None or len(words) < _SHORTEST:
        return None
    seen: dict[str, PlaceMention] = {}
    for place in layer.places:
        if place.level in ("town", "county") and place.name != layer.home.name and layer.home.name in place.parents:
            seen.setdefault(place.name, place)
    found = []
    for name, place in seen.items():
        stem = _LEVEL.sub("", name)
        if 2 <= len(stem) < len(name) and (at := words.find(stem)) >= 0:
            found.append((place.level != "town", at, stem, place))
    if not found:
        return None
    _, at, stem, place = min(found, key=lambda item: item[:2])
    start = occurrence.start + at
    return Link(place.name, start, start + len(stem), STEM.id, place.code)


def towns(layer: Layer, occurrence: Occurrence) -> list[Link]:
    """The towns or counties of a list behind an occurrence, each of which the article's division has."""
    text = layer.article.text
    for start, end in (occurrence.behind, *occurrence.follows):
        for match in _TOWNS.finditer(text, start, end):
            found, at = [], match.start("stems")
            for stem in re.split("[、和及与]", match["stems"]):
                begin, finish = text.find(stem, at), text.find(stem, at) + len(stem)
                # a city may stand in front of the first
                for first in (begin, begin + 2, begin + 3) if begin == match.start("stems") else (begin,):
                    if first + 2 <= finish and (listed := _listed(layer, text[first:finish], match["level"])):
                        found.append(Link(listed.name, first, finish, TOWNS.id, listed.code))
                        break
                at = finish
            if len(found) >= 2:
                return found
    return []


def _listed(layer: Layer, stem: str, level: str) -> Division | Link | None:
    """The division that a member of a list names: in full, or by what stands before the level word."""
    if level[-1] in "县区市":
        return within(layer, stem)
    return _town(layer, stem, level if level in ("街道", "镇", "乡") else "镇")


def _town(layer: Layer, stem: str, level: str) -> Division | None:
    """The town of the article's own division that bears a stem, with or without more before its level word."""
    if layer.home is None or layer.home.code is None:
        return None
    gazetteer = Gazetteer.load()
    if exact := gazetteer.town(stem + level, layer.home.code, layer.article.published_on):
        return exact[0]
    longer = [
        town
        for town in gazetteer.each_town()
        if town.name.startswith(stem)
        and town.name.endswith(level)
        and any(parent.code == layer.home.code for parent in gazetteer.parents(town))
    ]
    return longer[0] if len(longer) == 1 else None


def whose(layer: Layer, occurrence: Occurrence) -> PlaceMention | None:
    """The place below the article's own of which the project is said to be one."""
    text = layer.article.text
    start, end = occurrence.behind
    for place in layer.places:
        if place.start < start or place.end > end or place.level in (*WIDE, "site") or place.end == place.start:
            continue
        if layer.home is not None and place.name == layer.home.name:
            continue
        before = text[occurrence.end : place.start]
        if _WHOSE.search(before) and "，" not in before and _ITS_PROJECT.match(text, place.end):
            return place
    return None


def begun_there(layer: Layer, occurrence: Occurrence) -> Link | None:
    """The county by whose short name a project begins there: 在甲岭开工, in an article of its city or province."""
    home, text = layer.home, layer.article.text
    if home is None:
        return None
    for match in _BEGUN_THERE.finditer(text, *occurrence.behind):
        division = within(layer, match["stem"])
        if division is None or division.code is None or division.name == home.name:
            continue
        gazetteer = Gazetteer.load()
        found = gazetteer.by_code(division.code)
        if found and any(parent.name == home.name for parent in gazetteer.parents(found)):
            return Link(division.name, match.start("stem"), match.end("stem"), BEGUN.id, division.code)
    return None


def subject(layer: Layer, occurrence: Occurrence) -> PlaceMention | None:
    """The town, county or village that is the subject of the sentence in which an occurrence is built."""
    home = layer.home
    start = occurrence.sentence[0]
    text = layer.article.text
    for place in layer.places:
        if place.start >= occurrence.start:
            return None
        if place.start < start or place.level not in ("town", "county", "village"):
            continue
        if home is not None and (place.name == home.name or home.name not in place.parents):
            continue
        return place if _BUILDS.match(text, place.end) and place.start - start <= _LEAD else None
    return None


def abroad(text: str, occurrence: Occurrence) -> Link | None:
    """The foreign country with whose name a project's begins."""
    match = _ABROAD.search(text, occurrence.start, min(occurrence.head, occurrence.start + _NEAR))
    if match is None or _FOREIGN_OWNER.search(text, match.end(), occurrence.end):
        return None
    return Link(match["country"], match.start("country"), match.end("country"), ABROAD.id)
