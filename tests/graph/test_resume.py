"""A delta that was given and never confirmed is given again, whatever reached the store."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.ledger import Ledger
from kg.model.judgement import Judgement
from kg.model.mention import mention_id
from tests.graph.state import Build, built, official, record

MAYOR = record("a", published_on="2020-01-01", place="池州市", officials=[official("王龙江", "市长@池州市")])
DEPUTY = record("a", published_on="2020-02-01", place="池州市", officials=[official("王龙江", "副市长@池州市")])
OTHER = record("b", published_on="2020-01-01", place="铜陵市", officials=[official("陈大河", "市长@铜陵市")])


@pytest.mark.parametrize("arrived", [0, 1, 5, 12, None])
def test_what_a_killed_run_wrote_is_put_right_when_the_articles_went_back(arrived: int | None) -> None:
    build = built([MAYOR])
    before = build.store.digest()
    build.ledger.put([DEPUTY, OTHER])
    build.store.apply(build.projection.delta(), most=arrived)
    build.ledger.withdraw([OTHER.id])
    build.put(MAYOR)
    assert build.store.digest() == before
    assert not build.update()


@pytest.mark.parametrize("arrived", [0, 1, 5, 12, None])
def test_a_killed_run_is_done_again(arrived: int | None) -> None:
    build = built([MAYOR])
    build.ledger.put([DEPUTY, OTHER])
    build.store.apply(build.projection.delta(), most=arrived)
    build.update()
    assert build.store.digest() == built([DEPUTY, OTHER]).store.digest()


def test_articles_that_come_between_a_delta_and_its_confirmation_are_not_lost() -> None:
    build = built([MAYOR])
    build.ledger.put([OTHER])
    projection = build.projection
    delta = projection.delta()
    build.ledger.put([DEPUTY])
    build.store.apply(delta)
    projection.applied(delta)
    build.update()
    assert build.store.digest() == built([OTHER, DEPUTY]).store.digest()


def test_those_at_the_other_end_of_what_was_joined_are_counted_anew() -> None:
    meeting = {"name": "座谈会", "kind": "座谈会", "date": "2020-01-01", "place": "池州市", "attendees": ["王龙江"]}
    both = [
        record(name, place="池州市", officials=[official("王龙江", "市长@池州市")], meetings=[meeting]) for name in "ab"
    ]
    build = built(both)
    assert [node.properties["degree"] for node in build.nodes("Person")] == [3]
    build.judgements = [
        Judgement(id="1", decision="same", mentions=[mention_id(one.id, "meeting", "座谈会") for one in both])
    ]
    build.update()
    assert [node.properties["degree"] for node in build.nodes("Person")] == [2]


def test_a_ledger_that_other_code_derived_is_filled_again_and_the_store_keeps_up(tmp_path: Path) -> None:
    build = Build()
    build.ledger = Ledger.open(tmp_path / "ledger.sqlite")
    build.put(MAYOR, OTHER)
    build.ledger.set_meta("derivation", "older")
    build.ledger.close()
    build.ledger = Ledger.open(tmp_path / "ledger.sqlite")
    assert build.ledger.article_ids() == set()
    build.put(MAYOR)
    assert build.store.digest() == built([MAYOR]).store.digest()
    build.ledger.close()


@pytest.mark.parametrize("note", ["resolver", "projection"])
def test_what_other_code_resolved_or_projected_is_done_anew(note: str) -> None:
    build = built([MAYOR, OTHER])
    build.ledger.set_meta(note, "older")
    assert not build.update()
    assert build.store.digest() == built([OTHER, MAYOR]).store.digest()
