"""Places within a name, in the article's own division or not."""

from __future__ import annotations

import re

from kg.annotate.layer import Layer, PlaceMention
from kg.annotate.projects.groups import Occurrence
from kg.annotate.projects.lines import LINE
from kg.annotate.projects.named_before import FINE

_FIXED = re.compile("高速|铁路|高铁|公路|大桥|隧道|水库|核电|水电|风电|光伏|电站|机场|码头|运河")
"""What stands in the province whose name it bears, and is no factory of a company from there."""
_LEVEL_WORDS = frozenset("县市区旗镇乡道")
_CITYS = re.compile(
    "[^，。；]{0,4}(?:地铁|轨交|轨道交通|机场|港|动物园|大剧院|博物馆|图书馆|体育中心|会展中心|水厂|污水处理厂)"
)


def own(layer: Layer, place: PlaceMention) -> bool:
    """Whether a place lies in the article's own division, or the article has none."""
    home = layer.home
    return home is None or home.name in place.parents


def may_hold(layer: Layer, place: PlaceMention) -> bool:
    """Whether a place may be where a project of the article is: in its division, or any that does not hold that."""
    home = layer.home
    return own(layer, place) or (
        home is not None and place.level in FINE and place.name != home.name and place.name not in home.parents
    )


def elsewhere(layer: Layer, occurrence: Occurrence) -> PlaceMention | None:
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
        and may_hold(layer, p)
        and _CITYS.match(layer.article.text, p.end, occurrence.end)
    ]
    return inside[-1] if inside else None


def other_province(layer: Layer, occurrence: Occurrence) -> PlaceMention | None:
    """The province with whose name a name begins, and which is not the article's; with no other place in the name."""
    home = layer.home
    if (
        home is None
        or home.level == "nation"
        or not _FIXED.search(layer.article.text, occurrence.start, occurrence.end)
    ):
        return None
    if any(body.start <= occurrence.start < body.end for body in layer.organizations):
        return None
    inside = [p for p in layer.places if occurrence.start <= p.start and p.end <= occurrence.end]
    if len(inside) != 1 or inside[0].level != "province" or inside[0].start != occurrence.start:
        return None
    return None if inside[0].name in (home.name, *home.parents) else inside[0]
