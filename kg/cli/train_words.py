"""`kg train words`: derive the model of the word layer, or train one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import err
from kg.words import model_file
from kg.words.prune import FEATURES, SOURCE, full_model, pruned
from kg.words.segmenter import packaged


def words(
    source: Annotated[
        Path, typer.Argument(help=f"{SOURCE} from PyPI, or the folder of the full model in it.", show_default=False)
    ],
    to: Annotated[
        Path | None, typer.Option("--to", help="Where the model goes; the package's own place, else.")
    ] = None,
    features: Annotated[int, typer.Option("--features", min=1, help="How many features stay.")] = FEATURES,
) -> None:
    """Derive the word layer's model from the full one of pkuseg: the same file each time.

    Examples:

        pip download --no-deps --no-binary :all: pkuseg==0.0.25

        kg train words pkuseg-0.0.25.tar.gz
    """
    model = pruned(full_model(source), features)
    path = to or packaged()
    path.parent.mkdir(parents=True, exist_ok=True)
    model_file.write(model, path)
    err.print(f"{path}: {len(model.features):,} features, {path.stat().st_size / 1e6:.2f} MB")
