"""Words of a text, sentence by sentence, computed for those that are asked about."""

from __future__ import annotations

import bisect
import functools
import re

from kg.words.segmenter import default

_MARKS = "。！？!?；;\n"
_SENTENCE = re.compile(f"[^{_MARKS}]+[{_MARKS}]*|[{_MARKS}]+")


@functools.lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[list[int], list[int]]:
    """Where the sentences of a text start, and where they end; they cover it."""
    spans = [match.span() for match in _SENTENCE.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


@functools.lru_cache(maxsize=1024)
def _words(sentence: str) -> tuple[tuple[int, int], ...]:
    return tuple(default().words(sentence))


@functools.lru_cache(maxsize=1024)
def _edges(sentence: str) -> tuple[frozenset[int], frozenset[int]]:
    """Where words begin in a sentence, and where they end."""
    words = _words(sentence)
    return frozenset(start for start, _ in words), frozenset(end for _, end in words)


def sentences_at(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences that share a character with `start:end`; where it is empty, the one that holds `start`."""
    starts, ends = _sentences(text)
    first = max(bisect.bisect_right(starts, start) - 1, 0)
    last = max(bisect.bisect_left(starts, max(end, start + 1)), first + 1)
    return list(zip(starts[first:last], ends[first:last], strict=True))


def words_at(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Offsets of the words of the sentences that share a character with `start:end`, in order."""
    return [
        (first + a, first + b) for first, last in sentences_at(text, start, end) for a, b in _words(text[first:last])
    ]


def starts_word(text: str, offset: int) -> bool:
    """Whether a word begins at a character; False for a blank and for the text's end."""
    for first, last in sentences_at(text, offset, offset):
        if first <= offset < last:
            return offset - first in _edges(text[first:last])[0]
    return False


def ends_word(text: str, offset: int) -> bool:
    """Whether a word ends before a character; False behind a blank and at the text's start."""
    for first, last in sentences_at(text, offset - 1, offset - 1) if offset > 0 else ():
        if first < offset <= last:
            return offset - first in _edges(text[first:last])[1]
    return False


def whole_words(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is made of whole words: 合作 in 去|合作|调研, and not in 展开|合作社|建设."""
    return start < end and starts_word(text, start) and ends_word(text, end)
