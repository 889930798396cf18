"""`.gz`, `.bz2`, `.xz`: one packed file, which may be a tar archive."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from pathlib import PurePosixPath

GZIP, BZIP2, XZ = b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00"
_TAR_SUFFIXES = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


def unpacked(stream: io.BufferedReader) -> io.BufferedIOBase | None:
    """The stream behind the packing, None where it is packed in none of these ways."""
    head = stream.peek(6)
    if head.startswith(GZIP):
        return gzip.GzipFile(fileobj=stream)
    if head.startswith(BZIP2):
        return bz2.BZ2File(stream)
    if head.startswith(XZ):
        return lzma.LZMAFile(stream)
    return None


def inner_name(name: str) -> str:
    """What a packed file is called without its packing: `a.txt.gz` is `a.txt`, `a.tgz` is `a.tar`."""
    path = PurePosixPath(name)
    if (suffix := path.suffix.lower()) in _TAR_SUFFIXES:
        return path.with_suffix(_TAR_SUFFIXES[suffix]).name
    return path.stem if suffix in (".gz", ".bz2", ".xz") else path.name
