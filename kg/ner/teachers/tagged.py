"""The words that a tagger's B and I labels mark, as entities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.ner.entity import Entity, Label

LAC_LABELS: dict[str, Label] = {"PER": "PERSON", "LOC": "LOC", "ORG": "ORG"}
"""The labels of LAC's models that are of use; nr, ns and nt are left out, as they are in its word list."""


def table(path: Path) -> dict[str, str]:
    """A file of two columns parted by a tab, later lines over earlier ones."""
    with path.open(encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return {row[0]: row[1] for row in rows if len(row) == 2}


def words(tags: Sequence[str], *, last: bool) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of the words that tags like `PER-B`, `PER-I`, one a character, make.

    Args:
        tags: Of a sentence.
        last: Whether a word's kind is that of its last tag (LAC 2) or of its first (PaddleNLP's).
    """
    start = 0
    for end in range(1, len(tags) + 1):
        if end == len(tags) or not tags[end].endswith("-I"):
            yield start, end, tags[end - 1 if last else start].rpartition("-")[0]
            start = end


def entities(tags: Sequence[str], offset: int, *, last: bool) -> Iterator[Entity]:
    """The people, organisations and places of a sentence that begins at `offset` of the text."""
    for start, end, kind in words(tags, last=last):
        if label := LAC_LABELS.get(kind):
            yield Entity(offset + start, offset + end, label)
