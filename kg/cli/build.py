"""`kg build`, `kg load`: articles, or records, into a graph."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Dir, Json, Metadata, Ner, Paths, To, Workers, folder, settings, target
from kg.cli.output import err, out
from kg.cli.progress import progress
from kg.run.build import Options, Summary

NoEvidence = Annotated[
    bool, typer.Option("--no-evidence", help="Leave the articles' sentences out of the graph; the ledger keeps them.")
]
Private = Annotated[bool, typer.Option("--private-people", help="Keep people without a public role in the graph.")]

LARGE = 50_000
"""Articles beyond which the embedded store's memory is better spent on Neo4j."""


def report(summary: Summary, where: str | Path, *, as_json: bool) -> None:
    """Say what was done; leave with status 3 where a source could not be read."""
    if as_json:
        print(json.dumps({**asdict(summary), "graph": str(where)}, ensure_ascii=False))
    else:
        out.print(
            f"{summary.read} documents read, {summary.unchanged} unchanged, {len(summary.failures)} not read; "
            f"{summary.articles} articles, {summary.changed} rows of the graph changed."
        )
        for failure in summary.failures[:20]:
            err.print(f"not read: {failure}", markup=False)
        if len(summary.failures) > 20:
            err.print(f"and {len(summary.failures) - 20} more: see failures.jsonl")
        if summary.articles > LARGE and not str(where).startswith(("neo4j", "bolt")):
            err.print(
                f"{summary.articles} articles: the embedded store holds them in memory; Neo4j (--to) will serve better."
            )
    if summary.failures:
        raise typer.Exit(3)


def build(
    paths: Paths,
    directory: Dir = None,
    to: To = None,
    metadata: Metadata = None,
    workers: Workers = None,
    ner: Ner = None,
    no_evidence: NoEvidence = False,
    private_people: Private = False,
    as_json: Json = False,
) -> None:
    """Read articles and keep a graph of what they say. Run again, it reads what is new or changed.

    Examples:

        kg build articles/ --dir out

        kg build articles/ more.jsonl --metadata list.csv --workers 2 --to neo4j://localhost:7687
    """
    from kg.read import documents, sources
    from kg.run.build import build as run

    address = target(directory, to)
    with progress() as bar:
        task = bar.add_task("Reading", total=len(sources(paths)) or None)
        summary = run(
            documents(paths, metadata=metadata),
            folder(directory),
            to=address if isinstance(address, str) else None,
            workers=workers or settings().workers,
            ner=ner or settings().ner,
            options=Options(evidence=not no_evidence, private_people=private_people),
            watch=lambda _: bar.advance(task),
        )
    report(summary, address, as_json=as_json)


def load(
    records: Annotated[Path, typer.Argument(help="Records, as kg extract writes them.")],
    directory: Dir = None,
    to: To = None,
    no_evidence: NoEvidence = False,
    private_people: Private = False,
    as_json: Json = False,
) -> None:
    """Put records made elsewhere into the graph.

    Examples:

        kg load records.jsonl --dir out
    """
    from kg.run.build import load as run
    from kg.run.records import read_records

    address = target(directory, to)
    with progress() as bar:
        found = bar.track(read_records(records), description="Loading")
        summary = run(
            found,
            folder(directory),
            to=address if isinstance(address, str) else None,
            options=Options(evidence=not no_evidence, private_people=private_people),
        )
    report(summary, address, as_json=as_json)
