from __future__ import annotations

from typing import Any

from tests.graph.state import built, official, record


def spells(*seen: tuple[str | None, str, str], **fields: Any) -> list[tuple[Any, Any, Any, Any]]:
    """First seen, last seen, status and `ended_by` of 王龙江's spells; of `(published_on, name, post)`."""
    records = [
        record(f"{n}", published_on=on, place="池州市", officials=[official(name, post)])
        for n, (on, name, post) in enumerate(seen)
    ]
    orders = []
    for order in (records, records[::-1]):
        build = built(order)
        people = {node.id for node in build.nodes("Official") if node.properties["name"] == "王龙江"}
        found = [
            tuple(one.properties.get(name) for name in ("first_seen", "last_seen", "status", "ended_by"))
            for one in build.relationships("HOLDS")
            if one.start[1] in people
        ]
        orders.append(sorted(found, key=str))
    assert orders[0] == orders[1]
    return orders[0]  # type: ignore[return-value]


def test_a_spell_spans_what_calls_the_post_current() -> None:
    assert spells(("2019-03-01", "王龙江", "市长@池州市"), ("2020-05", "王龙江", "市长@池州市")) == [
        ("2019-03-01", "2020-05", "current", None)
    ]


def test_a_look_back_only_bounds_it() -> None:
    assert spells(
        ("2019-03-01", "王龙江", "市长@池州市"),
        ("2024-05-01", "王龙江", "市长@池州市!former"),
        ("2021-07-01", "王龙江", "市长@池州市!former"),
    ) == [("2019-03-01", "2019-03-01", "former", "2021-07-01")]


def test_a_look_back_alone_is_seen_at_no_time() -> None:
    assert spells(("2021-07-01", "王龙江", "市长@池州市!former")) == [(None, None, "former", "2021-07-01")]


def test_a_nomination_is_no_spell_yet() -> None:
    assert spells(("2021-07-01", "王龙江", "市长@池州市!nominated")) == [(None, None, "nominated", None)]


def test_two_years_of_silence_are_one_spell_and_a_day_more_are_two() -> None:
    assert len(spells(("2019-03-01", "王龙江", "市长@池州市"), ("2021-03-01", "王龙江", "市长@池州市"))) == 1
    assert len(spells(("2019-03-01", "王龙江", "市长@池州市"), ("2021-03-02", "王龙江", "市长@池州市"))) == 2


def test_another_holder_between_parts_an_exclusive_post() -> None:
    between = ("2019-09-01", "陈大河", "市长@池州市")
    assert len(spells(("2019-03-01", "王龙江", "市长@池州市"), between, ("2020-03-01", "王龙江", "市长@池州市"))) == 2


def test_another_deputy_between_parts_nothing() -> None:
    between = ("2019-09-01", "陈大河", "副市长@池州市")
    assert (
        len(spells(("2019-03-01", "王龙江", "副市长@池州市"), between, ("2020-03-01", "王龙江", "副市长@池州市"))) == 1
    )


def test_what_is_undated_goes_with_the_first_spell() -> None:
    found = spells(
        (None, "王龙江", "市长@池州市"),
        ("2019-03-01", "王龙江", "市长@池州市"),
        ("2023-03-01", "王龙江", "市长@池州市"),
    )
    assert [one[:2] for one in found] == [("2019-03-01", "2019-03-01"), ("2023-03-01", "2023-03-01")]


def test_spellings_of_a_title_are_one_post_and_a_deputy_is_another() -> None:
    records = [
        record(str(n), published_on="2020-01-01", place="池州市", officials=[official("王龙江", f"{title}@池州市")])
        for n, title in enumerate(["市长", "市人民政府市长", "市政府市长", "代市长", "副市长"])
    ]
    posts = built(records).nodes("Post")
    assert [(node.properties["name"], node.properties["exclusive"], node.properties["rank"]) for node in posts] == [
        ("副市长", False, "厅局级副职"),
        ("市长", True, "厅局级正职"),
    ]
