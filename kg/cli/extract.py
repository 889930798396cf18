"""`kg extract`: articles to records, without a graph."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Metadata, Ner, Paths, Workers, settings, there
from kg.cli.output import err
from kg.cli.progress import progress
from kg.model.document import Document
from kg.model.failure import Failure
from kg.model.skipped import Skipped


def extract(
    paths: Paths,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Where the records go, one a line; - is standard output.")
    ] = Path("-"),
    metadata: Metadata = None,
    workers: Workers = None,
    ner: Ner = None,
) -> None:
    """Read articles and write their records.

    Examples:

        kg extract articles/ -o records.jsonl --workers 2

        cat article.txt | kg extract - | jq .officials
    """
    from kg.read import documents, sources
    from kg.run.extract import extract as run

    there(paths)
    failures: list[Failure] = []
    count = passed_over = 0

    def read() -> Iterator[Document | Failure]:
        nonlocal passed_over
        for one in documents(paths, metadata=metadata, skipped=True):
            if isinstance(one, Skipped):
                passed_over += 1
            else:
                yield one

    target = sys.stdout if str(output) == "-" else output.open("w", encoding="utf-8", newline="\n")
    with progress() as bar:
        task = bar.add_task("Reading", total=len(sources(paths)) or None)
        for found in run(read(), workers=workers or settings().workers, ner=ner or settings().ner):
            bar.advance(task)
            if isinstance(found, Failure):
                failures.append(found)
                continue
            for record, _ in found.records:
                target.write(record.dump() + "\n")
                count += 1
    if target is not sys.stdout:
        target.close()
    for failure in failures:
        err.print(f"not read: {failure}", markup=False)
    err.print(
        f"{count} article{'' if count == 1 else 's'}, {len(failures)} source{'' if len(failures) == 1 else 's'} not read"
        + (f", {passed_over} file{'' if passed_over == 1 else 's'} passed over" if passed_over else "")
    )
    if failures:
        raise typer.Exit(3)
