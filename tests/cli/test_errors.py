"""What commands say of wrong paths, folders that cannot be written and stores that are locked: one line and a remedy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from kg.cli.app import main
from kg.cli.options import settings
from kg.run.build import build
from kg.store import connect
from tests.cli.articles import text, write


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


class Kg(Protocol):
    def __call__(self, *words: object, cwd: Path, **environment: str) -> Done: ...


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Kg]:
    """The command in this process, with no settings but those given."""

    def run(*words: object, cwd: Path, **environment: str) -> Done:
        for name in [name for name in os.environ if name.startswith("KG_")]:
            monkeypatch.delenv(name)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, words)])
        settings.cache_clear()
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        code = ended.value.code
        return Done(code if isinstance(code, int) else 0, said.out, said.err)

    yield run
    settings.cache_clear()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kg.read import documents

    home = tmp_path_factory.mktemp("errors")
    build(documents([str(write(home / "articles", 2))]), home / "out")
    (home / "empty").mkdir()
    (home / "file").write_text("x\n", encoding="utf-8")
    (home / "labelled.jsonl").write_text("{}\n", encoding="utf-8")
    return home


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("build nowhere", "nowhere is not there"),
        ("build articles --dir file", "file: cannot be made a build's folder"),
        ("build articles --dir file --dry-run", "file: is no folder"),
        ("build articles --to http://example.org", "http://example.org is no address"),
        ("build articles --to neo4j://127.0.0.1:9", "127.0.0.1:9"),
        ("build articles --metadata nowhere.csv", "nowhere.csv"),
        ("build articles --ner nowhere", "--ner nowhere"),
        ("build articles --since soon", "--since soon"),
        ("extract nowhere", "nowhere is not there"),
        ("extract articles -o nowhere/records.jsonl", "nowhere/records.jsonl"),
        ("extract articles -o empty", "empty"),
        ("load nowhere.jsonl", "nowhere.jsonl"),
        ("load file", "file:1"),
        ("query nowhere", "There is no saved query nowhere"),
        ("query career", "needs name"),
        ("query RETURN --dir nowhere", "nowhere/graph.kgl"),
        ("export csv -o file", "file"),
        ("export gexf -o nowhere/x.gexf", "nowhere/x.gexf"),
        ("export gexf --dir empty", "empty/graph.kgl"),
        ("show chaired --dir nowhere", "nowhere/graph.kgl"),
        ("show official 无此人", "无此人"),
        ("show city 无此地", "无此地"),
        ("show evidence nowhere", "nowhere"),
        ("remove x --dir nowhere", "nowhere: there is no build"),
        ("remove x", "x"),
        ("forget x --yes --dir nowhere", "nowhere: there is no build"),
        ("digest nowhere", "nowhere/graph.kgl"),
        ("digest neo4j://user:secret@localhost", "holds user or password"),
        ("explain nowhere/article.txt", "nowhere/article.txt"),
        ("explain empty", "empty"),
        ("eval nowhere", "nowhere"),
        ("schema file", "file"),
        ("demo --dir file", "file"),
        ("train ner nowhere --to model", "nowhere"),
        ("train words nowhere", "nowhere"),
    ],
)
def test_one_line_names_the_thing_and_another_the_remedy(kg: Kg, place: Path, words: str, names: str) -> None:
    done = kg(*words.split(), cwd=place, KG_NEO4J_PASSWORD="not-the-one")
    assert done.returncode == 1, done.stderr
    said = done.stderr.splitlines()
    assert said[0].startswith("error: ")
    assert names in said[0]
    assert len(said) == 2, done.stderr
    assert "secret" not in done.stderr
    assert not (place / "nowhere").exists()


def test_a_folder_without_articles_is_no_error_and_says_so(kg: Kg, place: Path, tmp_path: Path) -> None:
    done = kg("build", place / "empty", "--dir", tmp_path / "out", cwd=place)
    assert done.returncode == 0
    assert "There was nothing to read." in done.stderr


def test_a_path_among_others_that_is_not_there_is_named_and_the_rest_is_read(
    kg: Kg, place: Path, tmp_path: Path
) -> None:
    done = kg("build", place / "articles", "nowhere", "--dir", tmp_path / "out", "--json", cwd=place)
    assert done.returncode == 3
    assert json.loads(done.stdout)["read"] == 2


def test_a_store_that_another_process_writes_is_named(kg: Kg, place: Path) -> None:
    (place / "articles/002.txt").write_text(text(2), encoding="utf-8")
    with connect(place / "out", writing=True):
        done = kg("build", "articles", cwd=place)
    assert done.returncode == 1
    assert "out/graph.kgl is being written by" in done.stderr.splitlines()[0]
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="NOT RUN: the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(kg: Kg, place: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o555)
    done = kg("build", place / "articles", "--dir", tmp_path / "out", cwd=place)
    assert done.returncode == 1
    assert str(tmp_path / "out") in done.stderr.splitlines()[0]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="NOT RUN: needs /dev/full")
def test_a_full_disk_is_named(place: Path) -> None:
    words = [sys.executable, "-m", "kg", "extract", "articles", "-o", "/dev/full"]
    done = subprocess.run(words, cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "No space left on device" in done.stderr.splitlines()[-2]


def test_a_reader_that_goes_away_costs_no_traceback(place: Path) -> None:
    done = subprocess.run(
        f"'{sys.executable}' -m kg extract articles | head -c 10",
        shell=True,
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("environment", "file", "names"),
    [
        ({"KG_WORKERS": "many"}, None, "workers"),
        ({}, "dir = [", "kg.toml"),
        ({}, "workers = 0", "workers"),
    ],
)
def test_settings_that_are_none(
    kg: Kg, place: Path, tmp_path: Path, environment: dict[str, str], file: str | None, names: str
) -> None:
    if file is not None:
        (tmp_path / "kg.toml").write_text(file, encoding="utf-8")
    done = kg("build", place / "articles", cwd=tmp_path, **environment)
    assert done.returncode == 1
    assert names in done.stderr.splitlines()[0]


@pytest.mark.parametrize("words", ["build", "build x --workers 0", "build x --limit 0", "nowhere", "export nowhere"])
def test_wrong_usage_is_shown_with_help(kg: Kg, tmp_path: Path, words: str) -> None:
    done = kg(*words.split(), cwd=tmp_path)
    assert done.returncode == 2
    assert "Usage:" in done.stderr
