"""Trains the name tagger: the same files and seed give the same bytes."""

from __future__ import annotations

import lzma
import multiprocessing
import random
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pycrfsuite

from kg.errors import ModelError
from kg.ner.exchange import Exchange
from kg.ner.features import Features, Signs
from kg.ner.labels import encode
from kg.ner.material import Piece, read
from kg.ner.recipe import Meta, Recipe
from kg.ner.tagger import META, WEIGHTS


def select(material: list[Piece], recipe: Recipe, signs: Signs) -> list[Piece]:
    """The pieces to learn from, in the order of learning."""
    chance = random.Random(recipe.seed)
    exchange = Exchange(material, signs.surnames, recipe.seed)
    kept = [piece for piece in material if piece.entities or chance.random() < recipe.empty_share]
    named = [piece for piece in material if any(label == "PERSON" for *_, label in piece.entities)]
    kept += [made for piece in named if chance.random() < recipe.exchanged_share for made in exchange(piece)]
    chance.shuffle(kept)
    return kept


def _fit(pieces: list[Piece], recipe: Recipe, signs: Signs, path: str) -> None:
    features = Features(signs)
    trainer = pycrfsuite.Trainer(algorithm="averaged-perceptron", verbose=False)
    trainer.set_params({"feature.minfreq": recipe.least, "max_iterations": recipe.iterations})
    for piece in pieces:
        trainer.append(features(piece.text), encode(len(piece.text), piece.entities))
    trainer.train(path)


def train(
    files: Iterable[Path], to: Path, meta: Meta | None = None, *, told: Callable[[str], None] = lambda step: None
) -> int:
    """Train on labelled files and write the model into the folder `to`; the number of sentences learnt from.

    Args:
        files: Labelled texts, see `kg.ner.material`.
        to: Made where it is missing.
        meta: Name, recipe and word lists; by default the recipe's defaults, and the lists as the lexicons have them.
        told: Called with each step as it begins.

    The trainer shuffles with the C library's generator, whose state belongs to the process: it runs
    in a process of its own, so that nothing before it changes the model.

    Raises:
        ModelError: A file is unusable, or nothing in them is labelled.
    """
    meta = meta or Meta(signs=Signs.of_lexicons())
    told("reading")
    material = [piece for path in files for piece in read(path)]
    chosen = select(material, meta.recipe, meta.signs)
    if not any(piece.entities for piece in chosen):
        raise ModelError("The files hold no entity to learn from.", "Name files that kg train silver wrote.")
    told("training")
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=to) as folder:
        path = Path(folder) / "weights"
        process = multiprocessing.get_context("spawn").Process(
            target=_fit, args=(chosen, meta.recipe, meta.signs, str(path))
        )
        process.start()
        process.join()
        if process.exitcode or not path.is_file():
            raise ModelError(
                f"{to}: training ended without a model (exit {process.exitcode}).", "Is there memory enough?"
            )
        weights = path.read_bytes()
    told("packing")
    (to / WEIGHTS).write_bytes(lzma.compress(weights, preset=9 | lzma.PRESET_EXTREME))
    (to / META).write_text(meta.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return len(chosen)
