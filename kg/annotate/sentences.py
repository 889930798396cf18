"""Sentences of a Chinese news text, by its marks alone."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;]+[”’」』）)]*|\n|$)")


def sentences(text: str) -> list[tuple[int, int]]:
    """Offsets `(start, end)` of the sentences of `text`, without blanks at their edges, in order.

    A sentence ends at 。！？；, with a closing quotation mark behind it, or at a line break.
    """
    found = []
    for match in _SENTENCE.finditer(text):
        raw = match.group()
        stripped = raw.strip()
        if stripped:
            start = match.start() + raw.index(stripped)
            found.append((start, start + len(stripped)))
    return found
