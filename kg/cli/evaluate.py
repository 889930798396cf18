"""`kg eval`: how right the records are, against annotated articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Json, Ner, settings
from kg.cli.output import out
from kg.cli.progress import progress
from kg.errors import KgError
from kg.model.failure import Failure

if TYPE_CHECKING:
    from kg.evaluate.gold import GoldDocument
    from kg.model.record import ArticleRecord


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold answers, the texts beside them.")],
    texts: Annotated[
        Path | None, typer.Option(help="Folder of the texts, where they lie elsewhere.", show_default=False)
    ] = None,
    metadata: Annotated[
        Path | None,
        typer.Option(help="CSV of metadata; metadata.csv beside the gold answers by default.", show_default=False),
    ] = None,
    records: Annotated[
        Path | None, typer.Option(help="Score these records instead of reading the texts.", show_default=False)
    ] = None,
    detail: Annotated[bool, typer.Option("--detail", help="List what was missed and what was wrong.")] = False,
    errors: Annotated[
        Path | None,
        typer.Option(metavar="PAGE.html", help="Write a page that shows every error in its text.", show_default=False),
    ] = None,
    linked: Annotated[
        bool, typer.Option("--links", help="How many places are linked to the right division, instead.")
    ] = False,
    calibration: Annotated[
        bool, typer.Option("--calibration", help="How far confidence is from the share that is right, instead.")
    ] = False,
    plot: Annotated[
        Path, typer.Option(metavar="PLOT.png", help="Where --calibration draws confidence against share.")
    ] = Path("calibration.png"),
    only: Annotated[str | None, typer.Option(help="Metrics to show, joined by commas.", show_default=False)] = None,
    ner: Ner = None,
    as_json: Json = False,
) -> None:
    """Score the records of annotated articles, metric by metric.

    Examples:

        kg eval gold/dev

        kg eval gold/seeds --texts articles/ --detail --only official,post

        kg eval gold/dev --errors errors.html

        kg eval gold/dev --calibration --plot calibration.png

        kg eval gold/dev --links
    """
    from kg.cli.evaluate_tables import print_links, print_scores
    from kg.evaluate import gold as read_gold
    from kg.evaluate import score
    from kg.evaluate.links import links
    from kg.evaluate.readings import metadata_of, texts_of
    from kg.run.records import read_records

    answers = read_gold(gold)
    with_ner = ner or settings().ner
    if records and (errors or calibration):
        raise KgError("--records: has neither the texts nor the rules' priors.", "Leave it out, and give the texts.")
    paths = [] if records else texts_of(gold, texts, answers)
    beside = metadata or metadata_of(gold)
    if calibration:
        _calibration(answers, paths, metadata=beside, ner=with_ner, plot=plot, as_json=as_json)
        return
    read = [] if records else _read(paths, metadata=beside, ner=with_ner)
    found = list(read_records(records)) if records else [record for record, _ in read]
    if errors:
        from kg.evaluate.errors_page import page

        errors.write_text(page(answers, read, title=gold.resolve().name), encoding="utf-8")
    if linked:
        print_links(links(answers, found), detail=detail, as_json=as_json)
        return
    print_scores(answers_count=len(answers), tallies=score(answers, found), only=only, detail=detail, as_json=as_json)
    if errors and not as_json:
        out.print(f"Errors: {errors}", markup=False)


def _read(paths: Sequence[Path], *, metadata: Path | None, ner: str) -> list[tuple[ArticleRecord, str]]:
    """Records with their texts; documents that cannot be read count as missed."""
    from kg.read import documents
    from kg.run.extract import extract

    found: list[tuple[ArticleRecord, str]] = []
    with progress() as bar:
        extracted = extract(documents(paths, metadata=metadata), ner=ner)
        for one in bar.track(extracted, total=len(paths), description="Reading"):
            if not isinstance(one, Failure):
                found += one.records
    return found


def _calibration(
    answers: Sequence[GoldDocument],
    paths: Sequence[Path],
    *,
    metadata: Path | None,
    ner: str,
    plot: Path,
    as_json: bool,
) -> None:
    from kg.annotate.pipeline import pipeline
    from kg.cli.evaluate_tables import print_calibration
    from kg.evaluate.calibration import applied, claims, cross_validated
    from kg.evaluate.calibration_plot import plot as draw
    from kg.evaluate.judged import judged
    from kg.evaluate.readings import readings
    from kg.records.calibration import fitted

    with progress() as bar:
        read = readings(pipeline(ner=ner), paths, metadata=metadata, calibrated=False)
        records = [one.record for one in bar.track(read, total=len(paths), description="Reading")]
    prior = list(claims(judged(answers, records)))
    stages = {"before": prior, "cross-validated": cross_validated(prior), "shipped": applied(prior, fitted())}
    draw(stages, plot)
    print_calibration(stages, as_json=as_json)
    if not as_json:
        out.print(f"Plot: {plot}", markup=False)
