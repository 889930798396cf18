"""cutword 0.1.1's name tagger (Apache-2.0), computed in numpy from the files of its package.

Its model: an embedding of characters and some Latin words (5,642 × 256), two layers of 64 + 64 long
short-term memory, a linear-chain CRF over 69 labels. Importing the package would take PyTorch. Offsets are
exact here, while the package counts from its own cut of the text and searches the string again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from kg.ner.entity import LABELS, Entity
from kg.ner.teachers.batches import Ids, in_batches
from kg.ner.teachers.cutword_words import CutwordWords
from kg.ner.teachers.recurrent import Lengths, Lstm, both_ways
from kg.ner.teachers.teacher import EXTRA_REMEDY, package_folder
from kg.ner.teachers.torch_file import tensors
from kg.ner.teachers.viterbi import best_paths

_VERSION = "0.1.1"
Span = tuple[int, int]
_CUTS = (
    (re.compile(r"(\s+)\1"), r"\n\1\n"),
    (re.compile(r"([。！？?!])([^”’])"), r"\1\n\2"),
    (re.compile(r"(\.{3,6})([^”’])"), r"\1\n\2"),
    (re.compile(r"(…{2})([^”’])"), r"\1\n\2"),
    (re.compile(r"([。！？?!][”’])([^，。！？?])"), r"\1\n\2"),
)
"""Where the package cuts sentences, in its order: the model was measured on these."""
_FULL_WIDTH = {ord(c) + 0xFEE0: c for c in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"}


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    cut = text
    for pattern, put in _CUTS:
        cut = pattern.sub(put, cut)
    at = 0
    for line in cut.split("\n"):
        if sentence := line.strip():
            at = text.index(sentence, at)  # the cuts put in and drop nothing but white space
            yield at, sentence
            at += len(sentence)


class Cutword:
    """cutword 0.1.1.

    Args:
        folder: Of its files; that of the installed package by default.

    Raises:
        KgError: It is not installed, or its files are not those of the model.
    """

    name = f"cutword {_VERSION}"

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or self.folder()
        vocabulary = json.loads((folder / "ner_vocab_tags.json").read_text(encoding="utf-8"))
        self._ids: dict[str, int] = vocabulary["char2id"]
        self._labels = {i: label for label, i in vocabulary["label2id"].items()}
        self._words = CutwordWords(folder / "dict.txt")
        self._model = tensors(folder / "model_params.pth")
        self._layers = [self._lstm(f"l{layer}{way}") for layer in (0, 1) for way in ("", "_reverse")]

    @staticmethod
    def folder() -> Path:
        """Where the installed package has its files."""
        return package_folder("cutword", "cutword", _VERSION, EXTRA_REMEDY)

    def entities(self, text: str) -> list[Entity]:
        """People, organisations and places."""
        parts = list(_sentences(text))
        read = [self._read(sentence) for _, sentence in parts]
        found: list[Entity] = []
        paths = in_batches([ids for ids, _ in read], self._tag)
        for (offset, _), (_, spans), path in zip(parts, read, paths, strict=True):
            found += (Entity(offset + start, offset + end, label) for start, end, label in self._marked(spans, path))
        return found

    def _read(self, sentence: str) -> tuple[list[int], list[Span]]:
        """Ids and spans of what the model reads: no white space, words it knows whole, the rest by character."""
        plain = "".join(low if len(low := c.lower()) == 1 else c for c in sentence.translate(_FULL_WIDTH))
        ids: list[int] = []
        spans: list[Span] = []
        at = 0
        for word in self._words.cut(plain):
            for token in [word] if word in self._ids else word:
                if not word.isspace():
                    ids.append(self._ids.get(token) or self._ids[_kind(token)])
                    spans.append((at, at + len(token)))
                at += len(token)
        return ids, spans

    def _tag(self, ids: Ids, lengths: Lengths) -> list[list[int]]:
        model = self._model
        x = model["embedding.weight"][ids]
        for forward, backward in (self._layers[:2], self._layers[2:]):
            x = both_ways(forward, backward, x, lengths)
        emissions = x @ model["fc.weight"].T + model["fc.bias"]
        return best_paths(
            emissions, lengths, model["crf.transitions"], model["crf.start_transitions"], model["crf.end_transitions"]
        )

    def _marked(self, spans: list[Span], path: list[int]) -> Iterator[Entity]:
        """B … E and S, unless white space was left out within; the label is that of the first, as in the package."""
        begun: tuple[int, str] | None = None
        before = 0
        for (start, end), i in zip(spans, path, strict=True):
            place, _, label = self._labels[i].partition("_")
            if place in ("B", "S"):
                begun = start, label
            elif start != before:
                begun = None
            before = end
            if begun and place in ("E", "S"):
                yield from (Entity(begun[0], end, known) for known in LABELS if known == begun[1])
                begun = None

    def _lstm(self, layer: str) -> Lstm:
        return Lstm(
            inner=self._model[f"lstm.weight_ih_{layer}"].T,
            bias=self._model[f"lstm.bias_ih_{layer}"] + self._model[f"lstm.bias_hh_{layer}"],
            recurrent=self._model[f"lstm.weight_hh_{layer}"].T,
        )


def _kind(token: str) -> str:
    """The stand-in for a token that the model does not know."""
    if token.isdigit():
        return "[NUMBER]"
    return "[HANZI]" if "\u4e00" <= token <= "\u9fff" else "[UNK]"
