"""How the command starts: under both its names, quickly, with help for everything."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
import typer.main

from kg.cli.app import app


def test_as_a_module_it_is_the_same_program() -> None:
    helped = subprocess.run([sys.executable, "-m", "kg", "--help"], capture_output=True, text=True, check=True)
    assert "python -m kg [OPTIONS] COMMAND" in " ".join(helped.stdout.split())
    of_build = subprocess.run([sys.executable, "-m", "kg", "build", "-h"], capture_output=True, text=True, check=True)
    assert "python -m kg build [OPTIONS]" in " ".join(of_build.stdout.split())
    version = subprocess.run([sys.executable, "-m", "kg", "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith("zhengtu ")


def test_help_and_completion_wait_for_nothing_heavy() -> None:
    script = (
        "import sys, kg, kg.cli, kg.cli.completion\n"
        "heavy = {'spacy', 'numpy', 'pandas', 'neo4j', 'kglite', 'matplotlib', 'networkx', 'jinja2', 'lxml'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def commands(group: click.Command, name: str = "kg") -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with its whole name."""
    below = getattr(group, "commands", None)
    if below is None:
        yield name, group
        return
    for word, command in below.items():
        yield from commands(command, f"{name} {word}")


@pytest.mark.parametrize(
    ("name", "command"), list(commands(typer.main.get_command(app))), ids=lambda one: str(one)[:40]
)
def test_every_command_has_a_line_of_help_and_an_example(name: str, command: click.Command) -> None:
    said = command.help or ""
    assert said.split("\n")[0].strip().endswith(".")
    assert f"        {name}" in said or f"    {name}" in said or f"\n{name}" in said
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{name} {parameter.name}"
