"""`kg extract`, `kg eval`, `kg explain`: what they print, and what they say of bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli.app import app
from kg.errors import KgError
from kg.lexicon import seeds_folder

RUN = CliRunner()
SENTENCE = "3月5日，市长王龙江主持召开市政府常务会议。副市长李海参加会议。"


def test_records_go_to_a_file(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["extract", str(seeds_folder("documents")), "-o", str(tmp_path / "r.jsonl")])
    assert result.exit_code == 0, result.output
    lines = (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) >= 14
    assert all(json.loads(line)["id"] for line in lines)


def test_standard_input_is_read() -> None:
    result = RUN.invoke(app, ["extract", "-"], input=SENTENCE)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["officials"][0]["name"] == "王龙江"


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.jsonl").write_text(
        json.dumps({"text": SENTENCE}, ensure_ascii=False) + "\n{broken\n", encoding="utf-8"
    )
    result = RUN.invoke(app, ["extract", str(tmp_path)])
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 2
    assert "b.txt" in result.stderr
    assert "c.jsonl:2" in result.stderr


def test_explain_names_the_rules() -> None:
    result = RUN.invoke(app, ["explain", SENTENCE, "--published", "2024-03-06", "--json"])
    assert result.exit_code == 0
    [entries] = json.loads(result.stdout)
    assert {"dates", "people", "meetings"} <= {entry["kind"] for entry in entries}
    assert all(entry["rule"] for entry in entries)
    assert SENTENCE[entries[0]["start"] : entries[0]["end"]] == entries[0]["text"]


def test_explain_gives_values_and_takes_any_sentence() -> None:
    result = RUN.invoke(app, ["explain", "副省长程知远出席。", "--json"])
    assert result.exit_code == 0, result.output
    entries = json.loads(result.stdout)[0]
    given = {entry["text"]: entry["value"] for entry in entries}
    assert given["程知远"] == "name=程知远 posts=副省长"
    assert "built-in" not in result.stdout


def test_explain_says_that_there_is_nothing() -> None:
    result = RUN.invoke(app, ["explain", " "])
    assert result.exit_code == 1
    assert "nothing to explain" in str(result.exception)


def test_explain_shows_the_text() -> None:
    result = RUN.invoke(app, ["explain", SENTENCE])
    assert "王龙江" in result.stdout


@pytest.mark.shared
def test_eval_prints_the_judges_table(shared: Path) -> None:
    result = RUN.invoke(app, ["eval", str(shared / "gold/seeds"), "--texts", str(shared / "seeds"), "--json"])
    assert result.exit_code == 0, result.output
    table = json.loads(result.stdout)
    assert table["article"]["f"] == 1.0
    assert table["chaired"]["f"] == 1.0


def test_eval_says_what_is_missing(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["eval", str(tmp_path)])
    assert isinstance(result.exception, KgError)
    assert "no gold answers" in str(result.exception)


@pytest.mark.parametrize(
    "command",
    ["build", "extract", "load", "query", "explain", "eval", "export", "remove", "forget", "digest", "schema", "demo"],
)
def test_help_shows_an_example(command: str) -> None:
    result = RUN.invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"kg {command}" in result.stdout
