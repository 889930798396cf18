from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kg.errors import LedgerError
from kg.ledger import Ledger
from kg.ledger.derive import derive
from kg.model.mention import mention_id
from tests.graph.state import official, record

FIRST = record("a", published_on="2020-01-01", place="池州市", officials=[official("王龙江", "市长@池州市")])
CHANGED = record("a", published_on="2020-01-01", place="池州市", officials=[official("王龙江", "市委书记@池州市")])
SECOND = record("b", place="铜陵市")


def test_a_ledger_knows_what_is_new_changed_and_as_it_was(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        assert ledger.put([FIRST, SECOND]).added == {FIRST.id, SECOND.id}
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        changes = ledger.put([CHANGED, SECOND])
        assert (changes.added, changes.changed, changes.unchanged) == (frozenset(), {FIRST.id}, {SECOND.id})
        ledger.withdraw([FIRST.id, "unknown"])
        assert ledger.article_ids() == {SECOND.id}


def test_a_source_is_found_by_path_address_or_id() -> None:
    with Ledger.open(":memory:") as ledger:
        ledger.put(
            [
                FIRST.model_copy(
                    update={"sources": [FIRST.sources[0].model_copy(update={"url": "https://example.org/1"})]}
                )
            ]
        )
        for what in ("a.txt", "https://example.org/1", FIRST.id):
            assert ledger.find_source(what) == {FIRST.id}
        assert ledger.find_source("b.txt") == set()


def test_a_put_that_fails_changes_nothing() -> None:
    def records():  # type: ignore[no-untyped-def]
        yield FIRST
        raise RuntimeError

    with Ledger.open(":memory:") as ledger:
        with pytest.raises(RuntimeError):
            ledger.put(records())
        assert ledger.article_ids() == set()


def test_what_is_no_ledger_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_text("no database" * 100)
    with pytest.raises(LedgerError, match="is no ledger"):
        Ledger.open(path)
    assert path.read_text().startswith("no database")


def test_a_ledger_of_another_version_is_refused(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        ledger.set_meta("ledger_version", "0")
    with pytest.raises(LedgerError, match="another version"):
        Ledger.open(tmp_path / "ledger.sqlite")


def test_a_ledger_in_use_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        ledger.db.execute("PRAGMA busy_timeout = 10")
        with pytest.raises(LedgerError, match="another process"):
            ledger.put([FIRST])
        other.close()
        assert ledger.put([FIRST]).added


def test_references_find_the_mentions_of_their_article_by_id_or_by_folded_name() -> None:
    said = record(
        "a",
        officials=[{"name": "阿依古丽·买买提", "mention": "m1"}, {"name": "王龙江"}],
        initiatives=[{"name": "双提升行动"}],
        meetings=[
            {
                "name": "推进会",
                "chairs": [{"name": "阿依古丽", "mention": "m1"}],
                "speakers": ["阿依古丽?买买提"],
                "attendees": ["王龙江", "无名氏"],
                "topics": ["“双提升”行动"],
            }
        ],
    )
    mentions, statements = derive(said)
    kinds = {one.id: one.kind for one in mentions}
    chaired = [one.subject for one in statements if one.predicate == "CHAIRED"]
    spoke = [one.subject for one in statements if one.predicate == "SPOKE_AT"]
    attended = {one.subject for one in statements if one.predicate == "ATTENDED"}
    assert chaired == spoke == ["m1"]
    assert attended == {"m1", mention_id(said.id, "official", "王龙江")}
    assert [kinds[one.object or ""] for one in statements if one.predicate == "ABOUT"] == ["initiative"]


def test_mentions_of_one_name_are_told_apart_by_their_order() -> None:
    said = record("a", meetings=[{"name": "座谈会"}, {"name": "座谈会"}])
    assert [one.id for one in derive(said)[0]] == [mention_id(said.id, "meeting", "座谈会", n) for n in (0, 1)]


def test_a_derivation_is_the_same_every_time() -> None:
    assert derive(FIRST) == derive(FIRST.model_copy(deep=True))
