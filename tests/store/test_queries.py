"""The saved queries give the same rows on every store: those written down here."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kg.errors import NotFound, QueryRefused
from kg.store import Store
from kg.store.cypher import tokens
from kg.store.queries import SavedQuery, saved, saved_queries

ROWS: dict[str, tuple[dict[str, Any], list[tuple[Any, ...]]]] = {
    "chaired": ({}, [
        ("顾若兰", "防汛工作会议", "2021-12-30/2022-01-02", ["铜陵市"], 1, "顾若兰主持防汛会", "CHAIRED:p2:m3"),
        ("沈知远", "全市重点项目推进会", "2022-03-10", ["池州市"], 2, "沈知远主持会议并讲话", "CHAIRED:p1:m1"),
        ("顾若兰", "座谈会", "2022-06", ["池州市", "贵池区"], 1, "座谈会由顾若兰主持", "CHAIRED:p2:m2"),
        ("沈知远", "不知何日的会", None, [], 1, None, "CHAIRED:p1:m4"),
    ]),
    "chaired_in_city": ({"city": "池州市", "year": 2022}, [
        ("沈知远", "全市重点项目推进会", "2022-03-10", "沈知远主持会议并讲话", "CHAIRED:p1:m1"),
        ("顾若兰", "座谈会", "2022-06", "座谈会由顾若兰主持", "CHAIRED:p2:m2"),
    ]),
    "career": ({"name": "沈知远"}, [
        ("沈知远", "市长", ["池州市"], "former", "2021-01-08", "2021-05", "2021-05-10", "市长沈知远出席", "HOLDS:p1:t2", "p1"),
        ("沈知远", "市委书记", ["池州市"], "current", "2022-03-10", "2022-09", None, "市委书记沈知远主持会议", "HOLDS:p1:t1", "p1"),
        ("沈知远", "局长", ["池州市水利局"], "nominated", None, None, None, None, "HOLDS:p5:t3", "p5"),
    ]),
    "companions": ({"name": "沈知远", "most": 20}, [
        ("沈知远", "顾若兰", 2, date(2022, 3, 10), date(2022, 6, 30), "p2"),
        ("沈知远", "贺长林", 1, date(2022, 3, 10), date(2022, 3, 10), "p3"),
    ]),
    "initiatives_by_cities": ({}, [
        ("碧水行动", "campaign", 2, ["池州市", "铜陵市"], "i1"),
        ("县域提升计划", "plan", 0, [], "i2"),
    ]),
    "city_projects": ({"city": "池州市"}, [
        ("枫石码头改造工程", "signed", None, None, [], "j2"),
        ("江澜石墨烯产业园项目", "under_construction", "2022-03-10", 3.2e8, ["枫石重工集团", "江澜新材料有限公司"], "j1"),
    ]),
    "projects": ({}, [
        ("池州市", "秋江街道", "枫石码头改造工程", "signed", None, "j2"),
        ("池州市", "池州经济技术开发区", "江澜石墨烯产业园项目", "under_construction", 3.2e8, "j1"),
    ]),
    "project_officials": ({"project": "江澜石墨烯产业园项目"}, [
        ("沈知远", "ATTENDED", "全市重点项目推进会", "2022-03-10", "沈知远、顾若兰、贺长林参加", "ATTENDED:p1:m1"),
        ("贺长林", "ATTENDED", "全市重点项目推进会", "2022-03-10", "沈知远、顾若兰、贺长林参加", "ATTENDED:p3:m1"),
        ("顾若兰", "ATTENDED", "全市重点项目推进会", "2022-03-10", "沈知远、顾若兰、贺长林参加", "ATTENDED:p2:m1"),
        ("沈知远", "CHAIRED", "全市重点项目推进会", "2022-03-10", "沈知远主持会议并讲话", "CHAIRED:p1:m1"),
        ("沈知远", "SPOKE_AT", "全市重点项目推进会", "2022-03-10", "沈知远主持会议并讲话", "SPOKE_AT:p1:m1"),
        ("程霁月", "JOINED", "调研", "2022-09-01", "程霁月陪同", "JOINED:p4:v1"),
        ("沈知远", "LED", "调研", "2022-09-01", "沈知远调研", "LED:p1:v1"),
    ]),
    "holder_on_day": ({"post": "市长", "of": "池州市", "day": "2022-06-01"}, [
        ("顾若兰", "2021-05-10", "2022-06-30", True, "current", "市长顾若兰讲话", "HOLDS:p2:t2"),
    ]),
    "linked": ({"one": "顾若兰", "other": "程霁月", "most": 10}, [
        (["顾若兰", "全市重点项目推进会", "江澜石墨烯产业园项目", "江澜新材料有限公司", "程霁月"], ["ATTENDED", "ABOUT", "BACKS", "WORKS_FOR"],
         ["沈知远、顾若兰、贺长林参加", "研究江澜石墨烯产业园项目", "江澜公司投资", "江澜公司总经理程霁月"],
         ["ATTENDED:p2:m1", "ABOUT:m1:j1", "BACKS:o1:j1", "WORKS_FOR:p4:o1"]),
        (["顾若兰", "全市重点项目推进会", "沈知远", "调研", "程霁月"], ["ATTENDED", "ATTENDED", "LED", "JOINED"],
         ["沈知远、顾若兰、贺长林参加", "沈知远、顾若兰、贺长林参加", "沈知远调研", "程霁月陪同"],
         ["ATTENDED:p2:m1", "ATTENDED:p1:m1", "LED:p1:v1", "JOINED:p4:v1"]),
        (["顾若兰", "市长", "沈知远", "调研", "程霁月"], ["HOLDS", "HOLDS", "LED", "JOINED"],
         ["市长顾若兰讲话", "市长沈知远出席", "沈知远调研", "程霁月陪同"],
         ["HOLDS:p2:t2", "HOLDS:p1:t2", "LED:p1:v1", "JOINED:p4:v1"]),
        (["顾若兰", "座谈会", "沈知远", "调研", "程霁月"], ["ATTENDED", "ATTENDED", "LED", "JOINED"],
         ["沈知远与顾若兰座谈", "沈知远与顾若兰座谈", "沈知远调研", "程霁月陪同"],
         ["ATTENDED:p2:m2", "ATTENDED:p1:m2", "LED:p1:v1", "JOINED:p4:v1"]),
    ]),
    "evidence": ({"fact": "CHAIRED:p1:m1"}, [
        ("2022-03-11", "池州日报", "我市召开重点项目推进会", "", "沈知远主持会议并讲话", "events.chairs", 0.95, "https://news.example.org/1", "a1"),
        ("2022-03-12", "皖江在线", "池州：项目建设提速", None, "会议由沈知远主持", "events.chaired-by", 0.9, None, "a2"),
    ]),
    "firms_before_chairs": ({}, [
        ("枫石重工集团", "沈知远", ["江澜石墨烯产业园项目"], 1, date(2022, 3, 10), "o3", "p1"),
        ("江澜新材料有限公司", "沈知远", ["江澜石墨烯产业园项目"], 1, date(2022, 3, 10), "o1", "p1"),
    ]),
}  # fmt: skip


def test_every_query_has_its_rows_here() -> None:
    assert set(ROWS) == {query.name for query in saved_queries()}
    assert len(ROWS) >= 10


def test_all_rows_are_as_written(filled: Store) -> None:
    for name, (parameters, rows) in ROWS.items():
        assert saved(name).run(filled, **parameters).rows == rows, name


@pytest.mark.parametrize(("day", "holders"), [
    ("2021-03-01", [("沈知远", True)]),
    ("2021-05-10", [("顾若兰", True), ("沈知远", False)]),
    ("2022-06-30", [("顾若兰", True)]),
    ("2023-01-01", [("顾若兰", False)]),
    ("2020-01-01", []),
])  # fmt: skip
def test_the_holder_of_a_day(filled: Store, day: str, holders: list[tuple[str, bool]]) -> None:
    found = saved("holder_on_day").run(filled, post="市长", of="池州市", day=day).to_dicts()
    assert [(row["official"], row["covers"]) for row in found] == holders


def test_a_year_reaches_what_can_lie_in_it(filled: Store) -> None:
    """A meeting from 30 December to 2 January lies in both years, one without a date in none."""
    for year, meetings in ((2021, ["防汛工作会议"]), (2022, ["防汛工作会议"]), (2023, [])):
        found = saved("chaired_in_city").run(filled, city="铜陵市", year=year).to_dicts()
        assert [row["meeting"] for row in found] == meetings


def test_a_province_includes_its_cities(filled: Store) -> None:
    found = saved("chaired_in_city").run(filled, city="安徽省", year=2022).to_dicts()
    assert [row["fact"] for row in found] == ["CHAIRED:p2:m3", "CHAIRED:p1:m1", "CHAIRED:p2:m2"]


@pytest.mark.parametrize("query", list(saved_queries()), ids=lambda query: query.name)
def test_a_query_says_what_it_is_for_and_orders_its_rows(query: SavedQuery) -> None:
    first, second, *_ = query.cypher.splitlines()
    assert " · " in query.title
    assert first == f"// {query.title}"
    assert second.startswith("// :params {")
    assert {token.text[1:] for token in tokens(query.cypher) if token.kind == "parameter"} == set(query.examples)
    assert all(one.meaning and one.example is not None for one in query.parameters)
    assert "ORDER BY" in query.cypher.splitlines()[-1] or "ORDER BY" in query.cypher.splitlines()[-2]


def test_parameters_are_checked_before_the_store_is_asked(filled: Store) -> None:
    with pytest.raises(QueryRefused, match=r"needs city: full name of a division.*city='池州市'"):
        saved("chaired_in_city").run(filled, year=2022)
    with pytest.raises(QueryRefused, match=r"has no parameter town.*It has: city, year"):
        saved("chaired_in_city").run(filled, city="池州市", year=2022, town="x")


def test_an_unknown_query_names_those_that_are() -> None:
    with pytest.raises(NotFound, match=r"no saved query careers.*career, chaired"):
        saved("careers")
