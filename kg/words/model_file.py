"""The file of a pruned model: features and weights of a pkuseg model, small and the same for the same model.

One xz stream: the number of features and of tags (two little-endian 32-bit numbers), the tags and
the features in code-point order (UTF-8, one a line), the weight of each feature for each tag (signed
bytes, tag by tag, in sixteenths), and the weights of the tags' transitions (64-bit floats).
"""

from __future__ import annotations

import lzma
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.errors import ModelError

STEP = 1 / 16
"""Weights are kept in multiples of this, up to ±127 of them."""

START = "$$"
"""The feature of every character, which pkuseg takes for number 0."""

_HEAD = struct.Struct("<II")
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME}]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a model consists of: a linear-chain CRF over characters."""

    tags: tuple[str, ...]
    features: tuple[str, ...]
    """`START` first; in the file the others in code-point order, in pkuseg by falling frequency."""
    weights: NDArray[np.float64]
    """Shape (features, tags)."""
    transitions: NDArray[np.float64]
    """Shape (tags, tags): from the tag of the column to that of the row, as pkuseg has them."""

    @property
    def unigrams(self) -> frozenset[str]:
        """The words that the features speak of; pkuseg looks for no others."""
        found: set[str] = set()
        for feature in self.features:
            kind, _, rest = feature.partition(".")
            if kind in ("w1", "w-1"):
                found.add(rest)
            elif kind == "ww":
                found.update(rest[2:].split("*"))
        return frozenset(found)


def packed(features: dict[str, int], tags: dict[str, int], weights: NDArray[np.float64]) -> Parameters:
    """Parameters from pkuseg's own form: the numbers of features and tags, and one array with all weights."""
    nodes = len(features) * len(tags)
    return Parameters(
        tuple(sorted(tags, key=tags.__getitem__)),
        tuple(sorted(features, key=features.__getitem__)),
        weights[:nodes].reshape(len(features), len(tags)),
        weights[nodes:].reshape(len(tags), len(tags)),
    )


def write(model: Parameters, path: Path) -> None:
    """Write a model; weights are rounded to the nearest `STEP`."""
    names = "\n".join((*model.tags, *model.features)).encode()
    steps = np.clip(np.rint(model.weights / STEP), -127, 127).astype(np.int8)
    content = b"".join(
        (
            _HEAD.pack(len(model.features), len(model.tags)),
            struct.pack("<I", len(names)),
            names,
            np.ascontiguousarray(steps.T).tobytes(),
            model.transitions.astype("<f8").tobytes(),
        )
    )
    path.write_bytes(lzma.compress(content, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC64, filters=_FILTERS))


def read(path: Path) -> Parameters:
    """The model in a file.

    Raises:
        ModelError: It is missing or damaged.
    """
    try:
        content = memoryview(lzma.decompress(path.read_bytes()))
        features, tags = _HEAD.unpack_from(content)
        (length,) = struct.unpack_from("<I", content, _HEAD.size)
        at = _HEAD.size + 4
        names = bytes(content[at : at + length]).decode().split("\n")
        at += length
        steps = np.frombuffer(content, np.int8, features * tags, at).reshape(tags, features)
        transitions = np.frombuffer(content, "<f8", tags * tags, at + features * tags).reshape(tags, tags)
        if len(names) != features + tags:
            raise ValueError("the counts do not fit")
    except FileNotFoundError:
        raise ModelError(f"{path} is missing.", "Install zhengtu again, or derive it with: kg train words") from None
    except (lzma.LZMAError, EOFError, struct.error, ValueError) as error:
        raise ModelError(f"{path}: {error}", "Install zhengtu again, or derive it with: kg train words") from None
    return Parameters(
        tuple(names[:tags]), tuple(names[tags:]), steps.T.astype(np.float64) * STEP, transitions.astype(np.float64)
    )
