"""The best path of labels through a linear chain."""

from __future__ import annotations

import numpy as np

from kg.ner.teachers.recurrent import Floats, Lengths


def best_paths(
    emissions: Floats, lengths: Lengths, transitions: Floats, start: Floats | None = None, stop: Floats | None = None
) -> list[list[int]]:
    """For each sequence of a batch the labels with the highest sum.

    Args:
        emissions: (sequences, longest, labels).
        lengths: Of the sequences, the longest first.
        transitions: (from, to).
        start: Of the first label.
        stop: Of the last label.
    """
    scores = emissions[:, 0] + (0 if start is None else start)
    back = np.zeros(emissions.shape, np.int32)
    turned = np.ascontiguousarray(transitions.T)
    for step in range(1, emissions.shape[1]):
        alive = int((lengths > step).sum())
        paths = scores[:alive, None, :] + turned
        best = paths.argmax(axis=2)
        back[:alive, step] = best
        scores[:alive] = np.take_along_axis(paths, best[:, :, None], axis=2)[:, :, 0] + emissions[:alive, step]
    if stop is not None:
        scores = scores + stop
    found = []
    for row, length in enumerate(lengths):
        label = int(scores[row].argmax())
        path = [label]
        for step in range(int(length) - 1, 0, -1):
            label = int(back[row, step, label])
            path.append(label)
        found.append(path[::-1])
    return found
