from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from kg.errors import ModelError
from kg.ner.entity import Entity
from kg.ner.material import Piece, read


def _write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_text_gives_its_sentences_with_their_entities(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.jsonl", {"text": "会议召开。市长王启明到会。", "entities": [[7, 10, "PER"]]})
    assert list(read(path)) == [Piece("会议召开。", ()), Piece("市长王启明到会。", (Entity(2, 5, "PERSON"),))]


def test_sentences_in_doubt_are_left_out(tmp_path: Path) -> None:
    row = {"text": "会议召开。市长王启明到会。", "entities": [], "doubt": [[7, 10, "PER"]]}
    assert list(read(_write(tmp_path / "a.jsonl", row))) == [Piece("会议召开。", ())]


def test_xz_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.xz"
    path.write_bytes(lzma.compress(json.dumps({"text": "甲", "entities": []}).encode()))
    assert list(read(path)) == [Piece("甲", ())]


@pytest.mark.parametrize(
    "row",
    [
        {"entities": []},
        {"text": "市长", "entities": [[0, 9, "PER"]]},
        {"text": "市长", "entities": [[0, 1, "POST"]]},
        {"text": "市长王", "entities": [[0, 2, "PER"], [1, 3, "ORG"]]},
        ["text"],
    ],
)
def test_a_line_that_is_no_labelled_text_is_named(tmp_path: Path, row: object) -> None:
    path = _write(tmp_path / "a.jsonl", {"text": "甲", "entities": []}, row)
    with pytest.raises(ModelError, match=r"a\.jsonl:2"):
        list(read(path))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"none\.jsonl"):
        list(read(tmp_path / "none.jsonl"))


def test_a_cut_archive_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.xz"
    path.write_bytes(lzma.compress(b"{}" * 999)[:-20])
    with pytest.raises(ModelError, match=r"a\.jsonl\.xz"):
        list(read(path))
