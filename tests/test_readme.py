"""The two READMEs: every label and relationship by both names, the same commands, pictures that are there, shards that are one graph."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from kg.cli.app import app
from kg.graph.schema import ADDED, LABELS, RELATIONSHIPS
from kg.lexicon import seeds_folder

from .conftest import ROOT

READMES = pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
_BLOCK = re.compile(r"```\w+\n(.*?)```", re.DOTALL)
_COMMAND = re.compile(r"^(?:\.venv/bin/)?kg ((?:[a-z]|--).*)", re.MULTILINE)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@READMES
def test_every_label_and_relationship_has_its_row(name: str) -> None:
    rows = set(re.findall(r"^\| `(\w+)` \| (\S+) \|", text(name), re.MULTILINE))
    assert rows == {(kind.name, kind.chinese) for kind in [*LABELS.values(), *RELATIONSHIPS.values()]}
    assert set(re.findall(r"`([A-Z]\w+)` (\w+)", text(name))) >= set(ADDED.items())


def test_both_have_the_same_blocks() -> None:
    assert _BLOCK.findall(text("README.md")) == _BLOCK.findall(text("README.zh.md"))


@READMES
def test_the_files_that_it_shows_and_links_are_there(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", text(name)):
        assert (ROOT / target).exists(), target


@READMES
def test_the_commands_are_commands(name: str) -> None:
    blocks = "\n".join(_BLOCK.findall(text(name))).replace("&& ", "\n")
    said = [*_COMMAND.findall(blocks), *re.findall(r"`kg ([a-z][^`]*)`", text(name))]
    assert len(said) > 12
    for line in said:
        command, words = get_command(app), shlex.split(line.replace("…", "x"), comments=True)
        while words and hasattr(command, "commands") and not words[0].startswith("-"):
            assert words[0] in command.commands, line
            command = command.commands[words.pop(0)]
        options = {opt for one in command.params for opt in [*one.opts, *one.secondary_opts]}
        asked = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        assert asked <= options | {"--help"}, line


def test_shards_make_one_graph(tmp_path: Path) -> None:
    documents = seeds_folder("documents")
    metadata = ["--metadata", str(documents / "metadata.csv")]
    files = sorted(str(path) for path in documents.iterdir() if path.suffix in (".txt", ".jsonl"))

    def kg(*words: object) -> str:
        result = CliRunner().invoke(app, [str(word) for word in words])
        assert result.exit_code == 0, result.output
        return result.stdout

    for shard, part in enumerate((files[1::2], files[::2])):
        kg("extract", *part, *metadata, "-o", tmp_path / f"records-{shard}.jsonl")
    both = "".join((tmp_path / f"records-{shard}.jsonl").read_text(encoding="utf-8") for shard in (0, 1))
    (tmp_path / "records.jsonl").write_text(both, encoding="utf-8")
    kg("load", tmp_path / "records.jsonl", "--dir", tmp_path / "shards")
    kg("build", documents, "--dir", tmp_path / "whole")
    assert kg("digest", tmp_path / "shards") == kg("digest", tmp_path / "whole")
