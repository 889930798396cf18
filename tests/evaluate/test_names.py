"""Names against gold, and the table of systems."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import RecordError
from kg.evaluate import GoldDocument
from kg.evaluate.bench_ner import given, table
from kg.evaluate.names import kept, of_records, tally
from kg.evaluate.peers import PEERS, Peer
from kg.evaluate.peers.run import Measured, NotRun, run
from kg.model.record import ArticleRecord

ANSWER = {
    "officials": [{"name": "刘启明", "posts": []}, {"name": "古丽娜尔·艾山江", "posts": []}],
    "people": [{"name": "何小云", "role": None, "organization": None}],
}
TEXT = "市长刘启明、副市长古丽娜尔•艾山江会见何小云。（记者 高远）"


def gold() -> GoldDocument:
    return GoldDocument("made-1", "made-1.txt", [ArticleRecord.model_validate(ANSWER)])


def test_officials_and_other_people_are_names() -> None:
    assert of_records(gold().articles) == ["刘启明", "古丽娜尔·艾山江", "何小云"]


def test_a_name_counts_once_a_document_and_the_marks_are_one() -> None:
    count = tally([gold()], [["刘启明", "刘启明", "古丽娜尔•艾山江", "高远", ""]])
    assert (count.right, count.gold, count.found) == (2, 3, 3)
    assert count.missed == [("made-1", "何小云")]


def test_articles_of_a_document_are_taken_together() -> None:
    twice = GoldDocument("made-2", "made-2.txt", gold().articles * 2)
    assert tally([twice], [["刘启明"]]).gold == 3


def test_names_in_a_byline_only_are_left_out() -> None:
    assert kept(TEXT, ["刘启明", "高远", "没有此人"]) == ["刘启明"]
    assert kept(f"{TEXT}高远到会。", ["高远"]) == ["高远"]


def test_a_leader_in_a_doctrine_only_is_left_out() -> None:
    doctrine = "学习贯彻习近平新时代中国特色社会主义思想。"
    assert kept(doctrine, ["习近平"]) == []
    assert kept(f"{doctrine}习近平总书记指出。", ["习近平"]) == ["习近平"]


def test_the_table_shows_each_system_and_says_what_was_not_run(tmp_path: Path) -> None:
    (tmp_path / "made-1.json").write_text(
        json.dumps({"id": "made-1", "source": "made-1.txt", "articles": [ANSWER]}, ensure_ascii=False), encoding="utf-8"
    )
    (tmp_path / "made-1.txt").write_text(TEXT, encoding="utf-8")
    folder = given(tmp_path, tmp_path)
    measured = Measured([["刘启明", "高远"]], seconds=0.001, megabytes=5)
    head, rule, row, note = table([folder], iter([("ours", measured), ("theirs", "cannot be installed: no")]))
    size = len(folder.documents[0].text)
    assert "(1 documents, 3 names)" in head
    assert head.count("|") == rule.count("|") == row.count("|")
    assert row == f"| ours | 0.500 | 0.333 | 0.400 | 1.000 | 0.333 | 0.500 | {size * 1000:,} | 5.0 |"
    assert note == "\nNot run: theirs cannot be installed: no"


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "made-1.json").write_text(
        json.dumps({"id": "made-1", "source": "made-1.txt", "articles": [ANSWER]}), encoding="utf-8"
    )
    with pytest.raises(RecordError, match=r"made-1\.txt"):
        given(tmp_path, tmp_path)


def test_each_peer_has_its_file() -> None:
    folder = Path(__file__).parents[2] / "kg" / "evaluate" / "peers"
    assert {peer.name for peer in PEERS} == {file.stem for file in folder.glob("*.py")} - {"__init__", "run", "serve"}


def test_a_peer_that_cannot_be_installed_says_so(tmp_path: Path) -> None:
    nowhere = Peer("nowhere", "Nowhere 1.0", ((str(tmp_path / "no-such-folder"),),))
    with pytest.raises(NotRun, match=r"cannot be installed: .*no-such-folder"):
        run(nowhere, [], tmp_path)
