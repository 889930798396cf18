"""Towns: found by their level word, resolved in the county or prefecture that the article is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.layer import PlaceMention
from kg.annotate.places.patterns import TOWN
from kg.annotate.places.settle import Company, mention
from kg.lexicon import load
from kg.lexicon.division import Division
from kg.lexicon.gazetteer import Gazetteer

_LEVEL_WORD = re.compile(r"(?:街道|[镇乡]|苏木)$")
"""What a town's name ends in, where it is taken for one in running text."""
_TELLING = 5
"""From how many characters on a name that only one town bears tells that town wherever it stands: 天通苑北街道; one
fewer where it comes back."""


def towns(gazetteer: Gazetteer, text: str, places: list[PlaceMention], company: Company) -> list[PlaceMention]:
    """Mentions of towns, by start.

    Args:
        gazetteer: The gazetteer.
        text: The article's text.
        places: The divisions found so far; a county right in front settles the town, and no town lies within one.
        company: What the article is about.
    """
    taken = {i for place in places for i in range(place.start, place.end)}
    in_front = {place.end: place for place in places if place.level in ("county", "prefecture") and place.code}
    found: list[PlaceMention] = []
    reach = 0
    for start, end, named in _named(gazetteer, text, company.on):
        if start < reach or end - 1 in taken or start in taken:
            continue
        parent = in_front.get(start)
        settled = _settle(gazetteer, text, text[start:end], named, parent, company)
        if settled is not None:
            found.append(
                mention(gazetteer, start, end, settled, TOWN.id, on=company.on, confidence=0.95 if parent else 0.85)
            )
            reach = end
    return found


def _named(gazetteer: Gazetteer, text: str, on: str | None) -> Iterator[tuple[int, int, list[Division]]]:
    """`(start, end, towns of that name)`, the longest first of those that end together."""
    for start, end in gazetteer.town_spans(text):
        if text.startswith("街道", end) or not _LEVEL_WORD.search(text, start + 1, end):
            continue
        if named := gazetteer.towns(text[start:end], on):
            yield start, end, named


def _settle(
    gazetteer: Gazetteer, text: str, name: str, named: list[Division], parent: PlaceMention | None, company: Company
) -> Division | None:
    if parent is not None and parent.code is not None:
        kept = gazetteer.town(name, parent.code, company.on)
        return kept[0] if len(kept) == 1 else None
    if named[0].name[:-1] in load("zone_generic_modifiers"):
        return None
    near = [town for town in named if company.distance(town) < _NEAR]
    if near:
        best = min(company.distance(town) for town in near)
        kept = [town for town in near if company.distance(town) == best]
        return kept[0] if len(kept) == 1 else None
    enough = _TELLING - (text.count(name) > 1)
    return named[0] if len(named) == 1 and len(named[0].name) >= enough else None


_NEAR = 20
"""Farther than this from what the article is about, a shared name is not settled."""
