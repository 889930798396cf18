"""The command: every examination in turn, a table, an exit status."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import typer
from rich.table import Table

from kg.cli.doctor.check import Check, Examination, State
from kg.cli.options import Dir, Json, To, folder, settings
from kg.cli.output import out

_MARKS = {State.OK: "[green]✓[/]", State.MISSING: "[yellow]–[/]", State.BROKEN: "[bold red]✗[/]"}


def doctor(directory: Dir = None, to: To = None, as_json: Json = False) -> None:
    """Look at the installation: what is there, what is missing, what that costs and how to get it.

    The exit status is 0 where all that is needed works, 1 where something needed is broken. A Neo4j is needed where
    --to, KG_TO or kg.toml names one.

    Examples:

        kg doctor

        kg doctor --to neo4j://localhost:7687

        kg doctor --json
    """
    found = list(examined(folder(directory), to or settings().to))
    broken = [check for check in found if check.state is State.BROKEN]
    if as_json:
        shown = {"version": version("zhengtu"), "ok": not broken, "checks": [asdict(check) for check in found]}
        print(json.dumps(shown, ensure_ascii=False, indent=1))
    else:
        _print(found, broken)
    if broken:
        raise typer.Exit(1)


def examined(directory: Path, address: str | None) -> Iterator[Check]:
    """All checks, group by group; one that cannot even be made is a broken thing itself."""
    from kg.cli.doctor import packages, pictures, reading, server, store

    examinations: dict[str, Examination] = {
        "Python": packages.python,
        "Models": reading.models,
        "Data": reading.knowledge,
        "Stores": store.embedded,
        "Machine": lambda: store.machine(directory),
        "Neo4j": server.tools,
        "Neo4j server": lambda: server.server(address),
        "Pictures": pictures.fonts,
        "Extras": packages.extras,
    }
    for group, examine in examinations.items():
        try:
            yield from examine()
        except Exception as error:  # a doctor does not die of what the patient has
            yield Check(group, "check", State.BROKEN, f"{type(error).__name__}: {error}", "", "Install zhengtu again.")


def _print(found: list[Check], broken: list[Check]) -> None:
    table = Table(header_style="bold", show_lines=False)
    for column in ("", "what", "found"):
        table.add_column(column, overflow="fold")
    group = ""
    for check in found:
        if check.group != group:
            group = check.group
            table.add_section()
            table.add_row("", f"[bold]{group}[/]", "")
        said = [check.found, check.costs, check.remedy]
        table.add_row(_MARKS[check.state], check.name, "\n".join(filter(None, said)).replace("[", r"\["))
    out.print(table)
    missing = sum(check.state is State.MISSING for check in found)
    if broken:
        out.print(f"{len(broken)} broken: {', '.join(check.name for check in broken)}", markup=False)
    else:
        out.print(f"All that is needed is there; {missing} optional thing{'' if missing == 1 else 's'} not.")
