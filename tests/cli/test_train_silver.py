"""`kg train silver`: its file, its errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli.app import app
from kg.errors import KgError
from kg.ner.teachers import teachers

RUN = CliRunner()
ARTICLES = (
    "市长刘启明主持召开市政府常务会议，副市长何小云、高远参加会议。",
    "县委书记赵大勇到云溪乡调研，刘启明陪同。",
)


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    for number, text in enumerate(ARTICLES):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def _installed() -> bool:
    try:
        teachers()
    except KgError:
        return False
    return True


@pytest.mark.skipif(not _installed(), reason='NOT RUN: needs the teachers (pip install "zhengtu[silver]", lac)')
def test_articles_are_labelled_and_a_second_run_writes_the_same(press: Path, tmp_path: Path) -> None:
    out = tmp_path / "silver.jsonl"
    assert RUN.invoke(app, ["train", "silver", str(press), "--out", str(out)]).exit_code == 0
    first = out.read_bytes()
    lines = [json.loads(line) for line in first.decode().splitlines()]
    names = [[line["text"][a:b] for a, b, label in line["entities"] if label == "PER"] for line in lines]
    assert names == [["刘启明", "何小云", "高远"], ["赵大勇", "刘启明"]]
    assert RUN.invoke(app, ["train", "silver", str(press), "--out", str(out)]).exit_code == 0
    assert out.read_bytes() == first
    assert sorted(file.name for file in tmp_path.iterdir()) == ["press", "silver.jsonl"]


@pytest.mark.skipif(not _installed(), reason='NOT RUN: needs the teachers (pip install "zhengtu[silver]", lac)')
def test_nothing_to_label_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("no Chinese here", encoding="utf-8")
    result = RUN.invoke(app, ["train", "silver", str(tmp_path / "a.txt"), "--out", str(tmp_path / "s.jsonl")])
    assert isinstance(result.exception, KgError)
    assert not list(tmp_path.glob("s.jsonl*"))


@pytest.mark.skipif(_installed(), reason="the teachers are installed")
def test_missing_teachers_are_named_with_the_remedy(press: Path, tmp_path: Path) -> None:
    result = RUN.invoke(app, ["train", "silver", str(press), "--out", str(tmp_path / "s.jsonl")])
    assert isinstance(result.exception, KgError)
    assert "pip install" in str(result.exception)


def test_a_folder_that_is_not_there_is_named(press: Path, tmp_path: Path) -> None:
    result = RUN.invoke(app, ["train", "silver", str(press), "--out", str(tmp_path / "no" / "s.jsonl")])
    assert isinstance(result.exception, KgError)
    assert "mkdir -p" in str(result.exception)
