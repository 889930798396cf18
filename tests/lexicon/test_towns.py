"""Towns, those that stand and those that are gone, as the gazetteer gives them."""

from __future__ import annotations

import functools
import itertools
from collections import Counter

from kg.lexicon.division import Division
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.town_table import TownTable

G = Gazetteer.load()
TOWNS = list(G.each_town())


def test_counts() -> None:
    assert Counter(town.valid_to is None for town in TOWNS) == {True: 38723, False: 6239}
    years = Counter(town.valid_to for town in TOWNS if town.valid_to)
    assert (min(years), max(years), years[2019]) == (2014, 2025, 1913)


def test_towns_lie_in_their_county() -> None:
    [town] = G.town("韩家店镇", "210900")
    assert [d.name for d in G.parents(town)] == ["海州区", "阜新市", "辽宁省"]
    assert G.by_code(town.code) == town
    assert len(G.towns("城关镇")) > 50
    assert not G.towns("乡镇")


def test_a_former_town_is_found_where_none_of_the_name_stands() -> None:
    [old] = G.towns("南牛乡")
    assert (old.code, old.valid_from, old.valid_to, old.successors) == ("130123200", None, 2023, ("130123106",))
    [new] = G.successors(old)
    assert (new.name, new.valid_from, new.lineage) == ("南牛镇", 2023, old.lineage)
    assert G.lookup("南牛乡") == [old]
    assert G.by_code("130123200") == old


def test_the_date_chooses_among_towns_of_one_name() -> None:
    assert {town.code[:6] for town in G.towns("龙港镇", "2015")} == {"140521", "330327", "420222"}
    assert {town.code[:6] for town in G.towns("龙港镇", "2023-05")} == {"140521", "420222"}
    [gone] = G.town("龙港镇", "330327")
    assert [d.name for d in G.successors(gone)] == ["龙港市"]
    assert [d.name for d in G.parents(gone)] == ["苍南县", "温州市", "浙江省"]


def test_one_code_was_borne_by_two_towns_in_turn() -> None:
    [old], [new] = G.towns("浔南街道"), G.towns("岳师街道")
    assert (old.code, old.lineage) == (new.code, new.lineage)
    assert [G.by_code(old.code, year) for year in ("2022", "2025")] == [old, new]
    assert G.by_code(old.code) == new


def test_the_county_may_have_had_another_code() -> None:
    """济阳县 370125 became 济阳区 370115 in 2018."""
    [street] = G.town("孙耿街道", "370125")
    [town] = G.town("孙耿镇", "370115")
    assert (street.code, town.code) == ("370115003", "370125102")
    assert [d.name for d in G.parents(town)] == ["济阳县", "济南市", "山东省"]


def test_without_a_stated_successor_the_county_is_it() -> None:
    [town] = G.towns("大胡同街道")
    assert [d.name for d in G.successors(town)] == ["红桥区"]


def test_a_rural_township_of_beijing_is_called_an_area_too() -> None:
    assert G.towns("南磨房地区") == G.towns("南磨房乡") != []
    assert not G.towns("韩家店地区")


def test_every_successor_stands_in_its_year() -> None:
    for town in TOWNS:
        assert {later.code for later in G.successors(town)} == set(town.successors), town


def test_every_line_of_successors_ends_in_the_present() -> None:
    @functools.cache
    def lasts(division: Division) -> bool:
        later = G.successors(division)
        return division.valid_to is None or (bool(later) and all(map(lasts, later)))

    assert not [town for town in TOWNS if not lasts(town)]


def test_a_code_has_one_bearer_at_a_time() -> None:
    by_code: dict[str, list[Division]] = {}
    for town in TOWNS:
        by_code.setdefault(town.code, []).append(town)
    for bearers in by_code.values():
        bearers.sort(key=lambda town: town.valid_from or 0)
        for earlier, later in itertools.pairwise(bearers):
            assert earlier.valid_to is not None
            assert earlier.valid_to <= (later.valid_from or 0), bearers


def test_a_lineage_has_one_town_at_a_time() -> None:
    lines: dict[str, list[Division]] = {}
    for town in TOWNS:
        lines.setdefault(town.lineage, []).append(town)
    for line in lines.values():
        line.sort(key=lambda town: town.valid_from or 0)
        for earlier, later in itertools.pairwise(line):
            assert earlier.valid_to == later.valid_from, line


def test_a_lineage_gives_its_towns() -> None:
    lines: dict[str, list[Division]] = {}
    for town in TOWNS:
        lines.setdefault(town.lineage, []).append(town)
    for lineage, line in lines.items():
        assert G.line(lineage) == sorted(line, key=lambda town: town.valid_from or 0)
    assert [town.name for town in G.line("130123200-1981")] == ["南牛乡", "南牛镇"]
    assert [county.name for county in G.line(G.lookup("清新区")[0].lineage)] == ["清郊区", "清新县", "清新区"]
    assert G.line("999999-1981") == G.line("999999999-1981") == []


def test_every_change_of_a_line_is_read() -> None:
    table = TownTable(
        "990101\t001甲街道;106乙镇;107丙镇\n",
        "990101\t2016\t200乙乡=106;201丁乡>107;202戊乡;+107\n990101\t2020\t100甲镇=001;203己乡>001,990102100\n",
    )
    towns = {town.name: town for town in table}
    assert {name: (town.valid_from, town.valid_to, town.successors) for name, town in towns.items()} == {
        "甲街道": (2020, None, ()),
        "乙镇": (2016, None, ()),
        "丙镇": (2016, None, ()),
        "乙乡": (None, 2016, ("990101106",)),
        "丁乡": (None, 2016, ("990101107",)),
        "戊乡": (None, 2016, ("990101",)),
        "甲镇": (None, 2020, ("990101001",)),
        "己乡": (None, 2020, ("990101001", "990102100")),
    }
    assert towns["甲街道"].lineage == "990101100-1981"
    assert towns["丙镇"].lineage == "990101107-2016"
