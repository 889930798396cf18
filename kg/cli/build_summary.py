"""What `kg build` prints when it is done, stopped, or only planned."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer
from rich.table import Table

from kg.cli.output import err, out
from kg.graph.schema import LABELS, RELATIONSHIPS
from kg.run.plan import Plan
from kg.run.report import took
from kg.run.selection import State
from kg.run.summary import Summary

LARGE = 50_000
"""Articles beyond which the embedded store's memory is better spent on Neo4j."""
_SHOWN = 20


def report(summary: Summary, where: str | Path, *, as_json: bool, page: Path | None = None) -> None:
    """Say what was done; leave with status 3 where a source could not be read."""
    if as_json:
        shown = {**summary.plain(), "graph": str(where), "report": str(page) if page else None}
        print(json.dumps(shown, ensure_ascii=False))
    else:
        _print(summary, where, page)
    if summary.failures and summary.done:
        raise typer.Exit(3)


def _print(summary: Summary, where: str | Path, page: Path | None) -> None:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, line in _lines(summary, page):
        grid.add_row(name, line.replace("[", r"\["))
    out.print(grid)
    if summary.done and not (summary.read or summary.unchanged or summary.failures):
        err.print("There was nothing to read.")
    for failure in summary.failures[:_SHOWN]:
        err.print(f"not read: {failure}", markup=False, soft_wrap=True)
    if len(summary.failures) > _SHOWN:
        err.print(f"and {len(summary.failures) - _SHOWN} more: see failures.jsonl")
    if summary.articles > LARGE and not str(where).startswith(("neo4j", "bolt")):
        err.print(
            f"{summary.articles} articles: the embedded store holds them in memory; Neo4j (--to) will serve better."
        )


def _lines(summary: Summary, page: Path | None) -> Iterable[tuple[str, str]]:
    counts = [f"{summary.new:,} new", f"{summary.again:,} changed", f"{summary.unchanged:,} unchanged"]
    counts += [f"{number:,} {what}" for number, what in (
        (summary.withdrawn, "taken out before"),
        (summary.before, "published before"),
        (len(summary.undated), "without a date"),
    ) if number]  # fmt: skip
    speed = f", {summary.rate:.1f} a second" if summary.read else ""
    yield "Documents", f"{', '.join(counts)}, {len(summary.failures):,} not read; {took(summary.seconds)}{speed}"
    for reason, found in list(summary.by_reason().items())[:_SHOWN]:
        yield "Not read", f"{len(found):,} {reason}"
    if summary.undated:
        more = f" and {len(summary.undated) - 5:,} more" if len(summary.undated) > 5 else ""
        yield "Undated", ", ".join(summary.undated[:5]) + more
    if summary.passed_over:
        yield (
            "Passed over",
            ", ".join(f"{n:,} {suffix or 'without suffix'}" for suffix, n in summary.passed_over.items()),
        )
    for kind, paths in list(summary.warnings.items())[:_SHOWN]:
        yield "Uncertain", f"{len(paths):,} {kind}"
    if summary.done:
        facts = sum(summary.facts.values())
        holds = f"{_of(summary.articles, 'article')}, {_of(facts, 'fact')}"
        judge = f"{_of(summary.candidates, 'pair')} of officials to judge"
        yield "Graph", f"{holds}, {judge}; {_of(summary.changed, 'row')} changed"
        if summary.facts:
            yield "Facts", ", ".join(f"{n:,} {RELATIONSHIPS[kind].chinese} {kind}" for kind, n in summary.facts.items())
            yield "Nodes", ", ".join(f"{n:,} {LABELS[kind].chinese} {kind}" for kind, n in summary.nodes.items())
    if page is not None:
        yield "Report", str(page)


def _of(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def print_plan(plan: Plan, *, as_json: bool) -> None:
    """Say what a build would do; leave with status 3 where a source could not be read."""
    if as_json:
        print(json.dumps(plan.plain(), ensure_ascii=False))
    else:
        _print_plan(plan)
    if plan.failures:
        raise typer.Exit(3)


def _print_plan(plan: Plan) -> None:
    states = [state for state in (*State, "failed") if any(str(state) in n for n in plan.by_format.values())]
    table = Table(header_style="bold")
    for column in ("format", *map(str, states)):
        table.add_column(column, justify="left" if column == "format" else "right")
    for name, counts in plan.by_format.items():
        table.add_row(name, *(str(counts.get(str(state), "")) for state in states))
    if plan.by_format:
        out.print(table)
    for title, paths in (
        ("new, to be read", plan.new),
        ("changed, to be read again", plan.changed),
        ("without a date, left out", plan.undated),
        ("taken out by hand, stay away", plan.withdrawn),
        ("no longer there; what they stated stays until: kg remove PATH", plan.gone),
    ):
        _print_paths(title, paths)
    if plan.passed_over:
        passed = ", ".join(f"{n:,} {suffix or 'without suffix'}" for suffix, n in plan.passed_over.items())
        out.print(f"passed over: {passed}", markup=False)
    _print_paths("cannot be read", [str(failure) for failure in plan.failures])
    out.print(
        f"{_of(len(plan.new) + len(plan.changed), 'document')} would be read, {len(plan.unchanged):,} are unchanged. "
        "Nothing was written."
    )


def _print_paths(title: str, paths: Sequence[str]) -> None:
    if not paths:
        return
    out.print(f"[bold]{len(paths):,} {title}[/]")
    for path in paths[:_SHOWN]:
        out.print(f"  {path}", markup=False, soft_wrap=True)
    if len(paths) > _SHOWN:
        out.print(f"  and {len(paths) - _SHOWN:,} more: --json lists all", markup=False)
