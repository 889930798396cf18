"""An entry to the texts in it, whatever its format: containers are opened, what cannot be read is named."""

from __future__ import annotations

import codecs
import hashlib
import io
from collections.abc import Iterable, Iterator

from kg.errors import ReadError
from kg.model.failure import Failure
from kg.model.skipped import Skipped
from kg.read.archives.limits import Exhausted
from kg.read.encoding import decode
from kg.read.entry import PEEK, Entry, Table, Text, everything
from kg.read.formats import BESIDE, READABLE, Format, Unreadable, recognised
from kg.read.json_lines import read_lines
from kg.read.plain import EMPTY, read_plain
from kg.read.sources import INSIDE, SIDECAR, STDIN

Found = Text | Table | Failure | Skipped
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_REMEDY = f"Readable are {READABLE}."


def texts(entry: Entry, *, only: str | None = None) -> Iterator[Found]:
    """Everything that an entry holds, in order.

    Args:
        entry: A file, or something in one.
        only: The path of a document; of the members of containers, those that do not lead to it stay closed.

    Yields:
        A `Text` for each text. A `Failure` for what was meant to be read and cannot be. A `Skipped` for
        what lies beside, unless it was given by name; a `Table` for metadata that were packed with the texts.
    """
    if entry.source.suffix in BESIDE and not (entry.depth and entry.source.path.name == SIDECAR):
        yield _beside(entry)
        return
    try:
        with entry.open() as stream:
            yield from _opened(entry, stream, only)
    except Exhausted as error:
        if entry.depth:
            raise
        yield Failure.of(error)
    except ReadError as error:
        yield Failure.of(error)
    except OSError as error:
        yield Failure(entry.name, f"cannot be opened ({error.strerror or error})", "Allow reading it.")


def _opened(entry: Entry, stream: io.BufferedReader, only: str | None) -> Iterator[Found]:
    head = stream.peek(PEEK)[:PEEK]
    if entry.depth and entry.source.path.name == SIDECAR:
        yield Table(entry, everything(entry, stream))
        return
    found = recognised(entry.source.suffix, head)
    if entry.name == STDIN:
        found = Format.LINES if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else found or Format.TEXT
    if isinstance(found, Unreadable):
        raise ReadError(entry.name, found.reason, found.remedy)
    if found is None:
        yield _beside(entry)
    elif found in (Format.TEXT, Format.MARKDOWN):
        yield from read_plain(entry, everything(entry, stream), markdown=found is Format.MARKDOWN)
    elif found is Format.LINES:
        yield from _lines(entry, stream)
    elif found in (Format.HTML, Format.PDF, Format.DOCX):
        yield from _document(found, entry, everything(entry, stream))
    else:
        yield from _container(found, entry, stream, only)


def _beside(entry: Entry) -> Found:
    suffix = entry.source.suffix
    if entry.source.given and not entry.depth:
        return Failure(entry.name, f"has a format that is not read ({suffix or 'no suffix'})", _REMEDY)
    return Skipped(entry.name, suffix)


def _lines(entry: Entry, stream: io.BufferedReader) -> Iterator[Found]:
    lines: Iterable[bytes] = stream
    wide = stream.peek(2)[:2] in _WIDE
    if wide:
        # A line break of two bytes is found only in the text.
        lines = (line.encode() for line in decode(everything(entry, stream), entry.name)[0].split("\n"))
    empty = True
    for found in read_lines(lines, entry.name):
        empty = False
        if isinstance(found, Failure):
            yield found
        else:
            number, line = found
            encoding = "utf-16" if wide else line.encoding
            yield Text(entry, line.text, line.sha256, encoding, metadata=line.metadata, item=number)
    if empty:
        raise ReadError(entry.name, "is empty", EMPTY)


def _document(format: Format, entry: Entry, data: bytes) -> Iterator[Found]:
    if not data.strip():
        raise ReadError(entry.name, "is empty", EMPTY)
    sha256 = hashlib.sha256(data).hexdigest()
    if format is Format.HTML:
        from kg.read.page import read_page

        yield from read_page(entry, data, sha256)
    elif format is Format.PDF:
        from kg.read.pdf import read_pdf

        yield from read_pdf(entry, data, sha256)
    else:
        from kg.read.docx import read_docx

        yield from read_docx(entry, data, sha256)


def _container(format: Format, entry: Entry, stream: io.BufferedReader, only: str | None) -> Iterator[Found]:
    from kg.read.archives.limits import DEPTH
    from kg.read.containers import members

    if entry.depth >= DEPTH:
        raise ReadError(entry.name, f"lies in {DEPTH} archives or mails already", "Unpack the outer ones.")
    for member in members(format, entry, stream):
        if not isinstance(member, Entry):
            yield member
        elif only is None or only == member.name or only.startswith((member.name + INSIDE, member.name + "#")):
            yield from texts(member, only=only)
