"""我市, 全区, 该县: mentions of a division that is not named."""

from __future__ import annotations

from kg.annotate.layer import Layer, PlaceMention
from kg.annotate.places.patterns import DEICTIC
from kg.annotate.places.setting import division
from kg.lexicon.division import NATION
from kg.lexicon.gazetteer import Gazetteer


def deictics(layer: Layer) -> list[PlaceMention]:
    """The mentions, by start, each with what its division is and lies in; those that nothing settles are left out."""
    gazetteer = Gazetteer.load()
    taken = {i for place in layer.places for i in range(place.start, place.end)}
    found = []
    for match, word in DEICTIC.find(layer.article.text):
        if match.start() in taken:
            continue
        meant = division(layer, word, match.start(), rule=DEICTIC.id)
        if meant is None:
            continue
        named = gazetteer.by_code(meant.code, layer.article.published_on) if meant.code else None
        if named is not None and named != NATION:
            parents = tuple(parent.name for parent in gazetteer.parents(named))
            found.append(PlaceMention(*match.span(), DEICTIC.id, named.name, named.level, named.code, parents))
        elif named is None and layer.home is not None and layer.home.name == meant.name:
            own = layer.home
            found.append(PlaceMention(*match.span(), DEICTIC.id, own.name, own.level, None, own.parents, own.open))
    return found
