"""Where a text may name a division, and how sure its form and the words around it make that."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable

from kg.annotate.places.candidate import Candidate, is_word
from kg.annotate.places.neighbours import behind_parents, in_lists
from kg.annotate.places.patterns import (
    COMPOUND,
    NAME_BEHIND,
    NOT_DISTRICT,
    OUTLET_BEHIND,
    SHORT_BEHIND,
    SHORT_IN_FRONT,
    STEM_BEHIND,
    STEM_IN_FRONT,
    WORD_BEHIND,
)
from kg.lexicon.division import Division
from kg.lexicon.gazetteer import Gazetteer, in_force, standing
from kg.lexicon.name_finder import Surface

_OF_PREFECTURE = re.compile("党委|人民政府|州长|副州长|人大|政协")
"""What makes 博州, 克州 the prefecture."""
_FRONT = 6
"""Characters in front of a stem that a context may take."""


def candidates(gazetteer: Gazetteer, text: str, on: str | None) -> list[Candidate]:
    """The forms found, leftmost longest, none within another, by start.

    A sure form wins over a doubtful one that it overlaps: 平邑县 over 和平 in 主任和平邑县.
    """
    found = [
        c
        for start, end, surface in gazetteer.surfaces(text)
        if (c := _candidate(gazetteer, text, start, end, surface, on))
    ]
    in_lists(gazetteer, text, found)
    behind_parents(gazetteer, text, found)
    found = [c for c in found if c.divisions]
    taken = _apart([c for c in found if c.sure])
    sure = {(c.start, c.end) for c in taken}
    edges = sorted(sure)
    rest = [c for c in found if not c.sure and not _overlaps(edges, c)]
    return sorted([*taken, *_apart(rest)], key=lambda c: c.start)


def at_the_time(divisions: Iterable[Division], on: str | None) -> list[Division]:
    """Those of some divisions that stood on the date; of one province and name the one that stands, not the one just gone."""
    found = in_force(list(dict.fromkeys(divisions)), on)
    if on is None or len(found) < 2:
        return found
    now = {(d.name, d.code[:2]) for d in found if d.valid_to is None or int(on[:4]) < d.valid_to}
    gone = [d for d in found if d.valid_to is not None and d.valid_to <= int(on[:4]) and (d.name, d.code[:2]) in now]
    return [d for d in found if d not in gone]


_RUN_ON = re.compile(r"[召展公离打]开|[响反对供适相顺]应|[\d一二三四五六七八九十百千余多几各]项")
"""Words whose last character no division begins with: 召开县委会议, 响应城市号召."""


def _candidate(
    gazetteer: Gazetteer, text: str, start: int, end: int, surface: Surface, on: str | None
) -> Candidate | None:
    if _RUN_ON.match(text, max(0, start - 1)):
        return None
    if surface.text[-1] == "区" and surface.kind == "name" and NOT_DISTRICT.match(text, end):
        return None
    if surface.text.endswith("新区") and on and all((d.valid_from or 0) > int(on[:4]) for d in surface.divisions):
        # not a division yet: a zone
        return None
    found = Candidate(start, end, surface, at_the_time(surface.divisions, on), False)
    front = text[max(0, start - _FRONT) : start]
    if is_word(surface):
        found.context = bool((WORD_BEHIND if found.stem else NAME_BEHIND).match(text, end))
    else:
        found.context = bool(STEM_BEHIND.match(text, end) or STEM_IN_FRONT.search(front))
    if not found.stem:
        gone = surface.text[-1] == "区" and not any(standing(d, on) for d in found.divisions)
        found.sure = len(surface.text) > 2 and not is_word(surface) and not gone
        if len(surface.text) == 2 and _stands_free(surface.text, front, text, end):
            found.sure = True
        return found
    if COMPOUND.match(text, end):
        return None
    found.divisions = _higher(found.divisions)
    provinces = [d for d in found.divisions if d.level == "province"]
    found.outlet = bool(OUTLET_BEHIND.match(text, end))
    prefectures = [d for d in found.divisions if d.level == "prefecture"]
    found.sure = bool(provinces) or (found.context and bool(prefectures) and not is_word(surface))
    return found


def _stands_free(name: str, front: str, text: str, end: int) -> bool:
    """Whether a county's name of two characters stands where no word can run into it: 来到黟县，, but not 市委和县委."""
    return (
        name[1] == "县"
        and name[0] not in "和应随通"
        and bool(SHORT_IN_FRONT.search(front) and SHORT_BEHIND.match(text, end))
    ) or (name[1] == "州" and bool(_OF_PREFECTURE.match(text, end)))


def _higher(divisions: list[Division]) -> list[Division]:
    """Of those that a stem may mean the province, else not the county that is named as its prefecture: 长沙, 阜新."""
    seats = {d.code for d in divisions if d.level == "prefecture"}
    return [d for d in divisions if d.level == "province"] or [
        d for d in divisions if d.code in seats or d.name[-1] == "市" or f"{d.code[:4]}00" not in seats
    ]


def _apart(found: Iterable[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for c in found:
        if not kept or c.start >= kept[-1].end:
            kept.append(c)
    return kept


def _overlaps(edges: list[tuple[int, int]], c: Candidate) -> bool:
    i = bisect.bisect_left(edges, (c.end, 0))
    return i > 0 and edges[i - 1][1] > c.start
