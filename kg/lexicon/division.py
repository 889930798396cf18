"""One administrative division, as it is now or was once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["nation", "province", "prefecture", "county", "town"]


@dataclass(frozen=True, slots=True)
class Division:
    """A division under one code and one name.

    The municipalities are provinces by level, and have no prefecture between them and their districts.
    """

    code: str
    """Of the Ministry of Civil Affairs: six digits, nine for a town. Two divisions may have borne it in turn."""
    name: str
    level: Level
    valid_from: int | None = None
    """First year in which it was listed; None for 1981 and before."""
    valid_to: int | None = None
    """Year in which it was no longer listed; None while it stands."""
    successors: tuple[str, ...] = ()
    """Codes, as of the year `valid_to`, of those that carry it on."""
    origin: str = ""
    """Code and year of the first record of its line, where that is another one."""

    @property
    def lineage(self) -> str:
        """What stays when codes and names change: code and year of the first record, `420600-1981`."""
        return self.origin or f"{self.code}-{self.valid_from or 1981}"

    def stood(self, year: int) -> bool:
        """Whether a paper of that year calls it by this name: from its first year to one after its last."""
        return (self.valid_from or 0) <= year and (self.valid_to is None or year <= self.valid_to + 1)

    def listed(self, year: int) -> bool:
        """Whether the list of the end of that year has it."""
        return (self.valid_from or 0) <= year and (self.valid_to is None or year < self.valid_to)


NATION = Division("100000", "中国", "nation")


def standing(division: Division, on: str | None) -> bool:
    """Whether it stood on the date; now, without one."""
    return division.valid_to is None if on is None else division.stood(int(on[:4]))


def in_force(found: list[Division], on: str | None) -> list[Division]:
    """Those of some divisions that stood on the date (now, without one); all where none did."""
    return [d for d in found if standing(d, on)] or found
