"""Something to read: a file on disk or one inside another, its bytes not yet opened."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from dataclasses import dataclass, field

from kg.errors import ReadError
from kg.model.document import Metadata
from kg.model.passage import Passage
from kg.read.archives.limits import MEMBER, Budget, Metered
from kg.read.sources import Source

PEEK = 4096
"""Bytes by which a format is recognised."""


RawStream = io.RawIOBase | io.BufferedIOBase


@dataclass(frozen=True, slots=True)
class Entry:
    """A source and how to open it. What containers hold is yielded as entries, too."""

    source: Source
    open: Callable[[], io.BufferedReader]
    """Opened once; the caller closes it. `peek` shows the first bytes."""
    depth: int = 0
    """How many containers it lies in."""
    budget: Budget | None = None
    """What its outermost archive may still unpack to; None for a file on disk."""
    around: Metadata = field(default_factory=Metadata)
    """What the mail that it lies in says of it."""
    outranks: bool = False
    """Whether that goes before what it says itself."""
    declared: str | None = None
    """The encoding that the mail declares for it, by Python's name."""

    @property
    def name(self) -> str:
        """As the user would write it."""
        return self.source.name

    def inner(
        self, name: str, open_raw: Callable[[], RawStream], budget: Budget, *, whole: bool = False, spend: bool = True
    ) -> Entry:
        """A member of an archive; `spend` where its stream is where bytes are unpacked, not one further down."""
        source = self.source.member(name, whole=whole)

        def opened() -> io.BufferedReader:
            return io.BufferedReader(Metered(open_raw(), budget if spend else None, source.name), 1 << 16)

        return Entry(source, opened, self.depth + 1, budget, self.around, self.outranks)

    def mail_part(
        self, name: str, data: bytes, around: Metadata, declared: str | None, *, body: bool, whole: bool = False
    ) -> Entry:
        """A part of a mail; of its `body` the mail knows better than the body itself."""
        source = self.source.member(name, whole=whole)
        budget = self.budget or Budget.of(self.name, len(data))
        return Entry(source, functools.partial(in_memory, data), self.depth + 1, budget, around, body, declared)


def on_disk(source: Source) -> Entry:
    """A file of a folder, or named by the user."""
    return Entry(source, lambda: source.path.open("rb"))


def in_memory(data: bytes) -> io.BufferedReader:
    """A stream over bytes that are there."""
    return io.BufferedReader(io.BytesIO(data))


@dataclass(frozen=True, slots=True)
class Text:
    """What a format's reader found: one text, not yet a document because metadata beside it are missing."""

    entry: Entry
    source: str
    """The text that the bytes say, which the passage's pieces count in."""
    sha256: str
    encoding: str
    passage: Passage | None = None
    """The text to read; None where that is the source as it stands."""
    metadata: Metadata = field(default_factory=Metadata)
    warnings: tuple[str, ...] = ()
    item: int | None = None
    """The line of JSON Lines that it was, from 1."""

    @property
    def path(self) -> str:
        """Its document's path."""
        return self.entry.name if self.item is None else f"{self.entry.name}#{self.item}"


@dataclass(frozen=True, slots=True)
class Table:
    """A `metadata.csv` that lies in an archive, for what is packed with it."""

    entry: Entry
    data: bytes


def everything(entry: Entry, stream: io.BufferedReader) -> bytes:
    """All bytes of an opened entry.

    Raises:
        ReadError: It lies in an archive and is larger than what is taken into memory from one.
    """
    if entry.budget is None:
        return stream.read()
    data = stream.read(MEMBER + 1)
    if len(data) > MEMBER:
        reason = f"is larger than {MEMBER >> 20} MB when unpacked"
        raise ReadError(entry.name, reason, "Unpack it, and read the file itself.")
    return data
