"""The gazetteer's tables as divisions: tab-separated lines, `#` before a comment."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator

from kg.errors import LexiconError
from kg.lexicon.division import Division, Level

_LEVELS: dict[str, Level] = {"1": "province", "2": "prefecture", "3": "county"}


def _lines(table: str, width: int) -> Iterator[list[str]]:
    for number, line in enumerate(table.splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != width:
                raise LexiconError(
                    f"gazetteer, line {number}: {line[:60]!r} has {len(cells)} cells, not {width}.",
                    "Derive the table again with kg.lexicon.build_gazetteer.",
                )
            yield cells


def divisions(table: str) -> list[Division]:
    """The divisions of `divisions.tsv`, in its order."""
    return [
        Division(
            code,
            name,
            _LEVELS[level],
            int(since) if since else None,
            int(until) if until else None,
            tuple(successors.split(";")) if successors else (),
            origin,
        )
        for code, level, name, since, until, successors, origin in _lines(table, 7)
    ]


class TownTable:
    """The towns of `towns.tsv`, read when first asked for: most articles name few."""

    def __init__(self, table: str) -> None:
        self._table = table

    @functools.cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        """Name by code's last three digits, by county."""
        return {county: {t[:3]: t[3:] for t in towns.split(";")} for county, towns in _lines(self._table, 2)}

    @functools.cached_property
    def _codes(self) -> dict[str, list[str]]:
        codes: dict[str, list[str]] = defaultdict(list)
        for county, towns in self._names.items():
            for number, name in towns.items():
                codes[name].append(county + number)
        return codes

    def named(self, name: str) -> list[Division]:
        """The towns of that full name, by code."""
        if name[-1:] not in "镇乡道木区场":
            return []
        return [Division(code, name, "town") for code in self._codes.get(name, [])]

    def of(self, county: str) -> list[Division]:
        """The towns of a county, or of a prefecture without counties, by code."""
        return [Division(county + number, name, "town") for number, name in self._names.get(county, {}).items()]

    def by_code(self, code: str) -> Division | None:
        """The town of nine digits."""
        name = self._names.get(code[:6], {}).get(code[6:])
        return Division(code, name, "town") if name else None
