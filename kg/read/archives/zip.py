"""`.zip`: what its directory lists, member by member."""

from __future__ import annotations

import functools
import io
import stat
import zipfile
from collections.abc import Iterator

from kg.errors import ReadError
from kg.model.failure import Failure
from kg.read.archives.limits import FLOOR, MEMBERS, RATIO, Budget, broken
from kg.read.archives.names import Unique, from_bytes, is_hidden, leads_out
from kg.read.entry import Entry
from kg.read.sources import SIDECAR

_UTF8_NAME = 0x800
_LOCKED = 0x1


def opened(entry: Entry, stream: io.BufferedIOBase) -> zipfile.ZipFile:
    """The archive in a seekable stream.

    Raises:
        ReadError: It is none, or its directory at the end is missing or broken.
    """
    try:
        return zipfile.ZipFile(stream)
    except Exception as error:  # the module lets many through: of struct, of zlib, of decoding
        reason = "is no zip archive, or is cut off" if "not a zip" in str(error) else broken(error)
        raise ReadError(entry.name, reason, "Fetch it again.") from None


def members(entry: Entry, archive: zipfile.ZipFile, budget: Budget) -> Iterator[Entry | Failure]:
    """Its files in order, those that cannot be read as failures; those behind a password as one."""
    names, locked, count = Unique(), [], 0
    # Metadata are needed before what they describe, wherever they were packed.
    for info in sorted(archive.infolist(), key=lambda info: not info.filename.endswith(SIDECAR)):
        name = _name(info)
        if info.is_dir() or name.endswith("/") or (is_hidden(name) and not leads_out(name)):
            continue
        count += 1
        if count > MEMBERS:
            reason = f"holds more than {MEMBERS:,} files; those behind are left out"
            yield Failure(entry.name, reason, "Split it.")
            break
        where = f"{entry.name}!/{name}"
        if leads_out(name):
            yield Failure(where, "has a path that leads out of the archive", "Pack it again from inside its folder.")
        elif stat.S_ISLNK(info.external_attr >> 16):
            yield Failure(where, "is a link and is not followed", "Pack the file itself.")
        elif info.flag_bits & _LOCKED:
            locked.append(name)
        elif info.file_size > FLOOR and info.file_size > RATIO * max(info.compress_size, 1):
            reason = f"unpacks to more than {RATIO} times its size"
            yield Failure(where, reason, "Look at what it is; unpack it by hand if it is in order.")
        else:
            yield entry.inner(names.name(name), functools.partial(_stream, archive, info, where), budget)
    if locked:
        reason = f"holds {len(locked)} behind a password, the first {locked[0]}"
        yield Failure(entry.name, reason, "Unpack it with its password, and give the folder.")


def _stream(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str) -> io.BufferedIOBase:
    try:
        return archive.open(info)  # type: ignore[return-value]
    except Exception as error:  # as above
        raise ReadError(where, broken(error), "Pack it again, or fetch it again.") from None


def _name(info: zipfile.ZipInfo) -> str:
    """The member's path. Without the flag for UTF-8 the module takes the bytes for the first IBM PC's."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return from_bytes(info.filename.encode("cp437"))
    except UnicodeEncodeError:
        return info.filename
