"""What the divisions beside it tell of a candidate: the items of its list, and what it stands right behind."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from kg.annotate.places.candidate import Candidate, is_word, stays_a_word
from kg.annotate.places.patterns import TOGETHER
from kg.lexicon.division import Division
from kg.lexicon.gazetteer import Gazetteer


def in_lists(gazetteer: Gazetteer, text: str, found: list[Candidate]) -> None:
    """In a list what makes one item a place makes its neighbour one, if they lie in one division: 新宾、清原两县.

    Two neighbours that are no words make each other places: 鞍山、本溪.
    """
    order = sorted(found, key=lambda c: c.start)
    pairs = [(a, b) for a, b in itertools.pairwise(order) if TOGETHER.fullmatch(text, a.end, b.start)]
    pairs = [(a, b) for a, b in pairs if _siblings(gazetteer, a, b)]
    for a, b in [*pairs, *((b, a) for a, b in reversed(pairs))]:
        plain = is_word(a.surface) or is_word(b.surface)
        if not b.sure and (a.context or (a.sure and not a.stem) or not plain):
            b.context = True
            b.sure = b.listed = not plain
    for c in order:
        c.sure = c.sure or (c.context and c.customary)


def _siblings(gazetteer: Gazetteer, a: Candidate, b: Candidate) -> bool:
    above = {(gazetteer.parent(d), d.level) for d in a.divisions}
    return any((gazetteer.parent(d), d.level) in above for d in b.divisions)


def behind_parents(gazetteer: Gazetteer, text: str, found: list[Candidate]) -> None:
    """A name right behind a division that it lies in is sure, and so is the parent in front of it.

    One that lay in it at another time is that one of then; a district that never lay in the city in
    front is none of the gazetteer's.
    """
    ends = {c.end: c for c in found}
    for c in found:
        parent = ends.get(c.start)
        if parent is None or (not parent.sure and not c.sure) or (c.stem and stays_a_word(c) and not c.context):
            continue
        if _join(gazetteer, parent, c, parent.divisions, c.divisions) or parent.stem or c.stem:
            continue
        if _join(gazetteer, parent, c, parent.surface.divisions, c.surface.divisions):
            continue
        if parent.sure and c.surface.text[-1] == "区" and parent.surface.text.endswith(("市", "地区")):
            c.divisions = []


def _join(
    gazetteer: Gazetteer, parent: Candidate, c: Candidate, above: Iterable[Division], below: Iterable[Division]
) -> bool:
    for kin in above:
        inside = [d for d in below if kin.lineage in (p.lineage for p in gazetteer.parents(d))]
        if inside:
            c.sure = parent.sure = True
            c.behind = kin
            parent.divisions, c.divisions = [kin], inside
            return True
    return False
