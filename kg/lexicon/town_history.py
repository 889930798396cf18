"""Former towns with those that carry them on, and the years since which others stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.lexicon.counties import Counties
from kg.lexicon.history import FIRST_YEAR, Record, carried_on
from kg.lexicon.town_spells import Spell, TownSpells

_COUNTY = "000"
"""What a list puts behind the code of a county: 龙港镇 became one."""


@dataclass(frozen=True, slots=True)
class TownRecord:
    """A former town, or one that stands and is known to have begun in the time of the lists."""

    record: Record
    """Its successors: codes of towns; of a county or what is above it where no list says more."""
    carried_on_by: str | None = None
    """The code of the one town that carries on its line, and began when it ended."""


def town_history(spells: TownSpells, counties: Counties) -> list[TownRecord]:
    """Former towns and those that began since 2014, by code and year."""
    after = {spell: spells.alive(spell.to, spell.until, frozenset([spell.town])) for spell in spells if spell.until}
    # What came and went in one year is in no list of a 31 December.
    stood = [spell for spell in spells if spell.since != spell.until]
    records = {spell: _record(spell, after.get(spell, []), counties) for spell in stood}
    before: dict[Spell, list[Record]] = defaultdict(list)
    for spell in stood:
        if len(new := after.get(spell, [])) == 1 and new[0].since == spell.until:
            before[new[0]].append(records[spell])
    carriers = {older: spell.code for spell in stood if (older := carried_on(records[spell], before[spell]))}
    found = [
        TownRecord(record, carriers.get(record))
        for record in records.values()
        if record.level == 4 and (record.until is not None or record.since > FIRST_YEAR)
    ]
    return sorted(found, key=lambda town: (town.record.code, town.record.since))


def _record(spell: Spell, after: list[Spell], counties: Counties) -> Record:
    successors = tuple(new.code.removesuffix(_COUNTY) for new in after)
    if spell.until is not None and not successors:
        successors = counties.stands_for(spell.code[:6], spell.until)
    level = 3 if spell.code.endswith(_COUNTY) else 4
    return Record(spell.code, level, spell.town[1], spell.since, spell.until, successors)


def _change(town: TownRecord) -> str:
    """What became of a former town, as `kg.lexicon.town_table` reads it."""
    old, county = town.record, town.record.code[:6]
    to = [town.carried_on_by] if town.carried_on_by else [code for code in old.successors if code != county]
    codes = ",".join(code[6:] if code[:6] == county and len(code) == 9 else code for code in to)
    return old.code[6:] + old.name + (f"{'=' if town.carried_on_by else '>'}{codes}" if codes else "")


def town_changes(towns: Iterable[TownRecord]) -> str:
    """The lines of `town_changes.tsv`."""
    changes: dict[tuple[str, int], list[str]] = defaultdict(list)
    begun, carried_on = set(), set()
    for town in towns:
        record = town.record
        if record.until is not None:
            changes[record.code[:6], record.until].append(_change(town))
            carried_on.add((town.carried_on_by, record.until))
        if record.since > FIRST_YEAR:
            begun.add((record.code, record.since))
    for code, year in sorted(begun - carried_on):
        changes[code[:6], year].append("+" + code[6:])
    return "".join(f"{county}\t{year}\t{';'.join(made)}\n" for (county, year), made in sorted(changes.items()))
