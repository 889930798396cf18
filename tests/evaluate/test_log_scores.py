"""The log of scores: a row a run, and nothing of what the articles say."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.evaluate import log_scores
from kg.evaluate.log_scores import HEAD, append, row
from kg.evaluate.metrics import METRICS


def test_a_row_has_a_figure_a_metric() -> None:
    cells = [cell.strip() for cell in row(dt.date(2024, 3, 5), "abc", "check", {"official": 0.98765}).split("|")]
    assert cells[1:4] == ["2024-03-05", "abc", "check"]
    assert cells[4 + METRICS.index("official")] == "0.988"
    assert cells[4 + METRICS.index("visit")] == "–"
    assert len(cells) == len(METRICS) + 5


def test_rows_are_added_under_one_head(tmp_path: Path) -> None:
    log = tmp_path / "log.md"
    for day in (5, 6):
        append(log, row(dt.date(2024, 3, day), "abc", "check", {}))
    text = log.read_text(encoding="utf-8")
    assert text.startswith(HEAD)
    assert text.count("| date | commit |") == 1
    assert [line[2:12] for line in text.removeprefix(HEAD).splitlines()] == ["2024-03-05", "2024-03-06"]


def test_another_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "log.md").write_text("# Notes\n", encoding="utf-8")
    with pytest.raises(KgError, match=r"log\.md"):
        append(tmp_path / "log.md", "row\n")
    assert (tmp_path / "log.md").read_text(encoding="utf-8") == "# Notes\n"


def test_the_command_names_no_fact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("3月5日，池州市市长王龙江主持召开市政府常务会议。\n", encoding="utf-8")
    article = {"officials": [{"name": "李海"}], "title": "密"}
    (tmp_path / "a.json").write_text(
        json.dumps({"id": "a", "source": "a.txt", "articles": [article]}), encoding="utf-8"
    )
    log = tmp_path / "log.md"
    monkeypatch.setattr("sys.argv", ["log_scores", str(tmp_path), "--log", str(log)])
    log_scores.main()
    shown = capsys.readouterr().out + log.read_text(encoding="utf-8")
    assert "official" in shown
    assert not {"李", "王", "密"} & set(shown)
