"""`kg eval`: how right the records are, against annotated articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Json, Ner, settings
from kg.cli.output import out
from kg.cli.progress import progress
from kg.errors import KgError
from kg.evaluate import gold as read_gold
from kg.evaluate import score
from kg.evaluate.links import Links, links
from kg.evaluate.tally import Tally
from kg.model.failure import Failure


def _texts(gold: Path, texts: Path | None, wanted: list[str]) -> list[str]:
    folder = texts or gold
    missing = [name for name in wanted if not (folder / name).is_file()]
    if missing:
        raise KgError(f"{folder}: {missing[0]} is not there.", "Name the folder of the texts with --texts.")
    return [str(folder / name) for name in wanted]


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
    linked: Annotated[
        bool, typer.Option("--links", help="How many places are linked to the right division, instead.")
    ] = False,
    only: Annotated[str | None, typer.Option(help="Metrics to show, joined by commas.", show_default=False)] = None,
    ner: Ner = None,
    as_json: Json = False,
) -> None:
    """Score the records of annotated articles, metric by metric.

    Examples:

        kg eval gold/dev

        kg eval gold/seeds --texts articles/ --detail --only official,post

        kg eval gold/dev --links
    """
    from kg.read import documents
    from kg.run.extract import extract
    from kg.run.records import read_records

    answers = read_gold(gold)
    if records:
        found = list(read_records(records))
    else:
        found = []
        beside = metadata or (gold / "metadata.csv" if (gold / "metadata.csv").is_file() else None)
        paths = _texts(gold, texts, [answer.source for answer in answers])
        with progress() as bar:
            for one in bar.track(
                extract(documents(paths, metadata=beside), ner=ner or settings().ner),
                total=len(paths),
                description="Reading",
            ):
                if not isinstance(one, Failure):
                    found += [record for record, _ in one.records]
    if linked:
        _print_links(links(answers, found), detail=detail, as_json=as_json)
        return
    _print(answers_count=len(answers), tallies=score(answers, found), only=only, detail=detail, as_json=as_json)


def _print_links(found: Links, *, detail: bool, as_json: bool) -> None:
    counts = {
        name: {"right": t.right, **{verdict: len(items) for verdict, items in t.others.items()}, "of": t.total}
        for name, t in found.readings.items()
    }
    if as_json:
        print(json.dumps({**counts, "no_division": found.no_division, "untold": found.untold}))
        return
    print(f"{'reading':12}{'share':>7}{'of':>7}{'right':>7}{'wrong':>7}{'open':>7}{'missing':>9}")
    for name, tally in found.readings.items():
        c = counts[name]
        print(f"{name:12}{tally.share:7.3f}{c['of']:7d}{c['right']:7d}{c['wrong']:7d}{c['open']:7d}{c['missing']:9d}")
    print(f"left out: {found.no_division} without a division, {found.untold} shared and not told by the gold")
    for name, tally in found.readings.items() if detail else ():
        out.print(f"\n{name}", style="bold")
        for verdict, items in tally.others.items():
            for where, kind, item in items:
                out.print(f"  {verdict:7} {where}  {kind} {item}", markup=False)


def _print(*, answers_count: int, tallies: dict[str, Tally], only: str | None, detail: bool, as_json: bool) -> None:
    shown = {metric: tally for metric, tally in tallies.items() if not only or metric in only.split(",")}
    if as_json:
        table = {
            metric: {"p": round(t.precision, 4), "r": round(t.recall, 4), "f": round(t.f1, 4), "n": t.gold}
            for metric, t in shown.items()
        }
        print(json.dumps(table))
        return
    print(f"{answers_count} documents\n{'metric':18}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}")
    for metric, t in shown.items():
        print(f"{metric:18}{t.precision:7.3f}{t.recall:7.3f}{t.f1:7.3f}{t.gold:7d}{t.found:7d}")
    for metric, t in shown.items() if detail else ():
        out.print(f"\n{metric}", style="bold")
        for label, items in (("missed", t.missed), ("wrong", t.extra)):
            for where, item in items:
                out.print(f"  {label:7} {where}  {item}", markup=False)
