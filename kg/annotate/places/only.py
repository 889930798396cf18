"""The one division of a level that an article speaks of: what 省委 means where it holds a meeting in 长沙 and names no province."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from kg.annotate.layer import Layer, Link, PlaceMention
from kg.lexicon.gazetteer import Gazetteer

_OFTENER = 2
"""How many times as often as any other of its level a place must be named, to be the one that is spoken of."""


def only(layer: Layer, bears: Callable[[str], bool], at: int, rule: str, *, above: bool) -> Link | None:
    """A link to the place whose name `bears` accepts, if the article names no other such; None else.

    Args:
        layer: The article's layer, its places done.
        bears: Says of a name whether the level word can mean it.
        at: Where the level word stands; the link is empty there.
        rule: The rule that the link is to carry.
        above: Whether what the places lie in counts too: of a province mostly its cities are named.
    """
    gazetteer, on = Gazetteer.load(), layer.article.published_on
    named: Counter[tuple[str, str | None]] = Counter()
    for place in layer.places:
        for name, code in _line(gazetteer, place, on, above=above):
            if bears(name):
                named[name, code] += 1
    ranked = named.most_common(2)
    if not ranked or (len(ranked) > 1 and (above or ranked[0][1] < _OFTENER * ranked[1][1])):
        return None
    name, code = ranked[0][0]
    return Link(name, at, at, rule, code)


def _line(gazetteer: Gazetteer, place: PlaceMention, on: str | None, *, above: bool) -> list[tuple[str, str | None]]:
    if place.code is None and (above or place.level == "county" or place.open):
        return []
    line: list[tuple[str, str | None]] = [(place.name, place.code)]
    if above and place.code and (division := gazetteer.by_code(place.code, on)):
        line += [(parent.name, parent.code) for parent in gazetteer.parents(division, on)]
    return line
