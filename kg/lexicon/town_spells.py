"""When each town stood, from the yearly lists of changes and the table of those in force.

A town is a name in a county: a new number alone makes no new town, and neither does the new name or
code of its county. One that stands has its present code at all times; one that is gone the code
that it had last. Years are those of the lists, as in `kg.lexicon.history`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from kg.lexicon.counties import Counties
from kg.lexicon.history import FIRST_YEAR
from kg.lexicon.town_changes import Change, Listed

LISTED = 2025
"""The year of the table of towns in force, which stands two years after the last list of changes."""

Town = tuple[str, str]
"""A county's lineage, and the town's name."""

_LEVEL_WORD = re.compile("(?:镇|乡|街道)$")


@dataclass(slots=True, eq=False)
class Spell:
    """A town from one change to another."""

    town: Town
    code: str
    since: int = FIRST_YEAR
    """`FIRST_YEAR` where the lists do not tell."""
    until: int | None = None
    to: list[Town] = field(default_factory=list)
    """What the list says it became."""


class TownSpells:
    """Reads the lists year by year.

    Args:
        changes: The changes, by year.
        standing: Name by code of the towns in force.
        counties: What became of the counties.
    """

    def __init__(self, changes: Iterable[Change], standing: Mapping[str, str], counties: Counties) -> None:
        self._counties = counties
        self._names = standing
        self._standing = {(counties.line(code[:6], LISTED), name): code for code, name in standing.items()}
        changes = list(changes)
        self._ended = {change.old for change in changes if change.old}
        self.of: dict[Town, list[Spell]] = defaultdict(list)
        """The spells of each town that a list names, the first first."""
        for year, of_year in groupby(changes, key=lambda change: change.year):
            self._year(year, list(of_year))
        self._close()
        self._one_bearer_a_code()

    def __iter__(self) -> Iterator[Spell]:
        for spells in self.of.values():
            yield from spells

    def alive(self, towns: Iterable[Town], year: int, seen: frozenset[Town] = frozenset()) -> list[Spell]:
        """The spells of those towns at the end of the year, or of what they had become by then."""
        found: list[Spell] = []
        for town in towns:
            spells = self.of.get(town, []) if town not in seen else []
            alive = [s for s in spells if s.since <= year and (s.until is None or year < s.until)]
            ended = [s for s in spells if s.until is not None and s.until <= year]
            if not alive and ended:
                alive = self.alive(ended[-1].to, year, seen | {town})
            found += [spell for spell in alive if spell not in found]
        return found

    def _town(self, listed: Listed, other: Listed | None, year: int) -> Town:
        code = listed.code or (other.code if other else "")
        now = self._names.get(code, "")
        name = now if not listed.name or (listed not in self._ended and _spelt_alike(listed.name, now)) else listed.name
        town = (self._counties.line(code[:6], year), name)
        if town in self._standing:
            return town
        heirs = {(self._counties.line(heir, LISTED), name) for heir in self._counties.heirs(code[:6], year, LISTED)}
        found = [heir for heir in sorted(heirs) if heir in self._standing or heir in self.of]
        return found[0] if len(found) == 1 else town

    def _year(self, year: int, changes: list[Change]) -> None:
        became: dict[Town, list[Town]] = {}
        old_codes: dict[Town, str] = {}
        begun: list[tuple[Town, str, bool]] = []
        for change in changes:
            new = self._town(change.new, change.old, year) if change.new else None
            if change.new is not None and new is not None:
                begun.append((new, change.new.code or (change.old.code if change.old else ""), change.joined))
            if change.old is not None:
                old = self._town(change.old, None, year)
                old_codes[old] = change.old.code
                after = became.setdefault(old, [])
                if new is not None and new not in after:
                    after.append(new)
        both = {town for town, *_ in begun} & set(self._standing)
        stays = {old for old, after in became.items() if old in after or old in both}
        for town, code, joined in begun:
            self._begin(town, code, FIRST_YEAR if joined or town in stays else year)
        for old, after in became.items():
            if old not in stays:
                self._end(old, old_codes[old], year, after)

    def _begin(self, town: Town, code: str, year: int) -> None:
        spells = self.of[town]
        if not spells or spells[-1].until is not None:
            spells.append(Spell(town, code, year))
        spells[-1].code = self._standing.get(town, code)

    def _end(self, town: Town, code: str, year: int, after: list[Town]) -> None:
        spells = self.of[town]
        if not spells:
            spells.append(Spell(town, code))
        if spells[-1].until is None:
            spells[-1].code, spells[-1].until, spells[-1].to = code, year, after

    def _close(self) -> None:
        """Bring the spells into line with the towns in force."""
        by_name: dict[str, list[str]] = defaultdict(list)
        for code, name in self._names.items():
            by_name[name].append(code)
        for town, spells in list(self.of.items()):
            last = spells[-1]
            if town in self._standing:
                # Listed as gone, and there again in the table: the list was late or wrong.
                last.until, last.to, last.code = None, [], self._standing[town]
            elif last.until is None:
                last.until = LISTED
                same_name = [code for code in by_name[town[1]] if code[:4] == last.code[:4]]
                moved = [last.code] if last.code in self._names else same_name
                if len(moved) == 1:
                    last.to = [(self._counties.line(moved[0][:6], LISTED), self._names[moved[0]])]
                    self._begin(last.to[0], moved[0], LISTED)

    def _one_bearer_a_code(self) -> None:
        """A town whose code another bore before has it since then; what came and went in one year never stood."""
        bearers: dict[str, list[Spell]] = defaultdict(list)
        for spell in self:
            if spell.until is not None and spell.since > spell.until:
                spell.since = FIRST_YEAR
            bearers[spell.code].append(spell)
        for code, spells in bearers.items():
            if code in self._names and all(spell.until for spell in spells):
                town = (self._counties.line(code[:6], LISTED), self._names[code])
                self._begin(town, code, FIRST_YEAR)
                spells.append(self.of[town][-1])
            spells.sort(key=lambda spell: (spell.until or LISTED + 1, spell.since))
            for earlier, later in pairwise(spells):
                later.since = max(later.since, earlier.until or LISTED)


def _spelt_alike(listed: str, standing: str) -> bool:
    """Whether two names of one code differ by a slip of the list rather than by a new name: 沃州镇, 沃洲镇."""
    return bool(set(_LEVEL_WORD.sub("", listed)) & set(_LEVEL_WORD.sub("", standing)))
