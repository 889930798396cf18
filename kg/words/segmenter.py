"""Cuts text into words: spacy-pkuseg's features and decoder under the packaged model, then the user's words.

What pkuseg's own `cut` gives are strings, less the blanks; here it is the offsets that count, and the
model sees a name in its sentence, so the user's words go over its cuts and not before it.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
from pathlib import Path
from typing import Any

import numpy as np
import spacy_pkuseg
from spacy_pkuseg import inference

from kg.words import model_file
from kg.words.model_file import Parameters
from kg.words.user_words import UserWords

_MARKS = "，、：；。！？!?;“”（）《》"
_PIECE = re.compile(rf"[{_MARKS}]|[^\s{_MARKS}]+")


def pieces(text: str) -> list[tuple[int, int]]:
    """Offsets of the clauses and of the marks between them, which are words for themselves; blanks are left out.

    A clause is what the model sees at once, so that whoever asks about one word pays for one clause.
    """
    return [match.span() for match in _PIECE.finditer(text)]


def packaged() -> Path:
    """The file of the packaged model."""
    return Path(str(importlib.resources.files("kg.words") / "model" / "words.xz"))


@functools.cache
def default() -> Segmenter:
    """The segmenter of this process: the packaged model, with the words of gazetteer and lexicons."""
    return Segmenter(model_file.read(packaged()), UserWords.load())


def pkuseg(model: Parameters) -> Any:
    """A `spacy_pkuseg.pkuseg` with that model and no dictionary, as `nlp.tokenizer.pkuseg_seg` takes it."""
    extractor = spacy_pkuseg.FeatureExtractor()
    extractor.unigram = set(model.unigrams)
    extractor.feature_to_idx = {feature: i for i, feature in enumerate(model.features)}
    extractor.tag_to_idx = {tag: i for i, tag in enumerate(model.tags)}
    # Its constructor reads a folder and a dictionary of 390,000 words.
    made = spacy_pkuseg.pkuseg.__new__(spacy_pkuseg.pkuseg)
    made.feature_extractor = extractor
    made.model = spacy_pkuseg.Model.__new__(spacy_pkuseg.Model)
    made.model.n_tag = len(model.tags)
    made.model.n_feature = len(model.features)
    made.model.w = np.concatenate([model.weights.ravel(), model.transitions.ravel()])
    made.model.n_transition_feature = len(made.model.w)
    made.idx_to_tag = dict(enumerate(model.tags))
    made.n_feature, made.n_tag, made.postag = len(model.features), len(model.tags), False
    made.preprocesser = spacy_pkuseg.Preprocesser(None)
    made.postprocesser = spacy_pkuseg.Postprocesser(None, None)
    return made


class Segmenter:
    """Words by a model of pkuseg, as offsets.

    Args:
        model: The model's parameters.
        user_words: Words that are known beforehand; None for the model's alone.
    """

    def __init__(self, model: Parameters, user_words: UserWords | None = None) -> None:
        self._pkuseg = pkuseg(model)
        self._begins = np.array(["B" in tag for tag in model.tags])
        self._user_words = user_words

    def knows(self, word: str) -> bool:
        """Whether it is one of the model's words, or of the user's, and not a guess."""
        return word in self._pkuseg.feature_extractor.unigram or (
            self._user_words is not None and word in self._user_words
        )

    def words(self, text: str) -> list[tuple[int, int]]:
        """Offsets `(start, end)` of the words of a text: they tile what is not blank, in order."""
        starts = bytearray(len(text) + 1)
        """1 where a word, a mark or a blank begins."""
        spans = pieces(text)
        for start, end in spans:
            starts[start] = starts[end] = 1
            if end - start > 1:
                for i in self._starts(text[start:end]):
                    starts[start + i] = 1
        if self._user_words is not None:
            self._user_words.apply(text, starts)
        found = []
        for first, last in spans:
            start = first
            for end in range(first + 1, last + 1):
                if starts[end] or end == last:
                    found.append((start, end))
                    start = end
        return found

    def _starts(self, piece: str) -> list[int]:
        """Where the model lets words begin in a clause."""
        extractor = self._pkuseg.feature_extractor
        characters = list(extractor.normalize_text(piece))
        features = [extractor.get_node_features_idx(i, characters) for i in range(len(characters))]
        _, tags = inference.decodeViterbi_fast(features, self._pkuseg.model)
        begins = self._begins[np.asarray(tags, dtype=np.intp)]
        begins[0] = True
        return np.flatnonzero(begins).tolist()
