"""Which division a name of a gold answer means: what annotators left unsaid, told by the article's other names."""

from __future__ import annotations

from collections.abc import Iterable

from kg.evaluate.likeness import folded
from kg.lexicon.division import NATION, Division
from kg.lexicon.gazetteer import Gazetteer, standing


def right_divisions(
    gazetteer: Gazetteer, names: Iterable[str], on: str | None, publishers: Iterable[str] = ()
) -> dict[str, str | None]:
    """The codes of the divisions that some names of one article mean, by folded name.

    None for a name whose bearers the others do not tell apart. Names that no division bears, and the
    nation, are left out.

    Args:
        gazetteer: The gazetteer.
        names: Canonical names, as the gold answer has them.
        on: The article's date, a day, a month or a year.
        publishers: Names of papers and portals; the divisions that they name count as company too.
    """
    borne = {folded(name): _bearers(gazetteer, name, on) for name in names}
    borne = {name: found for name, found in borne.items() if found and found != [NATION]}
    sure = [found[0] for found in borne.values() if len(found) == 1]
    for publisher in publishers:
        sure += [s.divisions[0] for _, _, s in gazetteer.surfaces(publisher) if len(s.divisions) == 1]
    lines = [frozenset((d.code, *(p.code for p in gazetteer.parents(d)))) for d in sure]
    told: dict[str, str | None] = {}
    for name, found in borne.items():
        near = [_nearness(gazetteer, d, lines) for d in found]
        best = max(near)
        told[name] = found[near.index(best)].code if len(found) == 1 or (best and near.count(best) == 1) else None
    return told


def _bearers(gazetteer: Gazetteer, name: str, on: str | None) -> list[Division]:
    """The divisions of the name on the date; of one line that was renumbered the one that stands."""
    found = gazetteer.lookup(name, on)
    if on is None:
        return found
    latest = {d.lineage: d for d in sorted(found, key=lambda d: d.valid_from or 0)}
    kept = [d for d in found if latest[d.lineage] == d]
    stand = [d for d in kept if d.valid_to is None or int(on[:4]) < d.valid_to]
    provinces = {d.code[:2] for d in stand}
    return [d for d in kept if d in stand or (standing(d, on) and d.code[:2] not in provinces)] or kept


def _nearness(gazetteer: Gazetteer, division: Division, lines: list[frozenset[str]]) -> int:
    """How many of the divisions that it is or lies in are those of another name, at most."""
    own = {division.code, *(p.code for p in gazetteer.parents(division))}
    return max((len(own & line) for line in lines), default=0)
