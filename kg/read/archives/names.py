"""Names of members: those that lead out of the archive, those in GBK, those that come twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath

from kg.errors import ReadError
from kg.read.encoding import decode

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_LONGEST = 1000
_DRIVE = re.compile(r"^[A-Za-z]:")


def leads_out(name: str) -> bool:
    """Whether a name is absolute or climbs above the archive's own top."""
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or _DRIVE.match(name) is not None or ".." in parts


def is_hidden(name: str) -> bool:
    """Whether a folder's walk would leave it out too, or some packing program put it there for itself."""
    return any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in name.split("/"))


def from_bytes(raw: bytes) -> str:
    """A name whose encoding nobody wrote down: UTF-8, or what Chinese Windows wrote."""
    if raw.isascii():
        return raw.decode("ascii")
    try:
        return decode(raw, "")[0]
    except ReadError:
        return raw.decode("gb18030", errors="replace")


class Unique:
    """Names made different where an archive or a mail holds one twice: `a.html`, `a (2).html`."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._seen)

    def name(self, wanted: str) -> str:
        """The name that the next member of this name gets."""
        wanted = _UNPRINTABLE.sub("_", wanted)[-_LONGEST:]
        self._seen[wanted] += 1
        if (count := self._seen[wanted]) == 1:
            return wanted
        path = PurePosixPath(wanted)
        return path.with_name(f"{path.stem} ({count}){path.suffix}").as_posix()
