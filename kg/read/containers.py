"""Archives and mails to what they hold."""

from __future__ import annotations

import io
from collections.abc import Iterator

from kg.errors import ReadError
from kg.model.failure import Failure
from kg.model.skipped import Skipped
from kg.read.archives.limits import Budget, Metered
from kg.read.archives.packed import inner_name, unpacked
from kg.read.entry import PEEK, Entry, Text, everything
from kg.read.formats import Format, recognised

Member = Entry | Text | Failure | Skipped


def members(format: Format, entry: Entry, stream: io.BufferedReader) -> Iterator[Member]:
    """What a container holds, in order. Each entry is to be read before the next is asked for.

    Raises:
        ReadError: It is no such container, or ends too early; what was yielded before stands.
    """
    if format is Format.MAIL:
        from kg.read.mail import parts

        yield from parts(entry, everything(entry, stream))
    elif format is Format.ZIP:
        yield from _zip(entry, stream)
    elif format is Format.TAR:
        from kg.read.archives import tar

        yield from tar.members(entry, stream, entry.budget or Budget.of(entry.name, _size(stream)))
    else:
        yield from _packed(entry, stream)


def _zip(entry: Entry, stream: io.BufferedReader) -> Iterator[Member]:
    from kg.read.archives import zip as zipped

    if not stream.seekable():
        stream = io.BufferedReader(io.BytesIO(everything(entry, stream)))
    budget = entry.budget or Budget.of(entry.name, stream.seek(0, io.SEEK_END))
    with zipped.opened(entry, stream) as archive:
        names = set(archive.namelist())
        if "word/document.xml" in names:
            from kg.read.docx import read_docx_archive

            stream.seek(0)
            yield from read_docx_archive(entry, archive, stream.read())
        elif names & {"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"}:
            if entry.source.given and not entry.depth:
                raise ReadError(entry.name, "is an office file of a kind that is not read", "Save it as .docx or .pdf.")
            yield Skipped(entry.name, entry.source.suffix)
        else:
            yield from zipped.members(entry, archive, budget)


def _packed(entry: Entry, stream: io.BufferedReader) -> Iterator[Member]:
    inner = unpacked(stream)
    if inner is None:
        raise ReadError(entry.name, "is packed in no way that is known, or broken", "Fetch it again.")
    budget = entry.budget or Budget.of(entry.name, _size(stream))
    metered: io.BufferedReader = io.BufferedReader(Metered(inner, budget, entry.name), 1 << 16)
    name = inner_name(entry.source.path.name)
    if recognised("", metered.peek(PEEK)[:PEEK]) is Format.TAR or name.lower().endswith(".tar"):
        from kg.read.archives import tar

        yield from tar.members(entry, metered, budget)
    else:
        yield entry.inner(name, lambda: metered, budget, whole=True, spend=False)


def _size(stream: io.BufferedReader) -> int:
    if not stream.seekable():
        return 0
    at = stream.tell()
    size = stream.seek(0, io.SEEK_END)
    stream.seek(at)
    return size
