"""Places of records as places of the graph: the lineage of a coded division, else the name within its prefecture."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass

from kg.lexicon.division import NATION, Division
from kg.lexicon.gazetteer import Gazetteer
from kg.model.mention import PlaceName
from kg.model.names import fold

_ZONE_END = (
    "开发区",
    "高新区",
    "新区",
    "园区",
    "产业园",
    "工业园",
    "科技园",
    "示范区",
    "经开区",
    "管理区",
    "工业区",
    "保税区",
    "试验区",
    "合作区",
    "度假区",
    "旅游区",
    "风景区",
    "管委会",
    "集聚区",
)
_VILLAGE_END = ("村", "社区", "居委会", "村委会", "嘎查")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the graph."""

    id: str
    name: str
    level: str
    division: Division | None
    """None for a zone, village or site that has no code."""
    within: tuple[Division, ...]
    """The divisions it lies in, finest first, the nation last; of a place without a code those that the article says it
    lies in, else those of the article's home."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Its own id, then those of what it lies in."""
        return (self.id, *(d.lineage for d in self.within))


class Places:
    """Resolves names of places by the gazetteer alone, so that one name with one home is always one place."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.place = functools.lru_cache(maxsize=100_000)(self._place)
        self.division = functools.lru_cache(maxsize=100_000)(self._division)

    def above(self, division: Division) -> tuple[Division, ...]:
        """The divisions it lies in, finest first, the nation last."""
        if division.level == "nation":
            return ()
        return (*self.gazetteer.parents(division), NATION)

    def needed(self, place: Place) -> set[str]:
        """Ids of the places that the graph has once it has this one: itself, what it lies in, and what those became."""
        found = set(place.ids)
        todo = [d for d in (place.division, *place.within) if d is not None]
        seen = set(todo)
        while todo:
            for later in self.gazetteer.successors(todo.pop()):
                if later not in seen:
                    line = (later, *self.above(later))
                    found |= {d.lineage for d in line}
                    todo += line
                    seen.update(line)
        return found

    def prefecture(self, division: Division) -> Division:
        """The prefecture it lies in or is; of a municipality's districts the municipality; a county straight below a province is its own."""
        line = [division, *self.above(division)]
        found = next((d for d in line if d.level == "prefecture"), None)
        if found is not None or division.level in ("nation", "province"):
            return found or division
        province = next((d for d in line if d.level == "province"), NATION)
        return province if province.name.endswith("市") else next((d for d in line if d.level == "county"), division)

    def county(self, division: Division) -> Division:
        """The county it lies in or is; the division itself where it is no part of one."""
        return next((d for d in (division, *self.above(division)) if d.level == "county"), division)

    def _division(self, name: str, code: str | None, home: PlaceName | None) -> Division | None:
        if code and (found := self.gazetteer.by_code(code)):
            return found
        if name in ("全国", "国家", "中国"):
            return NATION
        named = self.gazetteer.lookup(name)
        if len(named) < 2 or home is None or home.name == name:
            return named[0] if len(named) == 1 else None
        if (at := self.division(home.name, home.code, None)) is None:
            return None
        return self._nearest(named, at)

    def _nearest(self, named: list[Division], at: Division) -> Division | None:
        """The one that shares most with `at`; None where two share as much."""
        line = {d.lineage for d in (at, *self.above(at)) if d.level != "nation"}
        shared = [sum(d.lineage in line for d in (one, *self.above(one))) for one in named]
        best = max(shared)
        return named[shared.index(best)] if best and shared.count(best) == 1 else None

    def _place(self, name: str, code: str | None, within: str | None = None, *, home: PlaceName | None = None) -> Place:
        if (division := self.division(name, code, home)) is not None:
            return Place(division.lineage, division.name, division.level, division, self.above(division))
        at = self.gazetteer.by_code(within) if within else None
        if at is None and home and home.name != name:
            at = self.division(home.name, home.code, None)
        above = (at, *self.above(at)) if at else ()
        parent = self.prefecture(at).lineage if at else ""
        made = hashlib.sha256(f"place\x1f{fold(name)}\x1f{parent}".encode()).hexdigest()[:16]
        return Place(made, fold(name), level(name), None, above)


def level(name: str) -> str:
    """`zone`, `village` or `site`: what a place without a code is, by the head of its name."""
    if name.endswith(_ZONE_END):
        return "zone"
    return "village" if name.endswith(_VILLAGE_END) else "site"
