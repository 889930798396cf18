"""Blocks that a page says twice: the second time they are dropped, also where the copy begins mid-way."""

from __future__ import annotations

import re

from kg.clean.paragraphs import is_broken, is_heading
from kg.model.passage import Passage

ENOUGH = 24
"""Letters that a run of repeated lines must have together; fewer may be said twice on purpose."""
_KEY = 12
_LETTERS = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"[^。！？!?\n]+(?:[。！？!?]+[”’）)]*|$)")
_SENTENCE_ENOUGH = 15


def without_repeats(lines: list[Passage]) -> list[Passage]:
    """The lines less those that earlier lines contain.

    A run of lines goes when each stands, whole and in letters alone, in what came before the run,
    and they have `ENOUGH` letters together. Short lines go only as part of such a run.
    """
    letters = [_LETTERS.sub("", line.text) for line in lines]
    whole, starts = "".join(letters), []
    at = 0
    for text in letters:
        starts.append(at)
        at += len(text)
    first = _first_places(whole, {text[:_KEY] for text in letters if len(text) >= _KEY})
    seen: set[str] = set()
    repeated = []
    for text, start in zip(letters, starts, strict=True):
        repeated.append(text in seen or _stands_before(text, start, whole, first))
        seen.add(text)
    kept, i = [], 0
    while i < len(lines):
        j = i
        while j < len(lines) and repeated[j]:
            j += 1
        begin, stop = _between_sentences(lines, i, j)
        if sum(map(len, letters[begin:stop])) >= ENOUGH:
            kept += lines[i:begin] + lines[stop:j]
        else:
            kept += lines[i:j]
        kept += lines[j : j + 1]
        i = j + 1
    return kept


def _between_sentences(lines: list[Passage], start: int, end: int) -> tuple[int, int]:
    """A run of lines less those at its edges whose sentence goes on in lines that stay."""
    while start < end and start > 0 and not _stops(lines[start - 1].text):
        start += 1
    while start < end < len(lines) and not _stops(lines[end - 1].text):
        end -= 1
    return start, end


def _stops(text: str) -> bool:
    return not is_broken(text) or is_heading(text)


def _first_places(whole: str, keys: set[str]) -> dict[str, list[int]]:
    """The first few places of each key; one pass over the text."""
    places: dict[str, list[int]] = {}
    if len(keys) < 2:
        return places
    for i in range(len(whole) - _KEY + 1):
        key = whole[i : i + _KEY]
        if key in keys:
            found = places.setdefault(key, [])
            if len(found) < 4:
                found.append(i)
    return places


def _stands_before(text: str, start: int, whole: str, first: dict[str, list[int]]) -> bool:
    if len(text) < _KEY:
        return False
    return any(i + len(text) <= start and whole.startswith(text, i) for i in first.get(text[:_KEY], ()))


def without_repeated_sentences(paragraphs: list[Passage]) -> list[Passage]:
    """The paragraphs less sentences that an earlier one of the article says letter by letter."""
    seen: set[str] = set()
    kept = []
    for paragraph in paragraphs:
        cut = []
        for match in _SENTENCE.finditer(paragraph.text):
            sentence = _LETTERS.sub("", match[0])
            if len(sentence) >= _SENTENCE_ENOUGH and sentence in seen:
                cut.append(match.span())
            seen.add(sentence)
        if (rest := paragraph.without(cut).strip()).text:
            kept.append(rest)
    return kept
