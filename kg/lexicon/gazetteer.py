"""The gazetteer: China's divisions from the provinces to the towns, found in text by one automaton.

The table is `seeds/gazetteer/divisions.tsv` (provinces to counties) and `towns.tsv`; how they are
made and from what is said in `kg.lexicon.build_gazetteer`.
"""

from __future__ import annotations

import functools
import hashlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, cast

import ahocorasick

from kg.errors import LexiconError
from kg.lexicon.division import NATION, Division, Level
from kg.lexicon.seeds import seeds_folder

_LEVELS: dict[str, Level] = {"1": "province", "2": "prefecture", "3": "county"}
MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})


class Gazetteer:
    """Divisions by code, by name, and in running text."""

    def __init__(self, divisions: list[Division], version: str) -> None:
        self.version = version
        """Hash of the table, 12 hex digits."""
        self._by_code: dict[str, list[Division]] = defaultdict(list)
        self._by_name: dict[str, list[Division]] = defaultdict(list)
        self._by_short: dict[str, list[Division]] = defaultdict(list)
        for division in [NATION, *divisions]:
            self._by_code[division.code].append(division)
            self._by_name[division.name].append(division)
            for form in division.short_forms():
                self._by_short[form].append(division)

    @classmethod
    @functools.cache
    def load(cls) -> Gazetteer:
        """The gazetteer that is installed.

        Raises:
            LexiconError: The table is missing or a line of it is none.
        """
        folder = seeds_folder("gazetteer")
        data = [(folder / name).read_bytes() for name in ("divisions.tsv", "towns.tsv")]
        divisions = [*_divisions(data[0].decode()), *_towns(data[1].decode())]
        return cls(divisions, hashlib.sha256(b"".join(data)).hexdigest()[:12])

    @functools.cached_property
    def _automaton(self) -> Any:
        automaton = ahocorasick.Automaton()
        for name in {*self._by_name, *self._by_short}:
            automaton.add_word(name, name)
        automaton.make_automaton()
        return automaton

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """`(start, end, name)` of every name or short form, leftmost longest, not overlapping."""
        for last, name in self._automaton.iter_long(text):
            yield last + 1 - len(name), last + 1, cast(str, name)

    def by_code(self, code: str) -> Division | None:
        """The division that bears the code now, else the last that bore it."""
        found = self._by_code.get(code)
        return max(found, key=lambda d: d.valid_to or 9999) if found else None

    def lookup(self, name: str, *, short: bool = False) -> list[Division]:
        """Divisions of that full name; with `short`, those whose short form it is, by level then code."""
        found = self._by_name.get(name, [])
        if short:
            found = [*found, *self._by_short.get(name, [])]
        return sorted(found, key=lambda d: (_ORDER[d.level], d.code))

    def parent(self, division: Division) -> Division | None:
        """The division it lies in; the nation for a province, None for the nation."""
        if division.level == "nation":
            return None
        if division.level == "province":
            return NATION
        code = division.code
        for candidate in (code[:6], code[:4] + "00", code[:2] + "0000"):
            if candidate != code and (found := self.by_code(candidate)):
                return found
        return NATION

    def parents(self, division: Division) -> list[Division]:
        """The divisions it lies in, finest first, the nation left out."""
        found = []
        at = self.parent(division)
        while at is not None and at.level != "nation":
            found.append(at)
            at = self.parent(at)
        return found

    def __iter__(self) -> Iterator[Division]:
        for group in self._by_code.values():
            yield from group


_ORDER = {"nation": 0, "province": 1, "prefecture": 2, "county": 3, "town": 4}


def _lines(table: str) -> Iterator[list[str]]:
    for number, line in enumerate(table.splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) < 2:
                raise LexiconError(f"gazetteer, line {number}: {line!r} has no tab.", "Derive the table again.")
            yield cells


def _divisions(table: str) -> Iterator[Division]:
    for code, level, name, since, until, successors in _lines(table):
        yield Division(code, name, _LEVELS[level], int(since) if since else None, int(until) if until else None,
                       tuple(successors.split(";")) if successors else ())


def _towns(table: str) -> Iterator[Division]:
    for county, towns in _lines(table):
        for town in towns.split(";"):
            yield Division(county + town[:3], town[3:], "town")
