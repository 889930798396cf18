"""`kg build`, `kg load`: articles, or records, into a graph."""

from __future__ import annotations

import datetime as dt
import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.interrupt import Interrupt, interruptible
from kg.cli.options import Dir, Json, Metadata, Ner, Paths, To, Workers, folder, settings, target, there
from kg.cli.output import err
from kg.cli.progress import progress
from kg.errors import KgError

NoEvidence = Annotated[
    bool, typer.Option("--no-evidence", help="Leave the articles' sentences out of the graph; the ledger keeps them.")
]
Private = Annotated[bool, typer.Option("--private-people", help="Keep people without a public role in the graph.")]


def build(
    paths: Paths,
    directory: Dir = None,
    to: To = None,
    metadata: Metadata = None,
    workers: Workers = None,
    ner: Ner = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what is new, changed, unchanged or gone; write nothing.")
    ] = False,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Read the first so many new or changed documents.", show_default=False)
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD",
            help="Read only documents with an article published on this day or later. Undated ones are left out and named; "
            "what was read before stays.",
            show_default=False,
        ),
    ] = None,
    no_evidence: NoEvidence = False,
    private_people: Private = False,
    as_json: Json = False,
) -> None:
    """Read articles and keep a graph of what they say. Run again, it reads what is new or changed.

    Ctrl-C keeps what was read; the same command goes on from there. The folder's report.html says what was read, what
    was not and why. The exit status is 3 where a source could not be read, 130 after Ctrl-C.

    Examples:

        kg build articles/ --dir out

        kg build articles/ more.jsonl --metadata list.csv --workers 2 --to neo4j://localhost:7687

        kg build articles/ --dry-run --since 2024-01-01

        kg build articles/ --limit 100
    """
    from kg.cli.build_summary import print_plan, report
    from kg.cli.meter import Meter
    from kg.read import documents
    from kg.run.bring_up import Options
    from kg.run.build import build as run
    from kg.run.selection import Wanted

    there(paths)
    wanted = Wanted(limit, _day(since))
    with_ner = ner or settings().ner
    if dry_run:
        from kg.run.plan import plan

        found = documents(paths, metadata=metadata, skipped=True)
        print_plan(plan(found, folder(directory), paths=paths, ner=with_ner, wanted=wanted), as_json=as_json)
        return
    address = target(directory, to)
    page = folder(directory) / "report.html"
    with interruptible() as interrupt:
        try:
            with Meter(paths) as meter:

                def stage(name: str) -> None:
                    interrupt.at_once()
                    meter.stage(name)

                summary = run(
                    documents(paths, metadata=metadata, skipped=True),
                    folder(directory),
                    to=address if isinstance(address, str) else None,
                    workers=workers or settings().workers,
                    ner=with_ner,
                    options=Options(evidence=not no_evidence, private_people=private_people),
                    wanted=wanted,
                    watch=meter.watch,
                    stage=stage,
                    stop=interrupt,
                )
        except KeyboardInterrupt:
            _stopped(interrupt)
        report(summary, address, as_json=as_json, page=page)
        if summary.stopped:
            _stopped(interrupt)


def _stopped(interrupt: Interrupt) -> None:
    command = shlex.join(["kg", *sys.argv[1:]])
    err.print(f"Stopped. What was read is kept; go on with: {command}", markup=False, soft_wrap=True)
    raise typer.Exit(interrupt.exit_code)


def _day(given: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(given) if given else None
    except ValueError:
        raise KgError(f"--since {given}: is no day.", "Write it as 2024-01-31.") from None


def load(
    records: Annotated[Path, typer.Argument(help="Records, as kg extract writes them.", show_default=False)],
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
    from kg.cli.build_summary import report
    from kg.run.bring_up import Options
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
    report(summary, address, as_json=as_json, page=folder(directory) / "report.html")
