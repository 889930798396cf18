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


def _missing(folder: Path, error: Exception) -> ModelError:
    return ModelError(
        f"{folder}: holds no name tagger ({str(error).splitlines()[0]}).", "Train one: kg train ner FILE --to FOLDER."
    )


def read_meta(folder: Path) -> Meta:
    """What the model in a folder is called and was made with.

    Raises:
        ModelError: There is none.
    """
    try:
        return Meta.model_validate_json((folder / META).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _missing(folder, error) from error


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
        except (OSError, lzma.LZMAError) as error:
            raise _missing(folder, error) from error
        return cls(weights, read_meta(folder))

    @classmethod
    @functools.cache
    def load(cls, folder: Path = PACKAGED) -> Tagger:
        """The model in a folder, by default that of the package; read once a process."""
        return cls.read(folder)

    def entities(self, text: str) -> list[Entity]:
        """The entities of a text, in order; offsets are characters of `text`."""
        found: list[Entity] = []
        whole = marked(text)
        seen = folded(whole)
        for start, end in pieces(whole):
            tags = self._crf.tag(self._features(seen[start:end]))
            found += [Entity(start + first, start + last, label) for first, last, label in decode(tags)]
        return found
