"""Where a text may name a division, and how sure its form and the words around it make that."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterable
from dataclasses import dataclass

from kg.annotate.places.patterns import (
    COMPOUND,
    NAME_BEHIND,
    NOT_DISTRICT,
    OUTLET_BEHIND,
    STEM_BEHIND,
    STEM_IN_FRONT,
    WORD_BEHIND,
)
from kg.lexicon import load
from kg.lexicon.division import Division
from kg.lexicon.gazetteer import Gazetteer, in_force, standing
from kg.lexicon.name_finder import Surface

_FRONT = 6
"""Characters in front of a stem that a context may take."""


@dataclass(slots=True)
class Candidate:
    """A form of a division's name at `text[start:end]`, with the divisions that bear it at the article's time."""

    start: int
    end: int
    surface: Surface
    divisions: list[Division]
    sure: bool
    """Whether it is a division's name whatever the article is about."""
    context: bool = False
    """Whether the words around it want a place."""
    outlet: bool = False
    """Whether it begins the name of a newspaper or station."""
    behind: Division | None = None
    """The parent that stands right in front, and settles a shared name."""

    @property
    def stem(self) -> bool:
        """Whether it is a bare stem: 抚顺."""
        return self.surface.kind == "stem"


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load(name).entries)


def is_word(surface: Surface) -> bool:
    """Whether the form is also a common word or a given name."""
    return surface.text in _words(
        "place_stems_that_are_words" if surface.kind == "stem" else "division_names_that_are_words"
    )


def candidates(gazetteer: Gazetteer, text: str, on: str | None) -> list[Candidate]:
    """The forms found, leftmost longest, none within another, by start.

    A sure form wins over a doubtful one that it overlaps: 平邑县 over 和平 in 主任和平邑县.
    """
    found = [
        c
        for start, end, surface in gazetteer.surfaces(text)
        if (c := _candidate(gazetteer, text, start, end, surface, on))
    ]
    _by_company(gazetteer, text, found)
    taken = _apart([c for c in found if c.sure])
    sure = {(c.start, c.end) for c in taken}
    edges = sorted(sure)
    rest = [c for c in found if not c.sure and not _overlaps(edges, c)]
    return sorted([*taken, *_apart(rest)], key=lambda c: c.start)


def _candidate(
    gazetteer: Gazetteer, text: str, start: int, end: int, surface: Surface, on: str | None
) -> Candidate | None:
    if surface.text[-1] == "区" and surface.kind == "name" and NOT_DISTRICT.match(text, end):
        return None
    found = Candidate(start, end, surface, in_force(list(surface.divisions), on), False)
    front = text[max(0, start - _FRONT) : start]
    if is_word(surface):
        found.context = bool((WORD_BEHIND if found.stem else NAME_BEHIND).match(text, end))
    else:
        found.context = bool(STEM_BEHIND.match(text, end) or STEM_IN_FRONT.search(front))
    if not found.stem:
        gone = surface.text[-1] == "区" and not any(standing(d, on) for d in found.divisions)
        found.sure = len(surface.text) > 2 and not is_word(surface) and not gone
        return found
    if COMPOUND.match(text, end):
        return None
    provinces = [d for d in found.divisions if d.level == "province"]
    found.divisions = provinces or found.divisions
    found.outlet = bool(OUTLET_BEHIND.match(text, end))
    prefectures = [d for d in found.divisions if d.level == "prefecture"]
    found.sure = bool(provinces) or (found.context and bool(prefectures) and not is_word(surface))
    return found


def _by_company(gazetteer: Gazetteer, text: str, found: list[Candidate]) -> None:
    """A name right behind a division that it lies in is sure, and so is the parent in front of it."""
    ends = {c.end: c for c in found}
    for c in found:
        parent = ends.get(c.start)
        if parent is None or (not parent.sure and not c.sure):
            continue
        for division in c.divisions:
            above = gazetteer.parents(division)
            kin = next((d for d in parent.divisions if d in above), None)
            if kin is not None:
                c.sure = parent.sure = True
                c.behind = kin
                parent.divisions = [kin]
                c.divisions = [d for d in c.divisions if kin in gazetteer.parents(d)]
                break


def _apart(found: Iterable[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for c in found:
        if not kept or c.start >= kept[-1].end:
            kept.append(c)
    return kept


def _overlaps(edges: list[tuple[int, int]], c: Candidate) -> bool:
    i = bisect.bisect_left(edges, (c.end, 0))
    return i > 0 and edges[i - 1][1] > c.start
