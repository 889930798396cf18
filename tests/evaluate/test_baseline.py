"""The baseline: what counts as a fall."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.evaluate import baseline
from kg.evaluate.baseline import as_json, falls, read, rises

BEFORE = {"dev": {"official": 0.98, "date": 0.97}}
TEXT = "3月5日，池州市市长王龙江主持召开市政府常务会议。\n"


def test_a_fall_within_the_limit_is_none() -> None:
    assert list(falls({"dev": {"official": 0.97, "date": 0.99}}, BEFORE)) == []


def test_a_fall_beyond_the_limit_is_told() -> None:
    assert list(falls({"dev": {"official": 0.9699, "date": 0.97}}, BEFORE)) == ["dev: official was 0.980 and is 0.970"]


def test_a_metric_no_longer_scored_has_fallen() -> None:
    assert list(falls({"dev": {"official": 0.98}}, BEFORE)) == ["dev: date was 0.970 and is not scored"]
    assert len(list(falls({}, BEFORE))) == 2


def test_a_new_metric_is_no_fall() -> None:
    assert list(falls({"dev": {**BEFORE["dev"], "visit": 0.5}, "seeds": {"date": 0.1}}, BEFORE)) == []


def test_what_has_risen_is_counted() -> None:
    assert rises({"dev": {"official": 0.995, "date": 0.975}}, BEFORE) == 1


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(as_json(BEFORE), encoding="utf-8")
    assert read(path) == BEFORE
    path.write_text("[1]", encoding="utf-8")
    with pytest.raises(KgError, match=r"baseline\.json.*--write"):
        read(path)


def test_the_command_writes_compares_and_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, file = tmp_path / "little", tmp_path / "baseline.json"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "metadata.csv").write_text("file,published_on\na.txt,2024-03-06\n", encoding="utf-8")
    article = {
        "officials": [{"name": "王龙江", "posts": [{"title": "市长", "of": "池州市"}]}],
        "dates": [{"text": "3月5日", "value": "2024-03-05"}],
    }
    (folder / "a.json").write_text(json.dumps({"id": "a", "source": "a.txt", "articles": [article]}), encoding="utf-8")

    def run(*options: str) -> None:
        monkeypatch.setattr("sys.argv", ["baseline", "--gold", str(folder), "--baseline", str(file), *options])
        baseline.main()

    run("--write")
    assert read(file)["little"]["official"] == 1.0
    run()
    assert "No metric is more than" in capsys.readouterr().out
    (folder / "a.txt").write_text("天气晴好。" * 5, encoding="utf-8")
    with pytest.raises(SystemExit):
        run()
    assert "little: official was 1.000 and is 0.000" in capsys.readouterr().out
