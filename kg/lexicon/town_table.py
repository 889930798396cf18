"""The towns: those that stand by `towns.tsv`, and what is known of their past by `town_changes.tsv`."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator

from kg.lexicon.division import Division, in_force
from kg.lexicon.tables import lines

_CHANGE = re.compile(r"(?:(\d{3})(\D+))?(?:([>=+])([\d,]+))?")
"""`200南牛乡=106`: 106 carries it on; `200南牛乡>106,107`: they took it over, perhaps beside what they
were; `200南牛乡`: no list says who; `+107`: 107 began and carries on none. Numbers are in the same
county where they have three digits."""
_BEIJING = "11"


class TownTable:
    """Towns by name and code.

    Args:
        table: The text of `towns.tsv`.
        changes: The text of `town_changes.tsv`.
    """

    def __init__(self, table: str, changes: str = "") -> None:
        self._table = table
        self._changes = changes
        self._found: dict[str, list[Division]] = {}

    @functools.cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        """Name by code's last three digits, by county."""
        return {county: {t[:3]: t[3:] for t in towns.split(";")} for county, towns in lines(self._table, 2)}

    @functools.cached_property
    def _codes(self) -> dict[str, list[str]]:
        codes: dict[str, list[str]] = defaultdict(list)
        for county, towns in self._names.items():
            for number, name in towns.items():
                codes[name].append(county + number)
        return codes

    @functools.cached_property
    def _past(self) -> _Past:
        return _Past(self._changes)

    def names(self) -> set[str]:
        """Every name that a town bears or bore, Beijing's spellings among them."""
        found = {name for towns in self._names.values() for name in towns.values()} | set(self._past.named)
        beijing = (
            name for county, towns in self._names.items() if county.startswith(_BEIJING) for name in towns.values()
        )
        return found | {f"{name[:-1]}地区" for name in beijing if name[-1] in "乡镇"}

    def bearing(self, name: str) -> list[Division]:
        """The towns that bear that full name or bore it once.

        What the lists call 南磨房乡, Beijing calls 南磨房地区 too.
        """
        if name[-1:] not in "镇乡道木区所":
            return []
        if name not in self._found and (found := self._bearing(name)):
            self._found[name] = found
        return self._found.get(name, [])

    def _bearing(self, name: str) -> list[Division]:
        found = [self._standing(code, name) for code in self._codes.get(name, [])]
        found += self._past.named.get(name, [])
        if name.endswith("地区") and not found:
            spelt = (name.removesuffix("地区") + word for word in "乡镇")
            return [town for form in spelt for town in self._bearing(form) if town.code.startswith(_BEIJING)]
        return found

    def by_code(self, code: str, on: str | None = None) -> Division | None:
        """The town that bears the nine digits, on a date or else now, or bore them last."""
        return max(in_force(self._coded(code), on), key=lambda town: town.valid_to or 9999, default=None)

    def in_year(self, code: str, year: int) -> list[Division]:
        """The town that bore the code at the end of the year, if any."""
        return [town for town in self._coded(code) if town.listed(year)]

    def line(self, lineage: str) -> list[Division]:
        """The towns of a lineage, the first first."""
        found = [town for town in self._coded(lineage.partition("-")[0]) if town.lineage == lineage][:1]
        while found and (until := found[-1].valid_to):
            later = [town for code in found[-1].successors for town in self.in_year(code, until)]
            after = [town for town in later if town.lineage == lineage]
            if not after:
                break
            found += after
        return found

    def _coded(self, code: str) -> list[Division]:
        """The towns that bore the code, the first first."""
        name = self._names.get(code[:6], {}).get(code[6:])
        return [*self._past.coded.get(code, []), *([self._standing(code, name)] if name else [])]

    def __iter__(self) -> Iterator[Division]:
        """Every town, former ones after those that stand."""
        for county, towns in self._names.items():
            for number, name in towns.items():
                yield self._standing(county + number, name)
        for towns_of_code in self._past.coded.values():
            yield from towns_of_code

    def _standing(self, code: str, name: str) -> Division:
        since = self._past.last_begun(code)
        return Division(code, name, "town", since, None, (), self._past.origins.get((code, since), ""))


class _Past:
    """The former towns, and when those that stand began."""

    def __init__(self, table: str) -> None:
        rows: list[tuple[int, str, str, str, tuple[str, ...]]] = []
        self._begun: dict[str, list[int]] = defaultdict(list)
        for county, year, changes in lines(table, 3):
            for change in changes.split(";"):
                number, name, sign, to = _CHANGE.fullmatch(change).groups("")  # type: ignore[union-attr]
                codes = tuple(county + code if len(code) == 3 else code for code in to.split(",")) if to else ()
                if sign in ("=", "+"):
                    self._begun[codes[0]].append(int(year))
                if number:
                    rows.append((int(year), county + number, name, sign, codes or (county,)))
        self.origins: dict[tuple[str, int | None], str] = {}
        """Lineage by code and first year, of those that carry on another."""
        self.coded: dict[str, list[Division]] = defaultdict(list)
        self.named: dict[str, list[Division]] = defaultdict(list)
        for until, code, name, sign, successors in sorted(rows):
            since = max((year for year in self._begun[code] if year < until), default=None)
            town = Division(code, name, "town", since, until, successors, self.origins.get((code, since), ""))
            self.coded[code].append(town)
            self.named[name].append(town)
            if sign == "=":
                self.origins[successors[0], until] = town.lineage

    def last_begun(self, code: str) -> int | None:
        """The year in which the last to bear the code began; None for before the lists."""
        return max(self._begun.get(code, ()), default=None)


def of_time(towns: list[Division], on: str | None) -> list[Division]:
    """Those that stood on the date (now, without one), by code; those of other times where none did.

    Of several in one county the last.
    """
    last = {town.code[:6]: town for town in sorted(in_force(towns, on), key=lambda town: town.valid_to or 9999)}
    return sorted(last.values(), key=lambda town: town.code)
