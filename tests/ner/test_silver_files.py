"""The journal of votes and the file of labels."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

from kg.ner.entity import Entity
from kg.ner.material import read
from kg.ner.silver import Journal, Votes, silver, write

TEXT = "市长刘启明主持会议。"
SAID = (Entity(2, 5, "PERSON"),)


def article(name: str) -> Votes:
    return Votes(name, "2023-05-04", TEXT, SAID, SAID, ())


def test_a_journal_goes_on_where_it_was_left(tmp_path: Path) -> None:
    path = tmp_path / "votes"
    journal = Journal(path)
    journal.add(article("a"))
    journal.add(article("b"))
    journal.close()
    with path.open("ab") as lines:
        lines.write(article("c").dump().encode()[:30])
    again = Journal(path)
    assert len(again) == 2
    assert "b" in again
    assert "c" not in again
    again.add(article("d"))
    assert [votes.id for votes in again] == ["a", "b", "d"]
    again.remove()
    assert not path.exists()


def test_a_line_that_is_none_ends_what_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "votes"
    path.write_text(f'{article("a").dump()}\n{{"id": 3}}\n{article("b").dump()}\n', encoding="utf-8")
    assert [votes.id for votes in Journal(path)] == ["a"]


def test_a_last_line_without_its_end_is_voted_on_again(tmp_path: Path) -> None:
    path = tmp_path / "votes"
    path.write_text(f"{article('a').dump()}\n{article('b').dump()}", encoding="utf-8")
    journal = Journal(path)
    assert "b" not in journal
    journal.add(article("b"))
    assert [votes.id for votes in journal] == ["a", "b"]


def test_the_file_is_what_the_tagger_is_trained_on(tmp_path: Path) -> None:
    given = [article("a")]
    path = tmp_path / "silver.jsonl.xz"
    assert write(silver(lambda: given), path, "x + y + z") == 1
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        (line,) = lines
    assert json.loads(line) == {
        "id": "a",
        "published_on": "2023-05-04",
        "text": TEXT,
        "entities": [[2, 5, "PER"]],
        "doubt": [],
        "teachers": "x + y + z",
    }
    assert [piece.entities for piece in read(path)] == [(Entity(2, 5, "PERSON"),)]
    assert [file.name for file in tmp_path.iterdir()] == ["silver.jsonl.xz"]


def test_the_same_votes_give_the_same_bytes(tmp_path: Path) -> None:
    given = [article("a"), article("b")]
    for name in ("one.jsonl.xz", "two.jsonl.xz", "one.jsonl", "two.jsonl"):
        write(silver(lambda: given), tmp_path / name, "x")
    assert (tmp_path / "one.jsonl.xz").read_bytes() == (tmp_path / "two.jsonl.xz").read_bytes()
    assert lzma.decompress((tmp_path / "one.jsonl.xz").read_bytes()) == (tmp_path / "two.jsonl").read_bytes()
