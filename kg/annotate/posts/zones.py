"""Posts of development zones, which have committees and no government."""

from __future__ import annotations

import re

from kg.annotate.layer import Layer, Link
from kg.annotate.places import setting
from kg.annotate.posts.patterns import LEVEL_WORD
from kg.annotate.posts.titles import Title

_RULED = re.compile("区(?:委|长|人大|政协|政府|人民政府|纪委|监委|法院|检察|人武|总工会|妇联|领导)")
_ZONE_NAME = re.compile("(?:高新|经开|开发|产业|工业|园|度假|保税|示范)区$")
"""A zone has neither congress nor government: 区政协主席 behind 医药高新区管委会主任 is the district's."""


def is_districts(title: str, of: str) -> bool:
    """Whether a title is a district's and `of` the name of a zone."""
    return bool(_RULED.match(title) and _ZONE_NAME.search(of))


def district(layer: Layer, at: int) -> Link | None:
    """The district that a level word at `at` means where what stands nearest is a zone: the last named before, else the first."""
    districts = [place for place in layer.places if place.level == "county" and place.name.endswith("区")]
    before = [place for place in districts if place.end <= at]
    return setting.link((before or districts)[-1 if before else 0], LEVEL_WORD.id) if districts else None


ADMINISTRATION = re.compile("管委会|管理委员会")
"""Of a zone, never of the nation whose guest is named beside it."""
_BARE_ZONE = re.compile(
    r"(?:开发区|高新区|经开区|新区|示范区|度假区|保税区|园区)(?=管委会|党工委|工委|管理委员会|党委)"
)


def named_zone(layer: Layer, title: Title) -> Link | None:
    """The zone that a bare 开发区 means: the last one of that kind named before, else the first one."""
    match = _BARE_ZONE.match(title.organ)
    if match is None:
        return None
    zones = [place for place in layer.places if place.level == "zone" and place.name.endswith(match.group())]
    before = [place for place in zones if place.end <= title.start]
    return setting.link((before or zones)[-1 if before else 0], LEVEL_WORD.id) if zones else None
