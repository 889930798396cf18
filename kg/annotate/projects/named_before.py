"""The place named before a project, where the article's own division is a province or unknown."""

from __future__ import annotations

import bisect
import re

from kg.annotate.layer import Layer, PlaceMention
from kg.annotate.projects.groups import Occurrence
from kg.annotate.rule import Rule

NAMED_BEFORE = Rule[None](
    "projects.place-named-before",
    "The city or county named last before the project, where the article's own division is a province or unknown.",
)
FINE = ("prefecture", "county", "town")
"""Levels of the divisions in which a project may be said to be."""
_NEXT_ITEM = re.compile(r"(?:^|[。！\n])\s*\d{1,2}[、.．][\u4e00-\u9fff]")
"""Where the next item of a bulletin begins: 3、甲站开工."""
_INDUSTRIAL = re.compile(
    "(?:新区|开发区|高新区|经开区|(?<!型产业)园区|示范区|保税区|合作区|投资区|新城|工业区|自贸区|新片区|试验区)$"
)
_NEAR = 240


def named_before(layer: Layer, occurrences: list[Occurrence]) -> PlaceMention | None:
    """The city, county or town named last before the first occurrence and near it."""
    start = occurrences[0].start
    before = layer.places[: bisect.bisect_left(layer.places, start, key=lambda place: place.start)]
    near = [place for place in before if start - place.end <= _NEAR]
    for place in reversed(before):
        if start - place.end > _NEAR:
            return None
        if _NEXT_ITEM.search(layer.article.text, place.end, start):
            return None
        fine = place.level in FINE or (layer.home is None and _holds_works(place))
        whole = next((q for q in near if q.start == place.start and q.end > place.end and _holds_works(q)), None)
        if whole and layer.home is None:
            return whole
        if (
            fine
            and place.end > place.start
            and place.end <= start
            and (layer.home is None or layer.home.name in place.parents)
        ):
            return place
    return None


def first_named(layer: Layer) -> PlaceMention | None:
    """The first division below a province that a text without one of its own names."""
    return next((p for p in layer.places if (p.level in FINE or _holds_works(p)) and p.end > p.start), None)


def _holds_works(place: PlaceMention) -> bool:
    """Whether a zone is one in which others build, and not a resort or a park."""
    return place.level == "zone" and bool(_INDUSTRIAL.search(place.name))
