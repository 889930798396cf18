"""What the readers yield and what the pipeline reads: documents, articles, offset maps."""

from __future__ import annotations

import bisect
import hashlib
import unicodedata
from dataclasses import dataclass, field, replace
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document from outside its running text. Every field may be None."""

    title: str | None = None
    published_on: str | None = None
    """`YYYY-MM-DD`, `YYYY-MM` or `YYYY`."""
    publisher: str | None = None
    url: str | None = None
    place: str | None = None
    """Canonical name of the division that the publisher reports from, where a sidecar says so."""

    def over(self, other: Metadata) -> Metadata:
        """These fields, with `other`'s where these are None."""
        mine = {name: value for name in self.__slots__ if (value := getattr(self, name)) is not None}
        return replace(other, **mine)


class Piece(NamedTuple):
    """A run of clean text and the run of source it was made from.

    Where `length` and `width` are one, its characters stand for one another in turn; else the whole
    was made from the whole (`&amp;`, a phrase in other characters).
    """

    clean: int
    """Offset in the clean text."""
    source: int
    """Offset in the source."""
    length: int
    """Characters of the clean text."""
    width: int
    """Characters of the source."""

    def part(self, start: int, end: int) -> Piece | None:
        """What of it lies in clean `[start, end)`, counted from `start`; None if nothing does."""
        first, last = max(self.clean, start), min(self.clean + self.length, end)
        if first >= last:
            return None
        if self.length == self.width:
            return Piece(first - start, self.source + first - self.clean, last - first, last - first)
        return Piece(first - start, self.source, last - first, self.width)

    def moved(self, by: int) -> Piece:
        """The same, `by` characters further in the clean text."""
        return self._replace(clean=self.clean + by)


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each character of a clean text stands in its source.

    `pieces` are sorted by `clean` and do not overlap. A character between two pieces was put in by
    the cleaner (a line break).
    """

    pieces: tuple[Piece, ...]

    def source(self, offset: int) -> int | None:
        """The source offset of one clean character, None where the cleaner put it in."""
        span = self.span(offset, offset + 1)
        return span[0] if span else None

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The source span `[start, end)` that covers a clean span; None if nothing of it is there."""
        known = [(part.source, part.source + part.width) for part in self.parts(start, end)]
        return (min(first for first, _ in known), max(last for _, last in known)) if known else None

    def parts(self, start: int, end: int) -> list[Piece]:
        """The pieces of clean `[start, end)`, counted from `start`."""
        i = max(bisect.bisect_right(self.pieces, start, key=lambda piece: piece.clean) - 1, 0)
        found = []
        while i < len(self.pieces) and self.pieces[i].clean < end:
            if (part := self.pieces[i].part(start, end)) is not None:
                found.append(part)
            i += 1
        return found

    def through(self, below: OffsetMap) -> OffsetMap:
        """This map of a text onto its source, and `below` of that source onto its own, as one."""
        pieces: list[Piece] = []
        for piece in self.pieces:
            if piece.length == piece.width:
                pieces += [p.moved(piece.clean) for p in below.parts(piece.source, piece.source + piece.length)]
            elif (span := below.span(piece.source, piece.source + piece.width)) is not None:
                pieces.append(Piece(piece.clean, span[0], piece.length, span[1] - span[0]))
        return OffsetMap(tuple(pieces))


@dataclass(frozen=True, slots=True)
class Document:
    """One source text as it was read: a file, a line of JSON Lines, standard input."""

    path: str
    """As given by the user, with `#N` behind it for the N-th line (from 1) of a JSON Lines file."""
    text: str
    sha256: str
    """Of the bytes that were read."""
    encoding: str = "utf-8"
    metadata: Metadata = field(default_factory=Metadata)
    offsets: OffsetMap | None = None
    """From `text` to the text that the bytes say (markup and all); None where they are one."""
    warnings: tuple[str, ...] = ()
    """What the reader is not sure of, a sentence each; every article of the document carries them."""


@dataclass(frozen=True, slots=True)
class Article:
    """One news item, cleaned.

    `text` is what every later offset counts in: the title's line (where there is a title), a line
    break, then the body with one line a paragraph.
    """

    id: str
    text: str
    source: str
    """The path of its document."""
    sha256: str
    """Of its document's bytes."""
    item: int = 0
    """Which item of its document, from 0."""
    title: str | None = None
    body_start: int = 0
    """Offset in `text` at which the body begins: 0 without a title."""
    published_on: str | None = None
    publisher: str | None = None
    url: str | None = None
    place: str | None = None
    """From metadata only; what the text says is for the annotation to find."""
    byline: tuple[str, ...] = ()
    """Reporters, photographers and editors named at its edges."""
    dateline: str | None = None
    """What the cleaner took from in front of the lead: 红网时刻衡阳8月16日讯（衡阳日报记者 …）."""
    offsets: OffsetMap = field(default_factory=lambda: OffsetMap(()))
    warnings: tuple[str, ...] = ()


def article_id(text: str) -> str:
    """An id that a better cleaner does not change: 16 hex digits over the letters and digits of the text, NFKC."""
    kept = "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())
    return hashlib.sha256(kept.encode()).hexdigest()[:16]
