"""`kg eval` with a page of errors and with the calibration."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli.app import app
from kg.errors import KgError

RUN = CliRunner()


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "little"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "3月5日，池州市市长王龙江主持召开市政府常务会议。副市长李海参加会议。\n", encoding="utf-8"
    )
    (folder / "metadata.csv").write_text("file,published_on\na.txt,2024-03-06\n", encoding="utf-8")
    article = {
        "officials": [{"name": "王龙江", "posts": [{"title": "市长", "of": "池州市"}]}, {"name": "沈知远"}],
        "dates": [{"text": "3月5日", "value": "2024-03-05"}],
    }
    (folder / "a.json").write_text(json.dumps({"id": "a", "source": "a.txt", "articles": [article]}), encoding="utf-8")
    return folder


def test_a_page_of_errors_is_written_beside_the_figures(gold: Path, tmp_path: Path) -> None:
    result = RUN.invoke(app, ["eval", str(gold), "--errors", str(tmp_path / "errors.html"), "--only", "official"])
    assert result.exit_code == 0, result.output
    assert "official" in result.stdout
    html = (tmp_path / "errors.html").read_text(encoding="utf-8")
    assert "沈知远" in html
    assert str(tmp_path) not in html


def test_figures_as_json_stay_json_beside_a_page(gold: Path, tmp_path: Path) -> None:
    result = RUN.invoke(app, ["eval", str(gold), "--errors", str(tmp_path / "errors.html"), "--json"])
    assert json.loads(result.stdout)["date"]["f"] == 1.0


def test_the_calibration_is_printed_and_drawn(gold: Path, tmp_path: Path) -> None:
    options = ["eval", str(gold), "--calibration", "--plot", str(tmp_path / "plot.png"), "--json"]
    result = RUN.invoke(app, options)
    assert result.exit_code == 0, result.output
    errors = json.loads(result.stdout)
    assert set(errors["official"]) == {"n", "before", "cross-validated", "shipped"}
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("option", [["--errors", "x.html"], ["--calibration"]])
def test_records_alone_are_not_enough(gold: Path, tmp_path: Path, option: list[str]) -> None:
    (tmp_path / "records.jsonl").write_text("", encoding="utf-8")
    result = RUN.invoke(app, ["eval", str(gold), "--records", str(tmp_path / "records.jsonl"), *option])
    assert isinstance(result.exception, KgError)
    assert "--records" in str(result.exception)


def test_a_text_that_is_not_there_is_named(gold: Path) -> None:
    (gold / "a.txt").unlink()
    result = RUN.invoke(app, ["eval", str(gold)])
    assert isinstance(result.exception, KgError)
    assert "a.txt" in str(result.exception)
