"""`report.html`: what the last build did, what it could not read and why, and what the graph holds. One file, no network."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import quote

from kg.errors import KgError, LedgerError
from kg.graph.schema import LABELS, RELATIONSHIPS
from kg.model.failure import Failure
from kg.run.folder import Folder
from kg.run.paths import file_of
from kg.run.summary import Summary
from kg.run.taste import Table, taste
from kg.store import Store

MOST = 200
"""Failures and warnings listed of a kind; the rest stand in failures.jsonl and records.jsonl."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of a label or a relationship type there are."""

    name: str
    chinese: str
    meaning: str
    number: int


def write_report(summary: Summary, folder: Folder, store: Store) -> None:
    """Replace the report.

    Raises:
        LedgerError: It cannot be written.
    """
    beside = folder.report.with_suffix(".html.new")
    try:
        beside.write_text(page(summary, folder, store), encoding="utf-8", newline="\n")
        beside.replace(folder.report)
    except OSError as error:
        raise LedgerError(
            f"{folder.report}: cannot be written ({error.strerror}).", "See to the folder's rights and space."
        ) from None


def page(summary: Summary, folder: Folder, store: Store) -> str:
    """The report as HTML."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("kg.run"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["link"] = lambda path: link(str(path), folder.path)
    environment.filters["n"] = lambda number: f"{number:,}"
    environment.filters["took"] = took
    return environment.get_template("report.html").render(
        s=summary,
        most=MOST,
        folder=folder.path.resolve().name,
        graph=store.address if "://" in store.address else link(store.address, folder.path),
        when=dt.datetime.now().astimezone(),
        version=_version(),
        facts=[_counted(name, number) for name, number in summary.facts.items()],
        nodes=[_counted(name, number) for name, number in summary.nodes.items()],
        reasons=list(summary.by_reason().items()),
        remedy=_remedy,
        tables=_taste(store) if summary.done else [],
    )


def link(path: str, folder: Path) -> str | None:
    """The way from the folder to the file of a document, as an address; None for standard input and other drives.

    >>> link("articles/坏.jsonl#3", Path("out"))
    '../articles/%E5%9D%8F.jsonl'
    """
    file = path if Path(path).exists() else file_of(path)
    if file == "-":
        return None
    try:
        return quote(Path(os.path.relpath(file, folder)).as_posix())
    except ValueError:
        return None


def took(seconds: float) -> str:
    """How long something took, as one says it."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s"


def _version() -> str:
    try:
        return version("zhengtu")
    except PackageNotFoundError:  # a checkout that is not installed builds as well
        return ""


def _remedy(failures: list[Failure]) -> str:
    """The remedy that all share, if they do."""
    remedies = {failure.remedy for failure in failures}
    return remedies.pop() if len(remedies) == 1 else ""


def _counted(name: str, number: int) -> Counted:
    of = LABELS.get(name) or RELATIONSHIPS[name]
    return Counted(name, of.chinese, of.meaning, number)


def _taste(store: Store) -> list[Table]:
    try:
        return taste(store)
    except KgError:  # the report is no reason to fail a build that is done
        return []
