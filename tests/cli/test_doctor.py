"""`kg doctor`, on this installation and on damaged ones."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import kg
from kg.cli.app import app
from kg.cli.doctor import packages, pictures, store
from kg.cli.doctor.check import State
from kg.cli.doctor.command import examined
from kg.lexicon import seeds_folder

RUN = CliRunner()


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of whoever runs the tests."""
    from kg.cli.options import settings

    for name in ("KG_TO", "KG_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KG_NEO4J_HOME", str(tmp_path / "neo4j"))
    settings.cache_clear()


def doctor(*words: str) -> tuple[int, dict[str, Any]]:
    result = RUN.invoke(app, ["doctor", *words, "--json"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, json.loads(result.stdout)


def named(said: dict[str, Any], name: str) -> dict[str, Any]:
    [found] = [check for check in said["checks"] if check["name"] == name]
    return dict(found)


def test_this_installation_has_all_that_is_needed(tmp_path: Path) -> None:
    code, said = doctor("--dir", str(tmp_path / "out"))
    assert (code, said["ok"]) == (0, True), [check for check in said["checks"] if check["state"] == "broken"]
    for name in ("Python", "packages", "name tagger", "words", "pipeline", "lexicons", "gazetteer", "embedded"):
        assert named(said, name)["state"] == "ok"
    assert named(said, "server")["state"] == "missing"
    assert named(said, "server")["remedy"]
    assert not (tmp_path / "out").exists()
    assert {check["group"] for check in said["checks"]} >= {"Python", "Models", "Data", "Stores", "Neo4j", "Pictures"}


def test_whatever_is_missing_says_what_it_costs_and_how_to_get_it(tmp_path: Path) -> None:
    for check in examined(tmp_path, None):
        if check.state is not State.OK:
            assert check.costs
            assert check.remedy


def test_a_table_for_people() -> None:
    result = RUN.invoke(app, ["doctor"])
    assert result.exit_code == 0, result.output
    assert "All that is needed is there" in result.stdout


def test_a_broken_lexicon_is_named_and_the_rest_is_looked_at(tmp_path: Path) -> None:
    package = Path(kg.__file__).parent
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(package, tmp_path / "kg", ignore=ignored)
    seeds = seeds_folder("lexicons").parent
    shutil.copytree(seeds, tmp_path / "seeds", ignore=ignored, dirs_exist_ok=True)
    broken = tmp_path / "seeds/lexicons/surnames.yaml"
    if (inside := tmp_path / "kg/seeds/lexicons/surnames.yaml").exists():
        broken = inside
    broken.write_text("meaning: Names\nsource: none\nentries: [赵, 丁]\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kg", "doctor", "--json"],
        env={**os.environ, "PYTHONPATH": str(tmp_path), "KG_NEO4J_HOME": str(tmp_path / "neo4j")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    said = json.loads(done.stdout)
    assert "surnames.yaml" in named(said, "lexicons")["found"]
    assert named(said, "lexicons")["state"] == "broken"
    assert named(said, "pipeline")["state"] == "broken"
    assert named(said, "gazetteer")["state"] == "ok"
    assert named(said, "embedded")["state"] == "ok"


def test_without_a_chinese_font_pictures_alone_suffer(monkeypatch: pytest.MonkeyPatch) -> None:
    from matplotlib import font_manager

    from kg.export.pictures.fonts import chinese_font

    monkeypatch.setattr(
        font_manager.fontManager,
        "ttflist",
        [font for font in font_manager.fontManager.ttflist if "DejaVu" in font.name],
    )
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda *unused, **also_unused: [])
    chinese_font.cache_clear()
    try:
        [check] = pictures.fonts()
    finally:
        chinese_font.cache_clear()
    assert check.state is State.MISSING
    assert "boxes" in check.costs
    assert "fonts-noto-cjk" in check.remedy


def test_a_package_that_is_too_old_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        packages.importlib.metadata, "requires", lambda name: ["spacy>=99", "nowhere-to-be-found", "x; extra == 'dev'"]
    )
    _, spacy, absent = packages.python()
    assert (spacy.name, spacy.state) == ("spacy", State.BROKEN)
    assert (absent.name, absent.state, absent.found) == ("nowhere-to-be-found", State.BROKEN, "not installed, wanted ")


def test_a_folder_that_cannot_be_a_build_s_is_broken(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    checks = {check.name: check for check in store.machine(tmp_path / "file/out")}
    assert checks["folder"].state is State.BROKEN


def test_a_neo4j_that_is_named_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "not-the-one")
    code, said = doctor("--to", "neo4j://127.0.0.1:9")
    assert code == 1
    assert named(said, "server")["state"] == "broken"
    assert "127.0.0.1:9" in named(said, "server")["found"]


@pytest.mark.neo4j
def test_a_neo4j_that_answers(neo4j_address: str, tmp_path: Path) -> None:
    code, said = doctor("--to", neo4j_address)
    assert code == 0
    assert "ms a query" in named(said, "server")["found"]
    assert "empty" in named(said, "graph")["found"]
    article = tmp_path / "a.txt"
    article.write_text("3月5日，池州市市长王龙江主持召开市政府常务会议。", encoding="utf-8")
    built = RUN.invoke(app, ["build", str(article), "--dir", str(tmp_path / "out"), "--to", neo4j_address])
    assert built.exit_code == 0, built.output
    _, said = doctor("--to", neo4j_address)
    assert named(said, "graph")["found"] == "schema version 1"
    assert named(said, "constraints")["state"] == "ok"
