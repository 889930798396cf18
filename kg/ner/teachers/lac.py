"""LAC 2.1.2's `lac` model (Baidu, Apache-2.0), computed in numpy from the files of its package.

The package itself cannot be imported without an old paddle, so only its folder is used. The model: an
embedding of words and characters (58,224 × 128), two layers of 128 + 128 gated recurrent units, a
linear-chain CRF over 49 labels.
"""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

from kg.errors import KgError
from kg.ner.entity import Entity
from kg.ner.teachers.batches import Ids, in_batches
from kg.ner.teachers.lac_words import LacWords
from kg.ner.teachers.recurrent import Floats, Gru, Lengths, both_ways
from kg.ner.teachers.sentences import sentences
from kg.ner.teachers.tagged import entities, table
from kg.ner.teachers.teacher import LAC_REMEDY, package_folder
from kg.ner.teachers.viterbi import best_paths

_VERSION = "2.1.2"


def parameter(path: Path) -> Floats:
    """The numbers of one of Paddle's parameter files, flat.

    The file: u32 version, u64 number of levels (0), u32 version, i32 size of the shape's description,
    that description, float32 numbers.

    Raises:
        KgError: The file is not there or no such file.
    """
    try:
        content = path.read_bytes()
        version, levels, inner, size = struct.unpack_from("<IQIi", content)
        numbers = np.frombuffer(content, "<f4", offset=20 + size)
    except (OSError, struct.error, ValueError) as error:
        raise KgError(f"{path}: is no parameter file of Paddle ({error}).", LAC_REMEDY) from None
    if version or levels or inner:
        raise KgError(f"{path}: is a parameter file of another form.", LAC_REMEDY)
    return numbers


class Lac:
    """LAC 2.1.2.

    Args:
        folder: Its `lac_model`; that of the installed package by default.

    Raises:
        KgError: The package is not installed, or its files are not those of the model.
    """

    name = f"LAC {_VERSION}"

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or self.folder()
        conf, model = folder / "conf", folder / "model"
        self._words = LacWords(conf / "small_seg.dic")
        self._ids = {word: int(i) for i, word in table(conf / "word.dic").items()}
        self._unknown = self._ids["OOV"]
        self._folded = table(conf / "q2b.dic")
        self._labels = [tag for _, tag in sorted((int(i), tag) for i, tag in table(conf / "tag.dic").items())]
        self._embedding = parameter(model / "word_emb").reshape(-1, 128)
        self._layers = [_gru(model, i) for i in range(4)]
        self._emission = parameter(model / "fc_4.w_0").reshape(256, -1), parameter(model / "fc_4.b_0")
        chain = parameter(model / "crfw").reshape(-1, len(self._labels))
        self._start, self._stop, self._transitions = chain[0], chain[1], chain[2:]

    @staticmethod
    def folder() -> Path:
        """Where the installed package has its files."""
        return package_folder("LAC", "lac", _VERSION, LAC_REMEDY) / "lac_model"

    def entities(self, text: str) -> list[Entity]:
        """People, organisations and places."""
        parts = list(sentences(text))
        read = [self._read(sentence) for _, sentence in parts]
        found: list[Entity] = []
        for (offset, _), (_, sizes), path in zip(
            parts, read, in_batches([ids for ids, _ in read], self._tag), strict=True
        ):
            tags: list[str] = []
            for size, label in zip(sizes, path, strict=True):
                tag = self._labels[label]
                tags += [tag] + [tag.rpartition("-")[0] + "-I"] * (size - 1)
            found += entities(tags, offset, last=True)
        return found

    def _read(self, sentence: str) -> tuple[list[int], list[int]]:
        """Ids and sizes of what the model reads: words it knows whole, the rest by character."""
        ids: list[int] = []
        sizes: list[int] = []
        for word in self._words.cut(sentence):
            for token in [word] if word in self._ids else word:
                ids.append(self._ids.get(self._folded.get(token, token), self._unknown))
                sizes.append(len(token))
        return ids, sizes

    def _tag(self, ids: Ids, lengths: Lengths) -> list[list[int]]:
        x = self._embedding[ids]
        for forward, backward in (self._layers[:2], self._layers[2:]):
            x = both_ways(forward, backward, x, lengths)
        weights, bias = self._emission
        return best_paths(x @ weights + bias, lengths, self._transitions, self._start, self._stop)


def _gru(model: Path, i: int) -> Gru:
    recurrent = parameter(model / f"gru_{i}.w_0")  # the gates' (128, 256), then the candidate's (128, 128)
    return Gru(
        inner=parameter(model / f"fc_{i}.w_0").reshape(-1, 384),
        bias=parameter(model / f"fc_{i}.b_0") + parameter(model / f"gru_{i}.b_0"),
        gates=recurrent[: 128 * 256].reshape(128, 256),
        candidate=recurrent[128 * 256 :].reshape(128, 128),
    )
