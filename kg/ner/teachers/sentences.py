"""Sentences of a text, short enough for a recurrent model, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;]+[”’」』）)]*|\n|$)")
_LONGEST = 256


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Offset and text of each sentence, without white space at its ends; a longer one than 256 characters is cut at a comma."""
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        while end - start > _LONGEST:
            cut = max(text.rfind(mark, start, start + _LONGEST) for mark in "，、,： ")
            cut = cut + 1 if cut >= start + _LONGEST // 2 else start + _LONGEST
            yield from _stripped(text, start, cut)
            start = cut
        yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    part = text[start:end]
    if bare := part.strip():
        yield start + len(part) - len(part.lstrip()), bare
