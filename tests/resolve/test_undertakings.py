from __future__ import annotations

import pytest

from kg.model.record import ArticleRecord
from tests.graph.state import record
from tests.resolve.nodes import nodes


def initiative(source: str, name: str, *places: str, home: str = "池州市") -> ArticleRecord:
    return record(source, place=home, initiatives=[{"name": name, "places": list(places)}])


def project(source: str, name: str, *places: str, home: str = "池州市") -> ArticleRecord:
    return record(source, place=home, projects=[{"name": name, "places": list(places)}])


def test_an_initiative_that_spreads_over_cities_is_one() -> None:
    spread = [
        initiative("a", "“双提升”行动", "安徽省", "池州市"),
        initiative("b", "双提升行动", "安徽省", "铜陵市"),
        initiative("c", "双提升行动", "东至县"),
    ]
    assert nodes(spread, "initiative") == [["a", "b", "c"]]


def test_two_cities_initiatives_of_one_name_are_two_until_something_holds_both() -> None:
    apart = [initiative("a", "双提升行动", "池州市"), initiative("b", "双提升行动", "铜陵市")]
    assert nodes(apart, "initiative") == [["a"], ["b"]]
    assert nodes([*apart, initiative("c", "双提升行动", "安徽省")], "initiative") == [["a", "b", "c"]]


def test_a_bare_kind_stays_in_its_prefecture() -> None:
    bare = [
        initiative("a", "三年行动计划", "池州市"),
        initiative("b", "三年行动计划", "东至县"),
        initiative("c", "三年行动计划", "安徽省"),
        initiative("d", "三年行动计划", "铜陵市"),
    ]
    assert nodes(bare, "initiative") == [["a", "b"], ["c"], ["d"]]


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        (("江南产业园", "贵池区"), ("江南产业园", "池州市"), True),
        (("江南产业园", "贵池区"), ("“江南产业园”",), True),
        (("江南产业园", "池州市"), ("江南产业园", "铜陵市"), False),
        (("江南产业园一期", "池州市"), ("江南产业园二期", "池州市"), False),
        (("二期项目", "池州市"), ("二期项目", "池州市"), False),
    ],
)
def test_projects_are_one_by_name_within_a_prefecture(
    first: tuple[str, ...], second: tuple[str, ...], one: bool
) -> None:
    assert nodes([project("a", *first), project("b", *second)], "project") == ([["a", "b"]] if one else [["a"], ["b"]])


@pytest.mark.parametrize(
    ("first", "home", "second", "other", "one"),
    [
        ("市政府", "池州市", "池州市人民政府", "池州市", True),
        ("市政府", "池州市", "市政府", "铜陵市", False),
        ("省水利厅", "池州市", "省水利厅", "铜陵市", True),
        ("江南铜业公司", "贵池区", "江南铜业公司", "池州市", True),
        ("中国中铁集团", "贵池区", "中国中铁集团", "铜陵市", True),
        ("市场监管局", "东至县", "市场监管局", "贵池区", False),
    ],
)
def test_organisations_are_one_by_name_within_a_place(
    first: str, home: str, second: str, other: str, one: bool
) -> None:
    records = [
        record(source, place=place, meetings=[{"name": "推介会", "conveners": [body]}])
        for source, body, place in (("a", first, home), ("b", second, other))
    ]
    assert nodes(records, "organization") == ([["a", "b"]] if one else [["a"], ["b"]])
