"""Recurrent layers in numpy, over a batch of sequences of different length.

A batch is an array (sequences, longest, features) beside the lengths, the longest sequence first; what
stands behind a sequence's end is never read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Lengths = npt.NDArray[np.int64]


def sigmoid(x: Floats) -> Floats:
    """1 / (1 + e^-x), without overflow."""
    half = np.float32(0.5)
    found: Floats = np.tanh(x * half) * half + half
    return found


@dataclass(frozen=True, slots=True)
class Gru:
    """A gated recurrent unit as Paddle computes it: h = (1-u)·h + u·c, gates in the order u, r.

    Shapes: `inner` (features, 3h), `bias` (3h), `gates` (h, 2h), `candidate` (h, h).
    """

    inner: Floats
    bias: Floats
    gates: Floats
    candidate: Floats

    def __call__(self, x: Floats, lengths: Lengths) -> Floats:
        """Its states (sequences, longest, h)."""
        size = len(self.candidate)
        inputs = x @ self.inner + self.bias
        states = np.zeros((*x.shape[:2], size), np.float32)
        h = np.zeros((len(x), size), np.float32)
        for step, alive in enumerate(_alive(lengths)):
            now, before = inputs[:alive, step], h[:alive]
            gates = sigmoid(now[:, : 2 * size] + before @ self.gates)
            update, reset = gates[:, :size], gates[:, size:]
            candidate = np.tanh(now[:, 2 * size :] + (reset * before) @ self.candidate)
            h[:alive] = before + update * (candidate - before)
            states[:alive, step] = h[:alive]
        return states


@dataclass(frozen=True, slots=True)
class Lstm:
    """A long short-term memory as PyTorch computes it: gates in the order i, f, g, o.

    Shapes: `inner` (features, 4h), `bias` (4h), `recurrent` (h, 4h).
    """

    inner: Floats
    bias: Floats
    recurrent: Floats

    def __call__(self, x: Floats, lengths: Lengths) -> Floats:
        """Its states (sequences, longest, h)."""
        size = len(self.recurrent)
        inputs = x @ self.inner + self.bias
        states = np.zeros((*x.shape[:2], size), np.float32)
        h = np.zeros((len(x), size), np.float32)
        cell = np.zeros((len(x), size), np.float32)
        for step, alive in enumerate(_alive(lengths)):
            gates = inputs[:alive, step] + h[:alive] @ self.recurrent
            enter, forget, leave = (sigmoid(gates[:, k * size : (k + 1) * size]) for k in (0, 1, 3))
            cell[:alive] = forget * cell[:alive] + enter * np.tanh(gates[:, 2 * size : 3 * size])
            h[:alive] = leave * np.tanh(cell[:alive])
            states[:alive, step] = h[:alive]
        return states


Layer = Callable[[Floats, Lengths], Floats]


def both_ways(forward: Layer, backward: Layer, x: Floats, lengths: Lengths) -> Floats:
    """The states of a layer that reads forward beside those of one that reads backward."""
    turned = _turned(lengths, x.shape[1])
    rows = np.arange(len(x))[:, None]
    back = backward(x[rows, turned], lengths)[rows, turned]
    return np.concatenate([forward(x, lengths), back], axis=2)


def _alive(lengths: Lengths) -> Lengths:
    """How many of the sequences reach each step."""
    reach: Lengths = (lengths[:, None] > np.arange(lengths[0])).sum(axis=0)
    return reach


def _turned(lengths: Lengths, longest: int) -> Lengths:
    """Indices that read each sequence from its end; its own inverse."""
    steps = np.arange(longest)[None, :]
    return np.where(steps < lengths[:, None], lengths[:, None] - 1 - steps, steps)
