"""How names of initiatives are worded, and what stands around them: weights of short character sequences.

They are learned from news that nobody annotated (`kg.evaluate.initiative_wording`): each sequence weighs as
the names in or by which it stands were judged by everything else. So the scorer knows words that no
annotated article has.
"""

from __future__ import annotations

import functools
import lzma
import math
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

MODEL = Path(__file__).parent / "model" / "wording.xz"
"""A line a sequence: the sequence, a tab, its weight in tenths."""

_LONGEST_IN_NAME = 3
_LONGEST_BESIDE = 4
_BEFORE, _BEHIND = 20, 12
"""So far in front of a name and behind it pairs of characters are read."""

_STEPS = tuple(step / 10 for step in range(-21, 46, 3))
_BLANK = re.compile(r"\s")


def in_name(plain: str) -> set[str]:
    """The sequences of one to three characters of a name, its edges marked."""
    edged = f"^{plain}$"
    return {
        f"n{edged[i : i + length]}" for length in range(1, _LONGEST_IN_NAME + 1) for i in range(len(edged) - length + 1)
    }


def around(text: str, start: int, end: int) -> set[str]:
    """What touches `text[start:end]` by its length up to four, and the pairs of characters further off."""
    before = _BLANK.sub("/", text[max(0, start - _BEFORE) : start])
    behind = _BLANK.sub("/", text[end : end + _BEHIND])
    found = {f"b{before[i : i + 2]}" for i in range(len(before) - 1)}
    found |= {f"a{behind[i : i + 2]}" for i in range(len(behind) - 1)}
    for length in range(1, _LONGEST_BESIDE + 1):
        found |= {f"<{before[-length:]}", f">{behind[:length]}"}
    return found


def weight(sequences: Iterable[str], weights: Mapping[str, float]) -> float:
    """What known sequences say together; less than their sum, as they overlap."""
    known = [weights[sequence] for sequence in sequences if sequence in weights]
    return math.fsum(known) / math.sqrt(len(known)) if known else 0.0


def steps(label: str, value: float) -> set[str]:
    """A weight as features: one for each step that it exceeds."""
    return {f"{label}>{step}" for step in _STEPS if value > step}


@functools.cache
def learned() -> dict[str, float]:
    """The weight of each sequence."""
    lines = lzma.decompress(MODEL.read_bytes()).decode("utf-8").splitlines()
    return {sequence: int(tenths) / 10 for sequence, tenths in (line.split("\t") for line in lines)}


def features(plain: str, text: str, start: int, end: int, weights: Mapping[str, float]) -> set[str]:
    """What the wording of a name that stands at `text[start:end]` says."""
    return steps("name", weight(in_name(plain), weights)) | steps("around", weight(around(text, start, end), weights))
