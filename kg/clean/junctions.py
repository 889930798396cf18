"""How well a line goes on in another: what tells columns apart that a scan has run into one another."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from kg.lexicon import load

_MARK = re.compile(r"[，。、；：！？]")
_WORD = re.compile(r"[一-鿿A-Za-z\d]")
_ENDS = "。！？!?…；;：:"
_MARKS = "。，、；：！？”’）》】」"
_OPENING, _CLOSING = "“（《【「", "”）》】」"
_FIGURE = re.compile(r"[A-Za-z\d]")
_NO_BRACKET = re.compile(f"[^{_OPENING}{_CLOSING}]+")
FAR, MORE, MISS = 3.5, 1.3, -1.0
"""Logarithms of how much oftener pairs of the lexicon's two grades, and others, stand within a text than by chance."""
_SAID_ELSEWHERE = 2.0
_CUT_SHORT = -2.0
"""A sentence that stops before a headline or where the text ends."""
_BROKEN_OFF = -3.0
"""What no typesetter does: a line that begins with a mark behind one that ends with one, an indent in mid-sentence."""


class Junctions:
    """The junctions of a page's lines, each judged once.

    Args:
        texts: The lines.
        indented: Which of them begin a paragraph by an indent.
        width: From how many characters a line is full; shorter ones end a paragraph or are headings.
    """

    def __init__(self, texts: list[str], indented: frozenset[int], width: float) -> None:
        self.texts = texts
        self.indented = indented
        self.width = width
        self._judged: dict[tuple[int, int], float] = {}
        self._pairs = load("character_pairs").table
        self._whole = "\n".join(texts)
        self._brackets = [_NO_BRACKET.sub("", text) for text in texts]

    def fills(self, i: int) -> bool:
        """Whether line `i` is as long as the column is wide."""
        return 1.1 * self.width <= len(self.texts[i]) <= 1.75 * self.width

    def open(self, i: int) -> bool:
        """Whether line `i` is full and stops within a sentence, behind a word."""
        return self.width <= len(self.texts[i]) <= 1.75 * self.width and _WORD.match(self.texts[i][-1]) is not None

    def runs_on(self, i: int) -> bool:
        """Whether line `i` stops within a sentence, behind a word or a comma."""
        return self.open(i) or self.texts[i][-1] in "，、"

    def heads(self, i: int) -> bool:
        """Whether line `i` stands like a headline: it does not fill the column and has no mark."""
        return not self.fills(i) and not _MARK.search(self.texts[i])

    def tells(self, i: int, j: int) -> bool:
        """Whether the characters on both sides of the junction say whether `j` goes on where `i` stops."""
        return self.open(i) and _WORD.match(self.texts[j][0]) is not None

    def fits(self, i: int, j: int) -> float:
        """How much the last character of `i` and the first of `j` are a pair."""
        a, b = (_FIGURE.sub("0", c) for c in (self.texts[i][-1], self.texts[j][0]))
        far, _, more = self._pairs.get(a, "|").partition("|")
        return FAR if b in far or a == b == "0" else MORE if b in more else MISS

    def judge(self, i: int, j: int) -> float:
        """How much speaks for line `j` going on where line `i` stops; below 0 speaks against it."""
        found = self._judged.get((i, j))
        if found is None:
            found = self._judged[i, j] = self._judge(i, j)
        return found

    def _judge(self, i: int, j: int) -> float:
        before, behind = self.texts[i], self.texts[j]
        if behind[0] in _MARKS and before[-1] in _MARKS and behind[0] not in _CLOSING:
            return _BROKEN_OFF
        if j in self.indented and self.open(i) and _MARK.search(before):
            return _BROKEN_OFF
        if self.runs_on(i) and self.heads(j):
            return _CUT_SHORT
        if not self.tells(i, j):
            return 0.0
        said = self.fits(i, j)
        spans = (before[-2:] + behind[:1], before[-1:] + behind[:2])
        return said + _SAID_ELSEWHERE * any(len(span) == 3 and span in self._whole for span in spans)

    def order(self, order: Sequence[int]) -> float:
        """How much speaks for the lines in an order: their junctions, and that what closes was opened."""
        end = _CUT_SHORT * self.runs_on(order[-1])
        return sum(self.judge(i, j) for i, j in itertools.pairwise(order)) + self._balance(order) + end

    def mean(self, order: Sequence[int]) -> float:
        """How well an order reads on the average of the junctions that it makes and that tell."""
        telling = [(i, j) for i, j in itertools.pairwise(order) if j != i + 1 and self.tells(i, j)]
        return sum(self.judge(i, j) for i, j in telling) / len(telling) if telling else MISS

    def _balance(self, order: Sequence[int]) -> float:
        total, depth = 0.0, dict.fromkeys(_OPENING, 0)
        for i in order:
            for character in self._brackets[i]:
                if character in depth:
                    total += _BROKEN_OFF / 3 * (depth[character] > 0)
                    depth[character] += 1
                elif character in _CLOSING:
                    opened = _OPENING[_CLOSING.index(character)]
                    if depth[opened] == 0:
                        total += _BROKEN_OFF
                    depth[opened] = max(depth[opened] - 1, 0)
        return total
