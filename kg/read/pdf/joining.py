"""Lines to passages, and passages to one another: blanks where they are wanted, nowhere else."""

from __future__ import annotations

import re

from kg.model.passage import Passage, join
from kg.read.pdf.lines import Line

_LETTER = re.compile(r"[A-Za-z]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_CELL = 0.75
"""Blank between the cells of a row, in font sizes."""


def passage_of(line: Line, source: str, start: int) -> Passage:
    """A line with the blanks that its source has between its characters."""
    passages: list[Passage] = []
    for i, glyph in enumerate(line.glyphs):
        at = start + glyph.at
        if i:
            last = line.glyphs[i - 1]
            before = source[start + last.at + len(last.text) : at] if last.at < glyph.at else ""
            written = glyph.spaced or _latin(last.text, glyph.text)
            if before.isspace() and "\n" not in before and written:
                passages.append(Passage.of(source, at - 1, at))
            elif line.row and glyph.left - last.right > _CELL * line.size:
                passages.append(Passage(" "))
        passages.append(Passage.of(source, at, at + len(glyph.text)))
    return join(passages)


def _latin(last: str, first: str) -> bool:
    return bool(_LATIN.match(last) and _LATIN.match(first))


def joined(before: Passage, passage: Passage) -> Passage:
    """A paragraph and its next line: a blank only between two words in letters, a hyphen there gone."""
    if not before.text or not passage.text:
        return join([before, passage])
    if re.search(r"[A-Za-z]-$", before.text) and re.match(r"[a-z]", passage.text):
        return join([before.part(0, len(before.text) - 1), passage])
    words = _LETTER.match(before.text[-1]) and _LETTER.match(passage.text[0])
    return join([before, passage], between=" " if words else "")
