"""What the readers yield and what the pipeline reads: documents, articles, offset maps."""

from __future__ import annotations

import bisect
import hashlib
import unicodedata
from dataclasses import dataclass, field, replace


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


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each character of a clean text stands in its source.

    `pieces` are `(clean, source, length)`, sorted by `clean` and not overlapping: runs copied
    without change. A character between two pieces was put in by the cleaner (a line break).
    """

    pieces: tuple[tuple[int, int, int], ...]

    def source(self, offset: int) -> int | None:
        """The source offset of one clean character, None where the cleaner put it in."""
        i = bisect.bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1
        if i < 0:
            return None
        clean, source, length = self.pieces[i]
        return source + offset - clean if offset < clean + length else None

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The source span `[start, end)` that covers a clean span; None if nothing of it is there."""
        known = [at for i in range(start, end) if (at := self.source(i)) is not None]
        return (min(known), max(known) + 1) if known else None


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
