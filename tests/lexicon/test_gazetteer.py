from __future__ import annotations

import functools
import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.division import NATION, Division
from kg.lexicon.gazetteer import Gazetteer, standing

G = Gazetteer.load()
STANDING = [d for d in G if standing(d, None) and d != NATION]

CODES = {
    "北京市": "110000", "内蒙古自治区": "150000", "台湾省": "710000", "香港特别行政区": "810000", "澳门特别行政区": "820000",
    "石家庄市": "130100", "抚顺市": "210400", "襄阳市": "420600", "毕节市": "520500", "三沙市": "460300", "儋州市": "460400",
    "东莞市": "441900", "嘉峪关市": "620200", "大兴安岭地区": "232700", "锡林郭勒盟": "152500", "恩施土家族苗族自治州": "422800",
    "海西蒙古族藏族自治州": "632800", "浦东新区": "310115", "两江新区": "500157", "钱塘区": "330114", "信都区": "130503",
    "潞州区": "140403", "清新区": "441803", "仙桃市": "429004", "神农架林区": "429021", "济源市": "419001", "石河子市": "659001",
    "五指山市": "469001", "琼中黎族苗族自治县": "469030", "清原满族自治县": "210423", "喀喇沁左翼蒙古族自治县": "211324",
    "察布查尔锡伯自治县": "654022", "鄂温克族自治旗": "150724", "科尔沁左翼中旗": "150521", "六枝特区": "520203", "道县": "431124",
    "龙港市": "330383", "岑岭县": "653132", "草湖市": "659013",
}  # fmt: skip
"""39 divisions: without a prefecture, straight below a province, autonomous, renamed, upgraded, new."""

FORMER_CODES = {
    ("襄樊市", "2009"): "420600", ("毕节地区", "2010"): "522400", ("崇文区", "2009"): "110103", ("莱芜市", "2017"): "371200",
    ("通州市", "2008"): "320683", ("清新县", "2011"): "441827", ("章丘市", "2015"): "370181", ("江干区", "2020"): "330104",
    ("呼兰县", "2003"): "230121",
}  # fmt: skip

CHANGES = """
襄樊市 襄阳市 2010; 崇文区 东城区 2010; 宣武区 西城区 2010; 居巢区 巢湖市 2011; 万盛区 綦江区 2011; 大足县 大足区 2011;
卢湾区 黄浦区 2011; 毕节地区 毕节市 2011; 铜仁地区 铜仁市 2011; 吴江市 吴江区 2012; 平江区 姑苏区 2012; 清新县 清新区 2012;
下关区 鼓楼区 2013; 高淳县 高淳区 2013; 达县 通川区+达川区 2013; 闸北区 静安区 2015; 密云县 密云区 2015; 章丘市 章丘区 2016;
清河区 清江浦区 2016; 平泉县 平泉市 2017; 盘县 盘州市 2017; 郊区 潞州区 2018; 莱芜市 济南市 2018; 莱城区 莱芜区 2018;
龙南县 龙南市 2020; 港闸区 崇川区 2020; 海门市 海门区 2020; 桥西区 信都区 2020; 下城区 拱墅区 2021;
江干区 上城区+钱塘区 2021; 龙海市 龙海区 2021; 吉利区 孟津区 2021; 横县 横州市 2021; 米林县 米林市 2023; 错那县 错那市 2023;
通州市 通州区 2009; 呼兰县 松北区+呼兰区 2004; 江北区 两江新区 2025
"""
"""37 changes of 2004 to 2023, and one that was added by hand."""


def test_counts_of_the_divisions_in_force() -> None:
    assert Counter(d.level for d in STANDING) == {"province": 34, "prefecture": 333, "county": 2847}
    assert len(list(G)) == 6697
    by_kind = Counter(d.name[-1] for d in STANDING if d.level == "county")
    assert by_kind["区"] == 976 + 2  # with 神农架林区 and 六枝特区


@pytest.mark.parametrize(("name", "code"), sorted(CODES.items()))
def test_codes(name: str, code: str) -> None:
    assert code in [d.code for d in G.lookup(name)]
    found = G.by_code(code)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(("name", "on", "code"), [(*named, code) for named, code in FORMER_CODES.items()])
def test_codes_of_their_time(name: str, on: str, code: str) -> None:
    assert [d.code for d in G.lookup(name, on)] == [code]
    found = G.by_code(code, on)
    assert found is not None
    assert found.name == name


def test_there_are_as_many_as_were_checked() -> None:
    assert (len(CODES), CHANGES.count(";")) == (39, 37)


@pytest.mark.parametrize("change", [part.strip() for part in CHANGES.split(";")])
def test_changes(change: str) -> None:
    old, new, year = change.split()
    ended = [d for d in G if d.name == old and d.valid_to == int(year)]
    assert new.split("+") in [[later.name for later in G.successors(d)] for d in ended]


def test_every_successor_stands_in_its_year() -> None:
    for division in G:
        found = {later.code for later in G.successors(division)}
        assert found == set(division.successors), division


def test_every_line_of_successors_ends_in_the_present() -> None:
    @functools.cache
    def lasts(division: Division) -> bool:
        later = G.successors(division)
        return division.valid_to is None or (bool(later) and all(map(lasts, later)))

    assert not [d for d in G if not lasts(d)]


def test_a_lineage_has_one_division_at_a_time() -> None:
    lines: dict[str, list[Division]] = {}
    for division in G:
        lines.setdefault(division.lineage, []).append(division)
    for line in lines.values():
        in_order = sorted(line, key=lambda d: d.valid_from or 0)
        for earlier, later in itertools.pairwise(in_order):
            assert earlier.valid_to == later.valid_from, line


def test_lineage_goes_on_through_a_new_name_and_a_new_code() -> None:
    [old], [new] = G.lookup("清新县", "2010"), G.lookup("清新区")
    assert (old.lineage, old.code == new.code) == (new.lineage, False)
    [joined], [joining] = G.lookup("静安区"), G.lookup("闸北区")
    assert joined.lineage != joining.lineage


def test_a_former_name_is_found_in_its_time_and_a_year_after() -> None:
    assert [d.name for d in G.lookup("襄樊", "2011", short=True)] == ["襄樊市"]
    assert G.lookup("通州市", "2008")[0].code == "320683"
    assert [d.code for d in G.lookup("通州区", "2008")] == ["110112"]
    assert [d.code for d in G.lookup("通州区", "2012")] == ["110112", "320612"]


def test_parents_and_their_names_at_the_time() -> None:
    [district] = G.lookup("青浦区")
    assert [d.name for d in G.parents(district)] == ["上海市"]
    [county] = G.lookup("清原满族自治县")
    assert [d.name for d in G.parents(county)] == ["抚顺市", "辽宁省"]
    [straight] = G.lookup("仙桃市")
    assert [d.name for d in G.parents(straight)] == ["湖北省"]
    [former] = [d for d in G.lookup("襄阳区") if d.valid_to == 2010]
    assert [d.name for d in G.parents(former)] == ["襄樊市", "湖北省"]
    assert G.parent(NATION) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("长沙市市长会见来宾", ["长沙市"]),
        ("天津市的代表团到三沙市访问", ["天津市", "三沙市"]),
        ("五大连池市和马鞍山市结好", ["五大连池市", "马鞍山市"]),
        ("英吉沙县和马鞍山市、鞍山市", ["英吉沙县", "马鞍山市", "鞍山市"]),
        ("东西湖区与西湖区签约", ["东西湖区", "西湖区"]),
        ("清原县、恩施州、喀左县", ["清原满族自治县", "恩施土家族苗族自治州", "喀喇沁左翼蒙古族自治县"]),
        ("阜新市区的道路", ["阜新市"]),
        ("抚顺举行大会", []),
    ],
)
def test_find_longest_from_the_left(text: str, names: list[str]) -> None:
    found = [[d.name for d in divisions if standing(d, None)] for _, _, divisions in G.find(text)]
    assert [name for name, *_ in found] == names


@given(st.text(alphabet="长沙市县区津三新阜清原州和平邑在的", max_size=40))
def test_what_is_found_stands_there_in_order_and_apart(text: str) -> None:
    at = 0
    for start, end, divisions in G.find(text):
        assert at <= start < end <= len(text)
        assert text[start:end] in {form.text for _, _, form in G.surfaces(text)}
        assert divisions
        at = end
