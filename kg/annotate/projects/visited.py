"""The place to which an article goes before it tells of a project."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.layer import Layer, Link, PlaceMention
from kg.annotate.projects.groups import Occurrence
from kg.annotate.rule import Rule

VISITED = Rule[None](
    "projects.place-visited",
    "The place below the article's own to which somebody went, in the sentence or as the only one of the article.",
)
_VILLAGE_BEHIND = re.compile(r"(?:(?![县市区农乡的])[\u4e00-\u9fff]){2,6}?(?<![农乡古山新])村(?![镇庄级民委])")
_WENT = re.compile(r"(?:赴|来到|深入|前往|走进|抵达|走访|(?<![得达看找遇受])到|在)[^，。；、！？\n]{0,8}$")
_POST_BEHIND = re.compile(
    r"(?:区|市|县|镇|省)?(?:委|政府|人大|政协|管委会|党工委|副?[市县区镇乡省]长|副?书记|纪委|街道办)"
)
_ON = re.compile(r"[，的就]|看到|获悉|了解到|见到|采访|调研|检查|考察|视察|开展|督导|指导|走访|慰问|召开|举行")
WIDE = ("nation", "province")


def visited(layer: Layer, occurrences: list[Occurrence]) -> PlaceMention | None:
    """The place to which the sentence before a project goes; else the only one below the article's own."""
    text = layer.article.text
    below = [p for p in layer.places if p.end > p.start and _below(layer, p) and p.level not in ("site",)]
    went = [
        p for p in below if _WENT.search(text, max(p.start - 12, 0), p.start) and not _POST_BEHIND.match(text, p.end)
    ]
    first = occurrences[0]
    here = [p for p in went if first.before[0] <= p.start and p.end <= first.before[1]]
    here = [p for p in here if p.end == first.start or _ON.match(text, _finest(p, below).end)]
    if here:
        return _finest(here[-1], below)
    beyond = [
        p
        for p in layer.places
        if p.end > p.start
        and p.level in ("county", "town", "zone", "village")
        and first.before[0] <= p.start
        and p.end <= first.before[1]
        and _WENT.search(text, max(p.start - 12, 0), p.start)
        and not _POST_BEHIND.match(text, p.end)
        and (p.end == first.start or _ON.match(text, _finest(p, layer.places).end))
    ]
    if beyond:
        return _finest(beyond[-1], layer.places)
    finest = {p.name for p in below}
    for place in went:
        finest -= set(place.parents)
    if len(finest) == 1 and went and went[0].end < min(first.start, _lead(layer)):
        return next((p for p in went if p.name in finest), None)
    return None


def _lead(layer: Layer) -> int:
    """Where the first sentence of the body ends."""
    return next((end for start, end in layer.sentences if end > layer.article.body_start + 12), 0)


def village(text: str, place: PlaceMention, until: int, rule: str) -> Link | None:
    """The village whose name follows a place at once."""
    if place.level in ("county", "town") and (match := _VILLAGE_BEHIND.match(text, place.end, max(until, place.end))):
        return Link(match.group(), match.start(), match.end(), rule)
    return None


def _finest(place: PlaceMention, others: Sequence[PlaceMention]) -> PlaceMention:
    """The place that begins where this one ends, else this one: 乡 and 村 of 县乡村 written as one."""
    for other in others:
        if other.start == place.end:
            return _finest(other, others)
    return place


def _below(layer: Layer, place: PlaceMention) -> bool:
    home = layer.home
    return home is not None and home.level not in WIDE and home.name in place.parents
