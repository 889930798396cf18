"""Towns of one invented county through invented years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.counties import Counties
from kg.lexicon.division import Division
from kg.lexicon.history import Record, Successions
from kg.lexicon.town_changes import Change, Listed
from kg.lexicon.town_history import town_changes, town_history
from kg.lexicon.town_spells import TownSpells
from kg.lexicon.town_table import TownTable

COUNTIES = Counties(
    Successions(
        [
            Record("990000", 1, "甲省", 1981),
            Record("990100", 2, "乙市", 1981),
            Record("990121", 3, "丙县", 1981, 2016, ("990101",)),
            Record("990101", 3, "丙区", 2016),
            Record("990102", 3, "丁区", 1981),
        ]
    )
)


def towns(changes: Iterable[Change], standing: Mapping[str, str]) -> TownTable:
    """The two tables that the changes and the towns in force make, read again."""
    spells = TownSpells(sorted(changes, key=lambda change: change.year), standing, COUNTIES)
    by_county: dict[str, list[str]] = {}
    for code, name in sorted(standing.items()):
        by_county.setdefault(code[:6], []).append(code[6:] + name)
    table = "".join(f"{county}\t{';'.join(names)}\n" for county, names in by_county.items())
    return TownTable(table, town_changes(town_history(spells, COUNTIES)))


def one(table: TownTable, name: str) -> Division:
    [town] = table.bearing(name)
    return town


def change(year: int, old: str, new: str, *, joined: bool = False) -> Change:
    """From `990101200甲乡` to `990101106甲镇`; blank for none."""
    sides = [Listed(side[:9], side[9:]) if side else None for side in (old, new)]
    return Change(year, sides[0], sides[1], joined)


def test_an_upgrade_carries_on_and_a_merger_where_the_stem_does() -> None:
    table = towns(
        [
            change(2018, "990102200甲乡", "990102106甲镇"),
            change(2019, "990102201乙山乡", "990102107乙山镇"),
            change(2019, "990102202丙河乡", "990102107乙山镇"),
            change(2019, "990102203丁乡", ""),
        ],
        {"990102106": "甲镇", "990102107": "乙山镇"},
    )
    assert one(table, "甲镇").lineage == one(table, "甲乡").lineage == "990102200-1981"
    assert one(table, "乙山镇").lineage == one(table, "乙山乡").lineage != one(table, "丙河乡").lineage
    assert one(table, "丙河乡").successors == ("990102107",)
    assert one(table, "丁乡").successors == ("990102",)


def test_a_town_that_takes_in_another_did_not_begin_then() -> None:
    table = towns([change(2019, "990102200甲乡", "990102100乙镇", joined=True)], {"990102100": "乙镇"})
    assert (one(table, "乙镇").valid_from, one(table, "乙镇").lineage) == (None, "990102100-1981")


def test_a_new_number_is_no_change_and_so_is_that_of_the_county() -> None:
    table = towns(
        [
            change(2015, "990121100甲镇", "990121101甲镇"),
            change(2015, "990121200乙乡", "990121101甲镇"),
            change(2016, "990121101甲镇", "990101100甲镇"),
        ],
        {"990101100": "甲镇"},
    )
    assert (one(table, "甲镇").valid_from, one(table, "乙乡").successors) == (None, ("990101100",))


def test_a_town_that_goes_over_to_another_county() -> None:
    table = towns([change(2020, "990101100甲镇", "990102105甲镇")], {"990102105": "甲镇"})
    old, new = sorted(table.bearing("甲镇"), key=lambda town: town.code)
    assert (old.valid_to, old.successors, new.valid_from) == (2020, (new.code,), 2020)
    assert new.lineage == old.lineage


def test_a_part_that_went_elsewhere_ends_nothing() -> None:
    table = towns(
        [change(2019, "990102001甲街道", "990102001甲街道"), change(2019, "990102001甲街道", "990102002乙街道")],
        {"990102001": "甲街道", "990102002": "乙街道"},
    )
    assert (one(table, "甲街道").valid_from, one(table, "乙街道").valid_from) == (None, 2019)


def test_what_came_and_went_in_one_year_is_passed_over() -> None:
    table = towns(
        [change(2019, "990102200甲乡", "990102106乙镇"), change(2019, "990102106乙镇", "990102001丙街道")],
        {"990102001": "丙街道"},
    )
    assert one(table, "甲乡").successors == ("990102001",)
    assert not table.bearing("乙镇")


def test_a_slip_of_the_list_makes_no_town() -> None:
    table = towns([change(2019, "990102200沃乡", "990102106沃州镇")], {"990102106": "沃洲镇"})
    assert one(table, "沃乡").successors == (one(table, "沃洲镇").code,)
    assert not table.bearing("沃州镇")


def test_what_the_table_no_longer_has_ended_by_then() -> None:
    table = towns([change(2019, "", "990102106甲镇")], {"990102100": "乙镇"})
    assert (one(table, "甲镇").valid_from, one(table, "甲镇").valid_to) == (2019, 2025)


LAST = 2022


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[list[Change], dict[str, str]]]:
    """For each year from 2018 on the changes so far, and the towns in force at its end."""
    characters = (chr(0x4E10 + number) for number in range(1000))
    numbers = iter(range(300, 1000))
    names = {f"990102{number}": next(characters) + next(characters) + "乡" for number in range(200, 206)}
    changes: list[Change] = []
    years = []

    def new() -> Listed:
        return Listed(f"990102{next(numbers)}", next(characters) + next(characters) + "镇")

    for year in range(2018, LAST + 1):
        for code, name in draw(st.lists(st.sampled_from(sorted(names.items())), max_size=4, unique=True)):
            if code not in names:
                continue
            old = Listed(code, name)
            kind = draw(st.sampled_from(["upgrade", "split", "merge", "abolish", "begin"]))
            if kind == "begin":
                made = [new()]
                changes.append(Change(year, None, made[0]))
            else:
                made = [new() for _ in range({"upgrade": 1, "split": 2, "merge": 1, "abolish": 0}[kind])]
                gone = [old]
                if kind == "merge" and len(others := sorted(set(names) - {code})) > 0:
                    other = draw(st.sampled_from(others))
                    gone.append(Listed(other, names[other]))
                changes += [Change(year, side, after) for side in gone for after in made or [None]]
                for side in gone:
                    del names[side.code]
            names |= {listed.code: listed.name for listed in made}
        if not names:
            first = new()
            names[first.code] = first.name
            changes.append(Change(year, None, first))
        years.append((list(changes), dict(names)))
    return years


@given(histories())
def test_a_later_year_leaves_ids_and_keeps_the_chains(years: list[tuple[list[Change], dict[str, str]]]) -> None:
    known: dict[tuple[str, str, int | None], str] = {}
    for changes, standing in years:
        table = towns(changes, standing)
        found = {(town.code, town.name, town.valid_from): town.lineage for town in table}
        assert {key: found.get(key) for key in known} == known
        known = found
        for town in table:
            for code in town.successors if town.valid_to else ():
                assert code == "990102" or list(table.in_year(code, town.valid_to or 0))
