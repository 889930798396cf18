"""cutword's own cut into words: a unigram model over its dictionary."""

from __future__ import annotations

import re
from math import log
from pathlib import Path

import ahocorasick

_CHINESE = re.compile(r"([\u4E00-\u9FD5]+)")
_LATIN = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
_NEVER = -1e10
_SKIPPED = 10.0
"""What leaving characters that begin no word costs, as in the package."""


class CutwordWords:
    """The cutter of `cutword/cutword.py`, which cannot be imported without PyTorch.

    Args:
        path: `dict.txt`: word, count and part of speech a line.
    """

    def __init__(self, path: Path) -> None:
        with path.open(encoding="utf-8") as lines:
            counts = {word: int(count) + 1e-10 for word, count, *_ in map(str.split, lines)}
        total = log(sum(counts.values()))
        self._words = ahocorasick.Automaton()
        for word, count in counts.items():
            self._words.add_word(word, (len(word), log(count) - total))
        self._words.make_automaton()

    def cut(self, text: str) -> list[str]:
        """The words of a sentence; joined they are the sentence."""
        words: list[str] = []
        for block in _CHINESE.split(text):
            words += self._chinese(block) if _CHINESE.match(block) else filter(None, _LATIN.split(block))
        return words

    def _chinese(self, text: str) -> list[str]:
        scores = [0.0, *[_NEVER] * len(text)]
        starts = list(range(len(text) + 1))
        reached = 0
        for last, (size, weight) in self._words.iter(text):
            start, reached = last - size + 1, last + 1
            if scores[start] == _NEVER:
                before = start
                while scores[before] == _NEVER and before > 0:
                    before -= 1
                scores[start], starts[start] = scores[before] - _SKIPPED, before
            if scores[start] + weight > scores[reached]:
                scores[reached], starts[reached] = scores[start] + weight, start
        if not reached:
            return [text]
        words = [text[reached:]] if reached < len(text) else []
        while reached:
            words.append(text[starts[reached] : reached])
            reached = starts[reached]
        return words[::-1]
