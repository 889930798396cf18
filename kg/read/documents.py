"""Paths to documents, one after the other; what cannot be read is named and passed over."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, overload

from kg.model.document import Document
from kg.model.failure import Failure
from kg.model.skipped import Skipped
from kg.read.entry import Entry, Table, Text, in_memory, on_disk
from kg.read.formats import READABLE
from kg.read.reading import texts
from kg.read.shelf import Shelf
from kg.read.sidecar import load_sidecar
from kg.read.sources import STDIN, walk
from kg.read.traditional import in_simplified


@overload
def documents(
    paths: Sequence[str | Path], *, metadata: Path | None = None, skipped: Literal[False] = False
) -> Iterator[Document | Failure]: ...


@overload
def documents(
    paths: Sequence[str | Path], *, metadata: Path | None = None, skipped: Literal[True]
) -> Iterator[Document | Failure | Skipped]: ...


def documents(
    paths: Sequence[str | Path], *, metadata: Path | None = None, skipped: bool = False
) -> Iterator[Document | Failure | Skipped]:
    """The documents under the paths, as they are read, in the order of the paths and of the names in folders.

    Args:
        paths: Files, folders (opened to any depth, hidden files left out), archives and mails (opened
            likewise), `-` for standard input (JSON Lines where it begins with `{`, else one text).
        metadata: A CSV file with `file` and any of `title, published_on, publisher, url, place`. It
            goes over a folder's own `metadata.csv`, and that over what a line of JSON or a page says.
        skipped: Yield what lies in folders beside the articles (pictures, spreadsheets) as `Skipped`,
            to be counted, and not as failures.

    Yields:
        A `Document` for each text; a `Failure` for each file, line or row that cannot be used.

    Raises:
        MetadataError: The file given as `metadata` cannot be read or has no column `file`.
    """
    shelf = Shelf(load_sidecar(metadata) if metadata is not None else None)
    roots: list[Path] = []
    for source in walk(paths):
        if isinstance(source, Failure):
            yield source
            continue
        if metadata is not None and source.path.resolve() == metadata.resolve():
            continue
        roots.append(source.root)
        yield from shelf.failures(source)
        entry = _standard_input(on_disk(source)) if source.name == STDIN else on_disk(source)
        for found in texts(entry):
            if isinstance(found, Text):
                yield from shelf.failures(found.entry.source)
                yield _document(found, shelf)
            elif isinstance(found, Table):
                shelf.take(found)
            elif isinstance(found, Failure) or skipped:
                yield found
            else:
                reason = f"has a format that is not read ({found.suffix or 'no suffix'})"
                yield Failure(found.path, reason, f"Readable are {READABLE}.")
    yield from shelf.missing(list(dict.fromkeys(roots)))


def _standard_input(entry: Entry) -> Entry:
    data = sys.stdin.buffer.read()
    return Entry(entry.source, functools.partial(in_memory, data))


def _document(text: Text, shelf: Shelf) -> Document:
    entry, metadata = text.entry, text.metadata
    metadata = entry.around.over(metadata) if entry.outranks else metadata.over(entry.around)
    metadata = shelf.metadata(entry.source, text.item).over(metadata)
    passage = text.passage
    return in_simplified(
        Document(
            text.path,
            text.source if passage is None else passage.text,
            text.sha256,
            text.encoding,
            metadata,
            None if passage is None else passage.offsets,
            text.warnings,
        )
    )
