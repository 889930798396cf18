from __future__ import annotations

from typing import Any

import pytest

from kg.model.record import ArticleRecord
from tests.graph.state import record
from tests.resolve.nodes import nodes

BASE = {"name": "重点项目推进会", "kind": "推进会", "date": "2020-07-01", "place": "池州市"}
BARE = {"name": "座谈会", "kind": "座谈会", "date": "2020-07-01", "place": "池州市"}


def meetings(base: dict[str, Any], *changes: dict[str, Any]) -> list[ArticleRecord]:
    return [
        record(name, place="池州市", meetings=[{**base, **change}])
        for name, change in zip("abc", changes, strict=False)
    ]


@pytest.mark.parametrize(
    ("base", "first", "second"),
    [
        (BASE, {}, {}),
        (BASE, {"name": "全市重点项目推进会议", "kind": "推进会议"}, {}),
        (BASE, {"date": "2020-07"}, {}),
        (BASE, {"date": "2020-06-30/2020-07-02"}, {"place": "贵池区"}),
        (BARE, {"chairs": ["王龙江"]}, {"chairs": ["王龙江"]}),
        (BARE, {"attendees": ["王龙江", "陈大河"]}, {"speakers": ["陈大河"], "attendees": ["王龙江", "李小溪"]}),
        (
            BARE,
            {"attendees": ["王龙江", "陈大河"], "name": "企业座谈会"},
            {"chairs": ["王龙江"], "attendees": ["陈大河"]},
        ),
    ],
)
def test_reports_of_one_meeting_join(base: dict[str, Any], first: dict[str, Any], second: dict[str, Any]) -> None:
    assert nodes(meetings(base, first, second), "meeting") == [["a", "b"]]


@pytest.mark.parametrize(
    ("base", "first", "second"),
    [
        (BARE, {}, {}),
        (BARE, {"name": "专题座谈会"}, {"name": "专题座谈会"}),
        (BARE, {"attendees": ["王龙江"]}, {"attendees": ["王龙江", "陈大河"]}),
        (BARE, {"chairs": ["王龙江"]}, {"chairs": ["王龙江"], "kind": "推进会"}),
        (BASE, {}, {"date": "2020-07-02"}),
        (BASE, {}, {"date": None}),
        (BASE, {}, {"place": "铜陵市"}),
        (BASE, {"place": "东至县"}, {"place": "贵池区"}),
        (BASE, {"date": "2020"}, {}),
    ],
)
def test_what_may_be_two_meetings_stays_two(
    base: dict[str, Any], first: dict[str, Any], second: dict[str, Any]
) -> None:
    assert nodes(meetings(base, first, second), "meeting") == [["a"], ["b"]]


def test_two_meetings_of_one_article_stay_two_whatever_a_third_report_says() -> None:
    chaired = {**BARE, "chairs": ["王龙江"]}
    both = record("a", place="池州市", meetings=[{**chaired, "name": "企业座谈会"}, {**chaired, "name": "青年座谈会"}])
    assert sorted(map(len, nodes([both, *meetings(chaired, {"name": "青年座谈会"}, {})[1:]], "meeting"))) == [1, 2]


def visit(name: str, **more: Any) -> ArticleRecord:
    return record(
        name,
        place="池州市",
        visits=[{"kind": "调研", "date": "2020-07-01", "leaders": ["王龙江"], "places": ["东至县"], **more}],
    )


def test_visits_join_with_their_leader_and_stay_apart_without() -> None:
    assert nodes([visit("a"), visit("b", companions=["陈大河"])], "visit") == [["a", "b"]]
    assert nodes([visit("a"), visit("b", places=["清溪村"])], "visit") == [["a", "b"]]
    assert nodes([visit("a"), visit("b", leaders=["陈大河"])], "visit") == [["a"], ["b"]]
    assert nodes([visit("a"), visit("b", places=["贵池区"])], "visit") == [["a"], ["b"]]
    assert nodes([visit("a"), visit("b", kind="会见")], "visit") == [["a"], ["b"]]
