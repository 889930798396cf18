"""Trains a model on segmented text, with pkuseg's own training."""

from __future__ import annotations

import contextlib
import io
import random
import tempfile
from pathlib import Path

import spacy_pkuseg

from kg.errors import ModelError
from kg.words.model_file import Parameters, packed

HELD_OUT = 20
"""Every so manieth sentence is not trained on; pkuseg wants some to watch."""


def trained(text: Path, *, passes: int = 10, seed: int = 0) -> Parameters:
    """The model of a text whose words are parted by blanks, a sentence a line; the same for the same text and seed.

    Raises:
        ModelError: The text cannot be read, or is too short.
    """
    try:
        lines = [line for line in text.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{text}: {error}", "Give a text in UTF-8.") from None
    if len(lines) < 2 * HELD_OUT:
        raise ModelError(f"{text}: has {len(lines)} sentences.", f"Give {2 * HELD_OUT} or more, one a line.")
    random.seed(seed)
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()):
        folder = Path(name)
        (folder / "train").write_text("\n".join(line for i, line in enumerate(lines) if i % HELD_OUT), encoding="utf-8")
        (folder / "watch").write_text("\n".join(lines[::HELD_OUT]), encoding="utf-8")
        spacy_pkuseg.train(
            str(folder / "train"), str(folder / "watch"), str(folder / "model"), train_iter=passes, init_model=None
        )
        features = spacy_pkuseg.FeatureExtractor.load(str(folder / "model"))
        weights = spacy_pkuseg.Model.load(str(folder / "model")).w
    return packed(features.feature_to_idx, features.tag_to_idx, weights)
