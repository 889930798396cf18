"""LAC's own cut into the words that its model reads whole: the fewest of its dictionary, the longer ones first."""

from __future__ import annotations

from math import log
from pathlib import Path

_ASCII = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


class LacWords:
    """The cutter of `LAC/segment.py`, which cannot be imported without paddle.

    Args:
        path: `small_seg.dic`: a word and its count a line.
    """

    def __init__(self, path: Path) -> None:
        total = 0
        self._weights: dict[str, float] = {}
        words: dict[str, int] = {}
        prefixes: set[str] = set()
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                word, count = line.split()
                words[word] = len(word)
                prefixes.update(word[:i] for i in range(1, len(word)))
                total += int(count)
        self._unknown = -log(total)
        # LAC keeps a word's length where a count would be looked for; the model was trained on what that cuts.
        self._weights = {word: log(size) + self._unknown for word, size in words.items()}
        self._prefixes = prefixes - words.keys()

    def cut(self, text: str) -> list[str]:
        """The words of a sentence; joined they are the sentence."""
        size = len(text)
        best = [0.0] * (size + 1)
        ends = [0] * size
        for start in range(size - 1, -1, -1):
            end = start + 1
            word = text[start:end]
            score, at = self._weights.get(word, self._unknown) + best[end], end
            while end < size and (word in self._weights or word in self._prefixes):
                end += 1
                word = text[start:end]
                weight = self._weights.get(word)
                if weight is not None and weight + best[end] >= score:
                    score, at = weight + best[end], end
            best[start], ends[start] = score, at
        return self._joined(text, ends)

    def _joined(self, text: str, ends: list[int]) -> list[str]:
        """The words along the best path, single Latin letters and digits that stand together as one."""
        words: list[str] = []
        start = 0
        run = ""
        while start < len(text):
            word = text[start : ends[start]]
            start = ends[start]
            if word in _ASCII:
                run += word
                continue
            if run:
                words.append(run)
                run = ""
            words.append(word)
        return [*words, run] if run else words
