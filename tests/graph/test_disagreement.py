"""What articles disagree on comes out the same in any order, and every value stays as a statement."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from kg.graph.disagreements import disagreements, rival_holders
from kg.model.record import ArticleRecord
from tests.graph.state import built, official, record


def project(*said: tuple[str | None, dict[str, Any]]) -> tuple[dict[str, Any], set[tuple[str, str]]]:
    """The project's properties and the values stated, of `(published_on, fields)`; in every order."""
    records = [
        record(
            str(n), published_on=on, place="池州市", projects=[{"name": "江南铜箔项目", "places": ["池州市"], **fields}]
        )
        for n, (on, fields) in enumerate(said)
    ]
    found = []
    for order in itertools.permutations(records):
        build = built(order)
        (node,) = build.nodes("Project")
        facts = {fact.id: fact.properties for fact in build.nodes("Fact") if fact.properties["kind"] == "Project"}
        stated = {
            (str(facts[one.end[1]]["property"]), str(one.properties["value"]))
            for one in build.relationships("STATES")
            if one.end[1] in facts
        }
        found.append((node.properties, stated))
    assert all(one == found[0] for one in found)
    return found[0]


def test_a_stage_goes_by_its_own_date_and_a_dated_look_back_lowers_nothing() -> None:
    properties, stated = project(
        ("2021-06-01", {"stage": "operating", "date": "2021-05"}), ("2023-01-01", {"stage": "signed", "date": "2018"})
    )
    assert (properties["stage"], properties["stage_date"]) == ("operating", "2021-05")
    assert {("stage", "operating"), ("stage", "signed"), ("stage_date", "2018")} <= stated


def test_an_undated_look_back_lowers_nothing() -> None:
    assert (
        project(("2021-06-01", {"stage": "operating"}), ("2023-01-01", {"stage": "signed"}))[0]["stage"] == "operating"
    )


def test_of_two_stages_of_a_day_the_further_one_counts() -> None:
    assert project(("2021-06-01", {"stage": "signed"}), ("2021-06-01", {"stage": "started"}))[0]["stage"] == "started"


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([("2021-06-01", 1e8), ("2022-06-01", 2e8)], 2e8),
        ([("2021-06-01", 1e8), (None, 2e8)], 1e8),
        ([("2021-06", 1e8), ("2021-06-12", 2e8)], 1e8),
    ],
)
def test_a_sum_is_the_latest_articles(others: list[tuple[str | None, float]], expected: float) -> None:
    properties, stated = project(*((on, {"investment_cny": money}) for on, money in others))
    assert properties["investment_cny"] == expected
    assert {value for name, value in stated if name == "investment_cny"} == {"100000000", "200000000"}


def test_dates_are_ranges() -> None:
    (node,) = built([record("a", place="池州市", meetings=[{"name": "座谈会", "date": "2020-02"}])]).nodes("Meeting")
    assert node.properties["date"] == "2020-02"
    assert [str(node.properties[name]) for name in ("date_from", "date_to")] == ["2020-02-01", "2020-02-29"]


def test_disagreements_are_listed_with_the_articles() -> None:
    build = built(
        [
            record(name, place="池州市", projects=[{"name": "江南铜箔项目", "stage": stage, "investment_cny": 1e8}])
            for name, stage in (("a", "signed"), ("b", "started"), ("c", "signed"))
        ]
    )
    (found,) = disagreements(build.ledger)
    assert (found.label, found.property) == ("Project", "stage")
    assert {value: len(articles) for value, articles in found.values} == {"signed": 2, "started": 1}


def test_two_holders_of_an_exclusive_post_at_one_time_are_found() -> None:
    def held(on: str, name: str) -> ArticleRecord:
        return record(on + name, published_on=on, place="池州市", officials=[official(name, "市长@池州市")])

    succession = [held("2020-01-01", "王龙江"), held("2020-03-01", "王龙江"), held("2020-04-01", "陈大河")]
    assert not rival_holders(built(succession).ledger)
    (found,) = rival_holders(built([*succession, held("2020-02-01", "陈大河")]).ledger)
    assert (found.first, found.last) == ("2020-02-01", "2020-03-01")
