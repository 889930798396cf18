"""The trained tagger: a model in a folder, asked for the entities of a text."""

from __future__ import annotations

import functools
import lzma
from pathlib import Path

import pycrfsuite

from kg.errors import ModelError
from kg.ner.entity import Entity
from kg.ner.features import Features
from kg.ner.labels import decode
from kg.ner.pieces import folded, marked, pieces
from kg.ner.recipe import Meta

WEIGHTS = "names.crfsuite.xz"
META = "model.json"
PACKAGED = Path(__file__).parent / "model"
"""The folder of the model that the package carries."""


class Tagger:
    """Finds the names of people, bodies and places in Chinese text.

    Args:
        weights: A crfsuite model.
        meta: What it was made with.
    """

    def __init__(self, weights: bytes, meta: Meta) -> None:
        self.name = f"{meta.name}-{meta.version}"
        self._features = Features(meta.signs)
        self._weights = weights  # the tagger reads them where they lie
        self._crf = pycrfsuite.Tagger()
        self._crf.open_inmemory(weights)

    @classmethod
    def read(cls, folder: Path) -> Tagger:
        """The model in a folder, as `kg train ner` writes it.

        Raises:
            ModelError: There is none.
        """
        try:
            weights = lzma.decompress((folder / WEIGHTS).read_bytes())
            meta = Meta.model_validate_json((folder / META).read_text(encoding="utf-8"))
        except (OSError, lzma.LZMAError, ValueError) as error:
            raise ModelError(
                f"{folder}: holds no name tagger ({error}).", "Train one: kg train ner FILE --to FOLDER."
            ) from error
        return cls(weights, meta)

    @classmethod
    @functools.cache
    def load(cls) -> Tagger:
        """The model of the package, read once a process."""
        return cls.read(PACKAGED)

    def entities(self, text: str) -> list[Entity]:
        """The entities of a text, in order; offsets are characters of `text`."""
        found: list[Entity] = []
        whole = marked(text)
        seen = folded(whole)
        for start, end in pieces(whole):
            tags = self._crf.tag(self._features(seen[start:end]))
            found += [Entity(start + first, start + last, label) for first, last, label in decode(tags)]
        return found
