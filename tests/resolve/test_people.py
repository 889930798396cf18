from __future__ import annotations

from typing import Any

import pytest

from kg.model.record import ArticleRecord
from tests.graph.state import official, record
from tests.resolve.nodes import nodes


def seen(
    name: str, post: str | None, on: str = "2020-01-01", place: str = "池州市", person: str = "王龙江"
) -> ArticleRecord:
    return record(name, published_on=on, place=place, officials=[official(person, *([post] if post else []))])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("市长@池州市", "2020-01-01"), ("市委书记@池州市", "2022-01-01")),
        (("镇长@东至县", "2012-01-01"), ("县委书记@东至县", "2022-01-01")),
        (("市长@池州市", "2020-01-01"), ("市领导@池州市", "2020-01-02")),
        (("县水利局局长@东至县", "2020-01-01"), ("副县长@东至县", "2021-01-01")),
    ],
)
def test_posts_that_one_person_can_hold_join(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert nodes([seen("a", *first), seen("b", *second)], "official") == [["a", "b"]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("村党支部书记@东至县", "2020-01-01"), ("县委书记@东至县", "2020-03-01")),
        (("县长@东至县", "2020-01-01"), ("副市长@池州市", "2021-01-01")),
        (("市长@池州市", "2020-01-01"), ("市长@铜陵市", "2020-01-01")),
        (("全国人大代表@中国", "2020-01-01"), ("外交部部长@中国", "2020-01-01")),
    ],
)
def test_posts_that_are_two_peoples_or_in_two_blocks_stay_apart(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert nodes([seen("a", *first), seen("b", *second)], "official") == [["a"], ["b"]]


def test_mayors_of_two_towns_of_a_county_in_one_month_are_two() -> None:
    one, other = seen("a", "镇长@大渡口镇", place="东至县"), seen("b", "镇长@东流镇", on="2020-01-20", place="东至县")
    assert nodes([one, other], "official") == [["a"], ["b"]]
    assert nodes([one, seen("c", "镇长@东流镇", on="2020-06-20", place="东至县")], "official") == [["a", "c"]]


def test_a_bare_name_joins_where_only_one_can_be_meant() -> None:
    bare, mayor, village = (
        seen("bare", None),
        seen("mayor", "市长@池州市"),
        seen("village", "村党支部书记@池州市", on="2020-02-01"),
    )
    assert nodes([bare, mayor], "official") == [["bare", "mayor"]]
    assert nodes([bare, mayor, village], "official") == [["bare"], ["mayor"], ["village"]]
    assert nodes([bare, seen("elsewhere", "市长@铜陵市")], "official") == [["bare"], ["elsewhere"]]


def test_the_mark_in_a_name_parts_nobody() -> None:
    names = ["阿依古丽·买买提", "阿依古丽?买买提", "阿依古丽 买买提"]
    assert nodes([seen(name, "副市长@池州市", person=name) for name in names], "official") == [sorted(names)]


def worker(name: str, organization: str | None, **more: Any) -> ArticleRecord:
    return record(name, place="池州市", people=[{"name": "周春山", "organization": organization, **more}])


def test_other_people_join_only_in_one_organisation() -> None:
    assert nodes([worker("a", "江南铜业公司"), worker("b", "江南铜业公司", role="董事长")], "person") == [["a", "b"]]
    assert nodes([worker("a", "江南铜业公司"), worker("b", "长江铝业公司")], "person") == [["a"], ["b"]]
    assert nodes([worker("a", None, role="教授"), worker("b", None, role="教授")], "person") == [["a"], ["b"]]
