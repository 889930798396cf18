from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from kg.cli.app import app
from kg.ner.tagger import META, WEIGHTS, Tagger
from tests.ner.material import write


def test_a_tagger_is_trained_and_trained_again_like_it(tmp_path: Path) -> None:
    made = write(tmp_path / "made.jsonl")
    first, again = tmp_path / "first", tmp_path / "again"
    options = ["--to", str(first), "--name", "small", "--version", "2", "--least", "1", "--iterations", "3"]
    result = CliRunner().invoke(app, ["train", "ner", str(made), *options])
    assert result.exit_code == 0, result.output
    assert "small-2" in result.stderr
    assert Tagger.read(first).name == "small-2"
    result = CliRunner().invoke(app, ["train", "ner", str(made), "--like", str(first), "--to", str(again)])
    assert result.exit_code == 0, result.output
    for name in (WEIGHTS, META):
        assert (again / name).read_bytes() == (first / name).read_bytes()


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    made = write(tmp_path / "made.jsonl")
    result = CliRunner().invoke(app, ["train", "ner", str(made), "--to", str(made)])
    assert result.exit_code == 1
    assert "is a file" in str(result.exception)
