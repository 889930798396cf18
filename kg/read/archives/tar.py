"""`.tar`, packed or not: member by member, as the stream brings them."""

from __future__ import annotations

import functools
import io
import tarfile
from collections.abc import Iterator
from typing import IO, cast

from kg.errors import ReadError
from kg.model.failure import Failure
from kg.read.archives.limits import MEMBER, MEMBERS, Budget, broken
from kg.read.archives.names import Unique, from_bytes, is_hidden, leads_out
from kg.read.entry import Entry

_CUT = "is cut off or broken; what stands before is read"


class _Apart(io.RawIOBase):
    """A member's stream; closing it leaves the archive's open."""

    def __init__(self, inner: IO[bytes]) -> None:
        self._inner = inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._inner.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Watched:
    """The archive's stream; it gives what it has before it breaks, and knows how it ended."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._tail = b""

    def read(self, count: int) -> bytes:
        data = self._stream.read1(count)
        self._tail = (self._tail + data)[-tarfile.BLOCKSIZE :]
        return data

    @property
    def cut(self) -> bool:
        """Whether it ended without the blank block that ends an archive."""
        return self._tail != bytes(tarfile.BLOCKSIZE)


def members(entry: Entry, stream: io.BufferedReader, budget: Budget) -> Iterator[Entry | Failure]:
    """Its files in order. Each entry must be read before the next is asked for.

    A stream that is unpacked is metered already; the budget is for what is packed inside.

    Raises:
        ReadError: It is no tar archive, or ends too early.
    """
    names, count = Unique(), 0
    watched = _Watched(stream)
    try:
        with tarfile.open(fileobj=cast("IO[bytes]", watched), mode="r|", errors="surrogateescape") as archive:
            for info in archive:
                # The module keeps every header it has read; an archive of many is not to fill the memory.
                archive.members = []  # type: ignore[attr-defined]
                name = _name(info.name)
                if info.isdir() or (is_hidden(name) and not leads_out(name)):
                    continue
                count += 1
                if count > MEMBERS:
                    reason = f"holds more than {MEMBERS:,} files; those behind are left out"
                    yield Failure(entry.name, reason, "Split it.")
                    return
                if (failure := _refused(entry, name, info)) is not None:
                    yield failure
                    continue
                data = archive.extractfile(info)
                if data is not None:
                    yield entry.inner(names.name(name), functools.partial(_Apart, data), budget, spend=False)
    except ReadError:
        raise
    except Exception as error:  # tarfile.TarError, but of struct, of decoding and of numbers too
        raise ReadError(entry.name, _CUT if count else broken(error), "Fetch it again.") from None
    if watched.cut:
        raise ReadError(entry.name, _CUT, "Fetch it again.")


def _refused(entry: Entry, name: str, info: tarfile.TarInfo) -> Failure | None:
    where = f"{entry.name}!/{name}"
    if leads_out(name):
        return Failure(where, "has a path that leads out of the archive", "Pack it again from inside its folder.")
    if info.issym() or info.islnk():
        return Failure(where, "is a link and is not followed", "Pack the file itself.")
    if not info.isfile():
        return Failure(where, "is no file but a device", "Leave it out.")
    if info.size > MEMBER:
        return Failure(where, f"is larger than {MEMBER >> 20} MB when unpacked", "Unpack it, and read the file itself.")
    return None


def _name(name: str) -> str:
    """The member's path, where its bytes were no UTF-8 in what they are."""
    raw = name.encode("utf-8", "surrogateescape")
    name = name if raw.isascii() else from_bytes(raw)
    return name.removeprefix("./")
