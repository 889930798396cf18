"""Words of a text, clause by clause, computed for those that are asked about."""

from __future__ import annotations

import bisect
import functools
import re

from kg.words.segmenter import default, pieces

_ENDS = "。！？!?；;\n"
_SENTENCE = re.compile(f"[^{_ENDS}]+[{_ENDS}]*|[{_ENDS}]+")

Spans = tuple[list[int], list[int]]
"""Where stretches of a text start, and where they end, in order."""


@functools.lru_cache(maxsize=8)
def _sentences(text: str) -> Spans:
    spans = [match.span() for match in _SENTENCE.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


@functools.lru_cache(maxsize=8)
def _pieces(text: str) -> Spans:
    spans = pieces(text)
    return [start for start, _ in spans], [end for _, end in spans]


@functools.lru_cache(maxsize=4096)
def _words(piece: str) -> tuple[tuple[tuple[int, int], ...], frozenset[int], frozenset[int]]:
    """The words of a clause or a mark, where they begin, where they end."""
    words = tuple(default().words(piece))
    return words, frozenset(start for start, _ in words), frozenset(end for _, end in words)


def sentences_at(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences that share a character with `start:end`; where it is empty, the one that holds `start`.

    A sentence goes up to 。！？； or a line break, these with it, so that the sentences cover the text.
    """
    starts, ends = _sentences(text)
    first = max(bisect.bisect_right(starts, start) - 1, 0)
    last = max(bisect.bisect_left(starts, max(end, start + 1)), first + 1)
    return list(zip(starts[first:last], ends[first:last], strict=True))


def words_at(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Offsets of the words of the sentences that share a character with `start:end`, in order."""
    sentences = sentences_at(text, start, end)
    if not sentences:
        return []
    starts, ends = _pieces(text)
    found = []
    for i in range(bisect.bisect_left(starts, sentences[0][0]), bisect.bisect_left(starts, sentences[-1][1])):
        at = starts[i]
        found += [(at + a, at + b) for a, b in _words(text[at : ends[i]])[0]]
    return found


def starts_word(text: str, offset: int) -> bool:
    """Whether a word begins at a character; False for a blank and for the text's end."""
    starts, ends = _pieces(text)
    i = bisect.bisect_right(starts, offset) - 1
    if i < 0 or offset >= ends[i]:
        return False
    return offset == starts[i] or offset - starts[i] in _words(text[starts[i] : ends[i]])[1]


def word_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The longer word in which `text[start:end]` stands; None where it stands in none, or in none to be relied on.

    Relied on are the words of the model's features, of gazetteer and lexicons, wherever in them it stands. What else
    the model takes for a word is a guess, whose edges are often wrong (砚秋到 in 市长李砚秋到现场): there it has to
    stand in the middle.

    Args:
        text: The text.
        start: Where the stretch starts; with `end` the same, the place of a cut.
        end: Where it ends.
    """
    starts, ends = _pieces(text)
    i = bisect.bisect_right(starts, start) - 1
    if i < 0 or end > ends[i] or start == end == starts[i]:
        return None
    first = starts[i]
    for a, b in _words(text[first : ends[i]])[0]:
        a, b = first + a, first + b
        if a <= start and end <= b:
            inside = a < start and end < b
            longer = inside or (start < end < b) or (a < start < end)
            known = default().knows(text[a:b])
            return (a, b) if longer and (known or (inside and start < end)) else None
    return None


def ends_word(text: str, offset: int) -> bool:
    """Whether a word ends before a character; False behind a blank and at the text's start."""
    starts, ends = _pieces(text)
    i = bisect.bisect_left(starts, offset) - 1
    if i < 0 or offset > ends[i]:
        return False
    return offset == ends[i] or offset - starts[i] in _words(text[starts[i] : ends[i]])[2]


def whole_words(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is made of whole words: 合作 in 展开|合作, and not in 成立|合作社."""
    return start < end and starts_word(text, start) and ends_word(text, end)
