"""Tab, by the shells' own protocol in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.run.build import build
from kg.store.queries import saved_queries
from tests.cli.articles import write

KG = str(Path(sys.executable).parent / "kg")


def kg(shell: str, words: str, *, cwd: Path | None = None, **environment: str) -> list[str]:
    """What is offered at the end of the words."""
    asked = {
        "bash": {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": words},
        "fish": {"_TYPER_COMPLETE_ARGS": words, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    done = subprocess.run(
        [KG],
        env={**os.environ, **asked, **environment, "_KG_COMPLETE": f"complete_{shell}"},
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
    )
    assert not done.stderr
    return done.stdout.splitlines() or [""]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kg.read import documents

    home = tmp_path_factory.mktemp("names")
    build(documents([str(write(home / "articles", 9))]), home / "out")
    return home / "out"


def test_commands_and_views() -> None:
    assert {"build", "doctor", "show"} <= set(kg("bash", "kg "))
    assert {"chaired", "city", "official", "projects", "initiatives", "evidence"} <= set(kg("bash", "kg show "))


def test_saved_queries_and_their_parameters() -> None:
    assert kg("bash", "kg query ") == [query.name for query in saved_queries()]
    assert kg("bash", "kg query chaired_in_city -p ") == ["city=", "year="]
    assert "Who chaired what in a city" in " ".join(kg("zsh", "kg query chaired_in_c"))


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("kg query x --format ", ["table", "json", "csv"]),
        ("kg show chaired -f c", ["csv"]),
        ("kg export ", ["graphml", "gexf", "csv"]),
    ],
)
def test_values(words: str, offered: list[str]) -> None:
    assert set(offered) <= set(kg("bash", words))


def test_models_that_are_here(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/model.json").write_text("{}", encoding="utf-8")
    assert kg("bash", "kg extract --ner ", cwd=tmp_path)[:2] == ["default", "none"]
    assert kg("bash", "kg build --ner m", cwd=tmp_path) == ["mine"]


def test_names_of_the_graph(folder: Path) -> None:
    assert kg("bash", "kg show official 沈", KG_DIR=str(folder)) == ["沈安然", "沈知远"]
    assert kg("bash", f"kg show official --dir {folder} 陆") == ["陆知远"]
    assert kg("bash", "kg show chaired --city 池", KG_DIR=str(folder)) == ["池州市"]
    assert "陆知远" in " ".join(kg("fish", "kg show official 陆", KG_DIR=str(folder)))


def test_no_graph_no_names_and_no_complaint(tmp_path: Path) -> None:
    assert kg("bash", "kg show official 沈", cwd=tmp_path) == [""]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("shell", "says"), [("bash", "complete -o default -F"), ("zsh", "#compdef kg"), ("fish", "complete --command kg")]
)
def test_each_shell_has_its_script(shell: str, says: str) -> None:
    done = subprocess.run(
        [KG], env={**os.environ, "_KG_COMPLETE": f"source_{shell}"}, capture_output=True, text=True, check=False
    )
    assert says in done.stdout


@pytest.mark.skipif(shutil.which("bash") is None, reason="NOT RUN: needs bash")
def test_bash_itself_completes(folder: Path) -> None:
    script = f"""
    eval "$(_KG_COMPLETE=source_bash {KG})"
    complete -p kg
    COMP_WORDS=(kg show official 沈知); COMP_CWORD=3; _kg_completion {KG}; echo "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "-c", script],
        env={**os.environ, "KG_DIR": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "沈知远"
