"""我市, 全区, 该县, 当地: mentions of a division that is not named."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace

from kg.annotate.layer import Layer, PlaceMention
from kg.annotate.places.patterns import DEICTIC, THERE
from kg.annotate.places.setting import bears, division
from kg.lexicon import load
from kg.lexicon.division import NATION
from kg.lexicon.gazetteer import Gazetteer

_FOREIGN = re.compile(load("foreign_countries").alternation())
_NEAR = 240
"""Characters before 当地 or 该县 in which the place that it means is named."""


def deictics(layer: Layer) -> list[PlaceMention]:
    """The mentions, by start, each with what its division is and lies in; those that nothing settles are left out."""
    taken = {i for place in layer.places for i in range(place.start, place.end)}
    found = []
    for match, word in DEICTIC.find(layer.article.text):
        if match.start() not in taken and (meant := _own(layer, word, match.start())):
            found.append(replace(meant, start=match.start(), end=match.end(), rule=DEICTIC.id))
    for match, word in THERE.find(layer.article.text):
        if match.start() not in taken and (meant := _there(layer, word, match.start())):
            found.append(replace(meant, start=match.start(), end=match.end(), rule=THERE.id, confidence=0.8))
    return found


def _own(layer: Layer, word: str, at: int) -> PlaceMention | None:
    """What a level word means in the article."""
    meant = division(layer, word, at, rule=DEICTIC.id)
    if meant is None:
        return None
    gazetteer = Gazetteer.load()
    named = gazetteer.by_code(meant.code, layer.article.published_on) if meant.code else None
    if named is None:
        return layer.home if layer.home is not None and layer.home.name == meant.name else None
    if named == NATION:
        return None
    parents = tuple(parent.name for parent in gazetteer.parents(named, layer.article.published_on))
    return PlaceMention(at, at, DEICTIC.id, named.name, named.level, named.code, parents)


def _there(layer: Layer, word: str, at: int) -> PlaceMention | None:
    """The place named last, of the level word's level if there is one, else the article's own; none where a foreign one is."""
    text, begin = layer.article.text, max(0, at - _NEAR)
    for i in range(bisect.bisect_left(layer.places, at, key=lambda place: place.start) - 1, -1, -1):
        place = layer.places[i]
        if place.start < begin:
            break
        if place.level not in ("nation", "province") if word == "当地" else bears(place.name, word):
            return None if _abroad(text, place.end, at) else place
    if _abroad(text, begin, at):
        return None
    return layer.home if word == "当地" else _own(layer, word, at)


def _abroad(text: str, start: int, end: int) -> bool:
    return _FOREIGN.search(text, start, end) is not None
