from __future__ import annotations

from kg.model.judgement import Judgement
from kg.model.record import ArticleRecord
from kg.resolve import candidates
from tests.graph.state import Build, built, official, record


def seen(name: str, person: str, post: str, on: str) -> ArticleRecord:
    return record(name, published_on=on, place=post.partition("@")[2], officials=[official(person, post)])


COUNTY, CITY = seen("a", "王龙江", "县长@东至县", "2019-03-01"), seen("b", "王龙江", "副市长@池州市", "2021-08-02")


def suggested(build: Build) -> list[tuple[float, tuple[str, ...]]]:
    return [(one.score, one.reasons) for one in candidates(build.ledger)]


def test_a_promotion_is_suggested_not_made() -> None:
    build = built([COUNTY, CITY])
    assert len(build.nodes("Official")) == 2
    assert suggested(build) == [(0.8, ("same name, same province", "promotion: the later post is a rank higher"))]


def test_a_slip_in_one_character_is_suggested() -> None:
    build = built(
        [
            seen("a", "董颖生", "市长@池州市", "2019-03-01"),
            seen("b", "董颍生", "市长@池州市", "2019-04-01"),
            seen("c", "董颍生", "市长@铜陵市", "2019-04-01"),
            seen("d", "董大江", "市长@池州市", "2019-05-01"),
        ]
    )
    assert [reasons for _, reasons in suggested(build) if "one character" in reasons[0]] == [
        ("names differ in one character, both 市长 of the same place",)
    ]


def test_namesakes_seen_in_two_places_at_one_time_or_in_two_provinces_are_not() -> None:
    both = seen("c", "王龙江", "县长@东至县", "2022-08-02")
    assert suggested(built([COUNTY, both, CITY])) == []
    assert suggested(built([COUNTY, seen("b", "王龙江", "副市长@抚顺市", "2021-08-02")])) == []


def test_what_is_decided_is_suggested_no_more() -> None:
    build = built([COUNTY, CITY])
    (one,) = candidates(build.ledger)
    for decision in ("not_same", "same"):
        build.judgements = [Judgement(id="1", decision=decision, mentions=[one.first, one.second])]  # type: ignore[arg-type]
        build.update()
        assert candidates(build.ledger) == []
    build.judgements = []
    build.update()
    assert candidates(build.ledger) == [one]
