"""`kg train words`: the model of the word layer, derived from pkuseg's or trained."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import err


def words(
    source: Annotated[
        Path,
        typer.Argument(
            help="pkuseg-0.0.25.tar.gz from PyPI, or the folder pkuseg/models/default in it; with --train, a text.",
            show_default=False,
        ),
    ],
    to: Annotated[Path, typer.Option("--to", help="Where the model goes.")] = Path("words.xz"),
    features: Annotated[int, typer.Option("--features", min=1, help="How many features stay.")] = 300_000,
    train: Annotated[
        bool, typer.Option("--train", help="Train on a text whose words are parted by blanks, a sentence a line.")
    ] = False,
    passes: Annotated[int, typer.Option("--passes", min=1, help="With --train: passes over the text.")] = 10,
    seed: Annotated[int, typer.Option("--seed", help="With --train: of the sentences' order.")] = 0,
) -> None:
    """Derive the word layer's model from the full one of pkuseg. The same source gives the same model.

    Examples:

        pip download --no-deps --no-binary :all: pkuseg==0.0.25

        kg train words pkuseg-0.0.25.tar.gz --to kg/words/model/words.xz

        kg train words --train segmented.txt
    """
    from kg.words import model_file
    from kg.words.prune import full_model, pruned
    from kg.words.train import trained

    full = trained(source, passes=passes, seed=seed) if train else full_model(source)
    model = pruned(full, features)
    to.parent.mkdir(parents=True, exist_ok=True)
    model_file.write(model, to)
    err.print(f"{to}: {len(model.features):,} features, {to.stat().st_size / 1e6:.2f} MB")
