"""The gazetteer: China's divisions from the provinces to the towns, by code, by name and in running text.

The tables are `seeds/gazetteer/divisions.tsv` (provinces to counties since 1981), `towns.tsv` (towns
now) and `town_changes.tsv` (former towns, 2014 and after); how they are made, and from what, is said in `kg.lexicon.build_gazetteer`.
"""

from __future__ import annotations

import functools
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.lexicon.division import NATION, Division, in_force, standing
from kg.lexicon.name_finder import Surface, automaton, longest, surfaces
from kg.lexicon.seeds import seeds_folder
from kg.lexicon.tables import divisions
from kg.lexicon.town_table import TownTable, of_time

__all__ = ["MUNICIPALITIES", "Gazetteer", "in_force", "standing"]

TABLES = ("divisions.tsv", "towns.tsv", "town_changes.tsv")
MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})
_RANK = {"nation": 0, "province": 1, "prefecture": 2, "county": 3, "town": 4}


class Gazetteer:
    """Divisions by code, by name, and in running text.

    Former divisions are in it with their years: 襄樊市 is found, and so is 襄阳市, each in its time.
    """

    def __init__(self, table: Iterable[Division], towns: TownTable, version: str) -> None:
        self.version = version
        """Hash of the tables, 12 hex digits."""
        self._towns = towns
        self._by_code: dict[str, list[Division]] = defaultdict(list)
        self._by_name: dict[str, list[Division]] = defaultdict(list)
        for division in [NATION, *table]:
            self._by_code[division.code].append(division)
            self._by_name[division.name].append(division)
        self._surfaces = surfaces(self)
        self._asked: tuple[str, list[tuple[int, Surface | str]]] = "", []
        """The text asked about last, and all matches in it: an article is asked about several times in a row."""
        self._automaton: Any = automaton(self._surfaces, towns.names())

    @classmethod
    @functools.cache
    def load(cls) -> Gazetteer:
        """The gazetteer that is installed.

        Raises:
            LexiconError: A table is missing, or a line of it is none.
        """
        folder = seeds_folder("gazetteer")
        return cls.read(*(folder / name for name in TABLES))

    @classmethod
    def read(cls, division_table: Path, town_table: Path, change_table: Path) -> Gazetteer:
        """The gazetteer of these three tables."""
        data = [path.read_bytes() for path in (division_table, town_table, change_table)]
        version = hashlib.sha256(b"".join(data)).hexdigest()[:12]
        return cls(divisions(data[0].decode()), TownTable(data[1].decode(), data[2].decode()), version)

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Division, ...]]]:
        """`(start, end, divisions)` of the full names and the short forms that keep a level word.

        Leftmost longest and not overlapping, so that 长沙市市长 holds 长沙市 and no 沙市市. Towns are left out: their
        names are shared and words besides, and are resolved within a county (`town_spans`, `town`).
        """
        at = 0
        for start, end, surface in self.surfaces(text):
            if surface.kind != "stem" and start >= at:
                at = end
                yield start, end, surface.divisions

    def surfaces(self, text: str) -> list[tuple[int, int, Surface]]:
        """Every form of a name in the text, bare stems too, but those within a longer one; by start."""
        return longest((last, found) for last, found in self._matches(text) if not isinstance(found, str))

    def town_spans(self, text: str) -> list[tuple[int, int]]:
        """Where the full names of towns stand in the text, by end, of those that end together the longest first."""
        found = ((last + 1, found) for last, found in self._matches(text) if isinstance(found, str))
        return sorted(((end - len(name), end) for end, name in found), key=lambda span: (span[1], span[0]))

    def _matches(self, text: str) -> list[tuple[int, Surface | str]]:
        if self._asked[0] != text:
            self._asked = text, list(self._automaton.iter(text))
        return self._asked[1]

    def by_code(self, code: str, on: str | None = None) -> Division | None:
        """The division that bears the code, on a date (`2017-11-29`, `2017`) or else now, or bore it last."""
        if len(code) == 9:
            return self._towns.by_code(code, on)
        found = self._by_code.get(code, [])
        return max(in_force(found, on), key=lambda d: d.valid_to or 9999, default=None)

    def lookup(self, name: str, on: str | None = None, *, short: bool = False) -> list[Division]:
        """The divisions of that full name, the highest first, then by code; towns last.

        Those that stood on the date (now, without one); those of other times where none did.

        Args:
            name: `抚顺市`; with `short` also `抚顺`, `清原县`.
            on: A date, or its beginning: `2017-11-29`, `2017`.
            short: Whether short forms count too.
        """
        found = list(self._by_name.get(name, []))
        if short and (surface := self._surfaces.get(name)):
            found += [d for d in surface.divisions if d not in found]
        found = in_force(found, on)
        return sorted(found, key=lambda d: (_RANK[d.level], d.code, d.valid_from or 0)) + self.towns(name, on)

    def parent(self, division: Division, on: str | None = None) -> Division | None:
        """The division it lies in; the nation for a province, None for the nation."""
        if division.level == "nation":
            return None
        when = on or (str(division.valid_to - 1) if division.valid_to else None)
        code = division.code
        for candidate in (code[:6], code[:4] + "00", code[:2] + "0000"):
            if candidate != code and len(candidate) == 6 and (found := self.by_code(candidate, when)):
                return found
        return NATION

    def parents(self, division: Division, on: str | None = None) -> list[Division]:
        """The divisions it lies in, finest first, the nation left out."""
        found = []
        at = self.parent(division, on)
        while at is not None and at.level != "nation":
            found.append(at)
            at = self.parent(at, on)
        return found

    def town(self, name: str, within: str, on: str | None = None) -> list[Division]:
        """The towns of that name in a county, or in a prefecture or province and its counties, by code.

        As `towns`, of those that lie there; the county may have had another code in their time.
        """
        stem = within[:2] if within.endswith("0000") else within[:4] if within.endswith("00") else within
        lines = {division.lineage for division in self._by_code.get(within, [])}
        there = [t for t in self._towns.bearing(name) if t.code.startswith(stem) or self._in_line(t, lines)]
        return of_time(there, on)

    def _in_line(self, town: Division, lines: set[str]) -> bool:
        """Whether its county is of one of those lineages."""
        return any(county.lineage in lines for county in self._by_code.get(town.code[:6], []))

    def towns(self, name: str, on: str | None = None) -> list[Division]:
        """The towns of that full name that stood on the date (now, without one), wherever they lie, by code.

        Those of other times where none did.
        """
        return of_time(self._towns.bearing(name), on)

    def line(self, lineage: str) -> list[Division]:
        """The divisions of a lineage, the first first: what the place was called, and under which codes.

        Empty where there is no such lineage.
        """
        if len(lineage.partition("-")[0]) == 9:
            return self._towns.line(lineage)
        return self._lines.get(lineage, [])

    @functools.cached_property
    def _lines(self) -> dict[str, list[Division]]:
        found: dict[str, list[Division]] = defaultdict(list)
        for division in sorted(self, key=lambda d: d.valid_from or 0):
            found[division.lineage].append(division)
        return found

    def each_town(self) -> Iterator[Division]:
        """Every town, former ones after those that stand."""
        return iter(self._towns)

    def successors(self, division: Division) -> list[Division]:
        """The divisions that carried it on, as they stood in the year of the change."""
        year = division.valid_to
        if year is None:
            return []
        return [
            later
            for code in division.successors
            for later in (self._towns.in_year(code, year) if len(code) == 9 else self._by_code.get(code, []))
            if later.listed(year)
        ]

    def __iter__(self) -> Iterator[Division]:
        """Every division from the nation to the counties, former ones too, by code."""
        for group in self._by_code.values():
            yield from group
