"""Paths to documents, one after the other; what cannot be read is named and passed over."""

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kg.errors import MetadataError, ReadError
from kg.model.document import Document, Metadata
from kg.model.failure import Failure
from kg.read.encoding import decode
from kg.read.json_lines import read_lines
from kg.read.sidecar import Sidecar, load_sidecar
from kg.read.sources import LINES, READABLE, SIDECAR, STDIN, TEXT, Source, walk

_REMEDY = f"Readable are {READABLE}."


def documents(paths: Sequence[str | Path], *, metadata: Path | None = None) -> Iterator[Document | Failure]:
    """The documents under the paths, as they are read, in the order of the paths and of the names in folders.

    Args:
        paths: Files, folders (opened to any depth, hidden files left out), `-` for standard input
            (JSON Lines where it begins with `{`, else one text).
        metadata: A CSV file with `file` and any of `title, published_on, publisher, url, place`. It
            goes over a folder's own `metadata.csv`, and that over what a line of JSON says.

    Yields:
        A `Document` for each text; a `Failure` for each file, line or row that cannot be used.

    Raises:
        MetadataError: The file given as `metadata` cannot be read or has no column `file`.
    """
    shelf = _Shelf(load_sidecar(metadata) if metadata is not None else None)
    roots: list[Path] = []
    for source in walk(paths):
        if isinstance(source, Failure):
            yield source
            continue
        if metadata is not None and source.path.resolve() == metadata.resolve():
            continue
        roots.append(source.root)
        yield from shelf.failures(source)
        yield from _read(source, shelf)
    yield from shelf.missing(list(dict.fromkeys(roots)))


class _Shelf:
    """The metadata files that apply: the one given, and each folder's own."""

    def __init__(self, explicit: Sidecar | None) -> None:
        self.explicit = explicit
        self.folders: dict[Path, Sidecar | None] = {}
        self._told: list[Failure] = list(explicit.failures) if explicit else []

    def metadata(self, source: Source, item: int | None = None) -> Metadata:
        found = self.explicit.metadata(source, item) if self.explicit else Metadata()
        for folder in self._folders(source):
            own = self.folders.get(folder)
            if own is not None:
                found = found.over(own.metadata(source, item))
        return found

    def failures(self, source: Source) -> Iterator[Failure]:
        """Opens the metadata files that apply to a source, and says what is wrong in those not yet opened."""
        for folder in self._folders(source):
            if folder not in self.folders:
                self.folders[folder] = self._open(folder / SIDECAR)
        yield from self._told
        self._told.clear()

    def missing(self, roots: list[Path]) -> Iterator[Failure]:
        yield from self._told
        self._told.clear()
        for sidecar in [self.explicit, *self.folders.values()]:
            if sidecar is not None:
                yield from sidecar.missing(roots if sidecar is self.explicit else [])

    def _open(self, path: Path) -> Sidecar | None:
        if not path.is_file() or (self.explicit and path.resolve() == self.explicit.path.resolve()):
            return None
        try:
            sidecar = load_sidecar(path)
        except MetadataError as error:
            self._told.append(Failure(path.as_posix(), f"is left out: {error.what}", error.remedy))
            return None
        self._told += sidecar.failures
        return sidecar

    @staticmethod
    def _folders(source: Source) -> Iterator[Path]:
        """The folders whose `metadata.csv` applies, nearest first: up to the one that was given."""
        if source.given:
            return
        for folder in source.path.parents:
            yield folder
            if folder == source.root:
                return


def _read(source: Source, shelf: _Shelf) -> Iterator[Document | Failure]:
    suffix = source.path.suffix.lower()
    try:
        if source.name == STDIN:
            data = sys.stdin.buffer.read()
            if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
                yield from _lines(io.BytesIO(data), source, shelf)
            else:
                yield _text(data, source, shelf)
        elif suffix in TEXT:
            yield _text(source.path.read_bytes(), source, shelf)
        elif suffix in LINES:
            with source.path.open("rb") as lines:
                yield from _lines(lines, source, shelf)
        else:
            yield Failure(source.name, f"has a format that is not read ({suffix or 'no suffix'})", _REMEDY)
    except ReadError as error:
        yield Failure.of(error)
    except OSError as error:
        yield Failure(source.name, f"cannot be opened ({error.strerror})", "Allow reading it.")


def _text(data: bytes, source: Source, shelf: _Shelf) -> Document:
    text, encoding = decode(data, source.name)
    if not text.strip():
        raise ReadError(source.name, "is empty", "Take it out, or fetch it again.")
    return Document(source.name, text, hashlib.sha256(data).hexdigest(), encoding, shelf.metadata(source))


def _lines(lines: io.BufferedIOBase | io.BytesIO, source: Source, shelf: _Shelf) -> Iterator[Document | Failure]:
    empty = True
    for found in read_lines(lines, source.name):
        empty = False
        if isinstance(found, Failure):
            yield found
        else:
            number, document = found
            yield replace(document, metadata=shelf.metadata(source, number).over(document.metadata))
    if empty:
        raise ReadError(source.name, "is empty", "Take it out, or fetch it again.")
