"""What the commands print: tables for people, JSON and CSV for programs, complaints on stderr."""

from __future__ import annotations

import csv
import datetime as dt
import enum
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from kg.errors import KgError

out = Console(soft_wrap=False, highlight=False)
err = Console(stderr=True, highlight=False)


class Format(enum.StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    csv = "csv"


def complain(error: KgError) -> None:
    """An error and its remedy, on stderr."""
    err.print("[bold red]error:[/]", end=" ")
    err.print(error.what, markup=False, soft_wrap=True)
    if error.remedy:
        err.print(error.remedy, markup=False, soft_wrap=True)


def plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(part) for part in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _cell(value: Any) -> str:
    value = plain(value)
    if value is None:
        return ""
    if isinstance(value, list):
        return "、".join(map(_cell, value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, float) and value.is_integer():
        return f"{value:,.0f}"
    return str(value)


def rows(
    columns: Sequence[str], found: Iterable[Sequence[Any]], form: Format = Format.table, *, title: str | None = None
) -> None:
    """Print rows under their columns, in the form asked for."""
    found = [list(row) for row in found]
    if form is Format.json:
        print(
            json.dumps(
                [dict(zip(columns, map(plain, row), strict=True)) for row in found], ensure_ascii=False, indent=1
            )
        )
    elif form is Format.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(value) for value in row] for row in found)
    else:
        table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", show_lines=False)
        for column in columns:
            table.add_column(column, overflow="fold")
        for row in found:
            table.add_row(*(_cell(value).replace("[", r"\[") for value in row))
        out.print(table)
        out.print(f"{len(found)} row{'' if len(found) == 1 else 's'}", style="dim")
