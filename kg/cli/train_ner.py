"""`kg train ner`: the name tagger, from labelled text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import err
from kg.cli.progress import progress
from kg.errors import KgError


def ner(
    files: Annotated[
        list[Path], typer.Argument(help="Labelled articles, .jsonl or .jsonl.xz, as kg train silver writes them.")
    ],
    to: Annotated[Path, typer.Option("--to", help="The folder of the model; made where it is missing.")] = Path("ner"),
    name: Annotated[str, typer.Option(help="What the model is called in the evidence of records.")] = "kg_ner",
    version: Annotated[str, typer.Option(help="Its version.")] = "1",
    seed: Annotated[int, typer.Option(help="Of the sentences' order, and of the names that are exchanged.")] = 0,
    iterations: Annotated[int, typer.Option(min=1, help="Passes over the sentences.")] = 10,
    least: Annotated[int, typer.Option(min=1, help="How often a feature must occur to be kept.")] = 9,
    like: Annotated[
        Path | None,
        typer.Option(help="Folder of a model whose name, recipe and word lists are taken instead.", show_default=False),
    ] = None,
) -> None:
    """Train the tagger of people, bodies and places. The same files and seed give the same bytes.

    Use the model with `--ner FOLDER`.

    Examples:

        kg train ner silver.jsonl.xz --to ner

        kg extract articles/ --ner ner

        kg train ner silver.jsonl.xz --like kg/ner/model --to build/ner
    """
    from kg.ner.features import Signs
    from kg.ner.recipe import Meta, Recipe
    from kg.ner.tagger import WEIGHTS, read_meta
    from kg.ner.train import train

    if to.exists() and not to.is_dir():
        raise KgError(f"{to}: is a file.", "Name a folder with --to.")
    if like is not None:
        meta = read_meta(like)
    else:
        recipe = Recipe(seed=seed, iterations=iterations, least=least)
        meta = Meta(name=name, version=version, recipe=recipe, signs=Signs.of_lexicons())
    with progress() as bar:
        task = bar.add_task("Starting", total=None)
        count = train(files, to, meta, told=lambda step: bar.update(task, description=step.capitalize()))
    size = (to / WEIGHTS).stat().st_size / 1e6
    err.print(f"{to}: {meta.name}-{meta.version}, {count:,} sentences, {size:.2f} MB")
