"""Sequences of token ids in batches for the recurrent layers."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.ner.teachers.recurrent import Lengths

Ids = npt.NDArray[np.int64]
_BATCH = 64
"""Sequences at a time: enough for the matrix products, little memory."""


@functools.cache
def _threads() -> Any:
    try:
        return importlib.import_module("threadpoolctl").ThreadpoolController()
    except ImportError:
        return None


def one_thread() -> AbstractContextManager[object]:
    """Keeps matrix products on one thread: they are small, and several threads would mostly wait for each other.

    Without threadpoolctl, which comes with the teachers, the environment must say it: `OPENBLAS_NUM_THREADS=1`.
    """
    controller = _threads()
    limited: AbstractContextManager[object] = (
        controller.limit(limits=1, user_api="blas") if controller else nullcontext()
    )
    return limited


def in_batches(sequences: Sequence[Sequence[int]], tag: Callable[[Ids, Lengths], list[list[int]]]) -> list[list[int]]:
    """What `tag` says of each sequence, in their order; it is given them by falling length.

    Args:
        sequences: Ids, none of them empty.
        tag: Takes ids (sequences, longest) and lengths, gives labels.
    """
    order = sorted(range(len(sequences)), key=lambda i: -len(sequences[i]))
    found: list[list[int]] = [[] for _ in sequences]
    for first in range(0, len(order), _BATCH):
        part = order[first : first + _BATCH]
        lengths = np.array([len(sequences[i]) for i in part], np.int64)
        ids = np.zeros((len(part), int(lengths[0])), np.int64)
        for row, i in enumerate(part):
            ids[row, : lengths[row]] = sequences[i]
        with one_thread():
            labelled = tag(ids, lengths)
        for i, labels in zip(part, labelled, strict=True):
            found[i] = labels
    return found
