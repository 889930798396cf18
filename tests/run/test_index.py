"""The index of `records.jsonl`: what it saves, and that nothing depends on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RecordError
from kg.run import index
from kg.run.folder import Folder
from kg.run.index import Entry, entries, lines_of
from tests.run.test_folder import DOCUMENTS, extracted


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path)
    for document in DOCUMENTS:
        made.write(document)
    made.merge()
    made.settled()
    return made


def test_it_says_what_the_lines_say(folder: Folder) -> None:
    assert list(entries(folder.records)) == [Entry.of(line) for line in lines_of(folder.records)]
    assert len(list(entries(folder.records))) == 4


def test_lines_are_not_parsed_where_it_is_there(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = folder.known()

    def refuse(line: str) -> Entry:
        raise AssertionError("a line was parsed")

    monkeypatch.setattr(index.Entry, "of", refuse)
    assert folder.known() == wanted
    assert [record.id for record in folder.read({"cccc"})] == ["cccc"]


def test_without_it_all_is_as_before(folder: Folder, tmp_path: Path) -> None:
    wanted = folder.known()
    (tmp_path / "records.index").unlink()
    assert folder.known() == wanted
    folder.write(extracted("d.txt", "eeee"))
    folder.merge()
    assert (tmp_path / "records.index").exists()
    assert [entry.key[0] for entry in entries(folder.records)] == ["aaaa", "bbbb", "bbbb", "cccc", "eeee"]


def test_one_of_other_records_is_not_believed(folder: Folder, tmp_path: Path) -> None:
    lines = (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "records.jsonl").write_text("".join(lines[1:]), encoding="utf-8")
    assert len(list(entries(folder.records))) == 3


def test_one_that_a_kill_left_without_a_stamp_is_not_believed(folder: Folder, tmp_path: Path) -> None:
    content = (tmp_path / "records.index").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "records.index").write_text(" " * 60 + "\n" + content[1], encoding="utf-8")
    assert len(list(entries(folder.records))) == 4


def test_no_records_no_entries(tmp_path: Path) -> None:
    assert list(entries(tmp_path / "records.jsonl")) == []


@pytest.mark.parametrize("cut", [0, 1, 40, "标".encode()[:2]])
def test_a_line_behind_one_that_a_kill_cut_short_is_whole(tmp_path: Path, cut: int | bytes) -> None:
    folder = Folder(tmp_path)
    folder.write(DOCUMENTS[0])
    content = folder.journal.path.read_bytes()
    folder.journal.path.write_bytes(content + (cut if isinstance(cut, bytes) else content[:cut]))
    again = Folder(tmp_path)
    again.write(DOCUMENTS[1])
    again.write(DOCUMENTS[2])
    assert {path for path, *_ in again.known()} == {"a.txt", "b.txt", "c.txt"}


def test_a_line_that_is_no_record_is_named(folder: Folder, tmp_path: Path) -> None:
    with (tmp_path / "records.jsonl").open("a", encoding="utf-8") as records:
        records.write("{broken\n")
    with pytest.raises(RecordError, match=r"records\.jsonl:5"):
        folder.known()


def test_a_record_of_another_shape_is_named(folder: Folder, tmp_path: Path) -> None:
    with (tmp_path / "records.jsonl").open("a", encoding="utf-8") as records:
        records.write('{"id": "ffff", "source": "f.txt", "headline": "x"}\n')
    with pytest.raises(RecordError, match=r"records\.jsonl:5"):
        list(folder.read())
