"""Cities whose short names stand in a project's, in a text that has no division of its own."""

from __future__ import annotations

import re

from kg.annotate.layer import Layer, Link
from kg.annotate.projects.groups import Occurrence
from kg.annotate.projects.lines import LINE
from kg.annotate.projects.vocabulary import INSTITUTION, STRUCTURE
from kg.annotate.rule import Rule
from kg.lexicon import load
from kg.lexicon.gazetteer import Gazetteer

CITY = Rule[None](
    "projects.place-city-in-name",
    "The city with whose short name a project's begins, or that stands before its plant (甲乙汽车郑州基地), "
    "where the text has no division of its own.",
)
_WORDS = frozenset(load("place_stems_that_are_words").entries) | frozenset(
    load("place_stems_that_are_plain_words").entries
)
_PLANT = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{2,3})(?:新)?(?:(?:生产|制造|研发)?基地|工厂|厂区|园区|产业园|校区|院区|分院|研究院|项目|数据中心|总部)"
    r"(?:[一二三四]期|项目|工程)*$"
)
_STRUCTURE = re.compile(f"{STRUCTURE}|{INSTITUTION}")
"""A head that stands where its name says; 项目 alone may be of a company from that city."""
_OPENING = re.compile(r"(?:[“「][^”」]{1,8}[”」])?")
_COMPANY_BEHIND = re.compile("银行|证券|集团|股份|路桥|建工|[建交城]投|控股|钢铁|汽车|大学|医科|理工|师范|石化|港集团")


def city_in_name(layer: Layer, occurrence: Occurrence) -> Link | None:
    """The city at the beginning of a name or before its plant; lines run between cities and have none."""
    text = layer.article.text
    if layer.home is not None or LINE.search(text, occurrence.start, occurrence.end):
        return None
    opening = _OPENING.match(text, occurrence.start)
    at = opening.end() if opening else occurrence.start
    if _STRUCTURE.match(text, occurrence.head):
        for size in (3, 2):
            begins = at + size <= occurrence.head and not _COMPANY_BEHIND.match(text, at + size)
            if begins and (link := _city(layer, at, at + size)):
                return link
    if plant := _PLANT.search(text[occurrence.start : occurrence.end]):
        end = occurrence.start + plant.end("stem")
        for size in (3, 2):
            if occurrence.start <= end - size and (link := _city(layer, end - size, end)):
                return link
    return None


def _city(layer: Layer, start: int, end: int) -> Link | None:
    stem = layer.article.text[start:end]
    if stem in _WORDS:
        return None
    found = [
        division
        for division in Gazetteer.load().lookup(stem + "市", layer.article.published_on)
        if division.level == "prefecture"
    ]
    return Link(found[0].name, start, end, CITY.id, found[0].code) if len(found) == 1 else None
