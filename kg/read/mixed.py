"""Files whose encoding changes midway: each line in its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.read.double_byte import CODECS, plainly

_HAN = re.compile(r"[\u3400-\u9fff]")
_MARK = re.compile(rb"(?<=\n)(?:\xff\xfe|\xfe\xff)")
_FEWEST = 6
"""Chinese characters that must be there in UTF-8: a line of few may be UTF-8 by chance."""


@dataclass(frozen=True, slots=True)
class Mixed:
    """A text put together from lines in different encodings."""

    text: str
    first: str
    """The encoding that it begins in."""
    second: str
    """The one that it changes to; empty where that is none known."""
    line: int
    """The line at which it changes first, from 1."""

    @property
    def encoding(self) -> str:
        """Both, for `Document.encoding`."""
        return f"{self.first} and {self.second}" if self.second else f"damaged {self.first}"


def by_marks(data: bytes) -> Mixed | None:
    """A file with another in UTF-16 behind it, byte order mark and all; None where there is none."""
    mark = _MARK.search(data)
    if mark is None:
        return None
    try:
        front, back = data[: mark.start()].decode("utf-8"), data[mark.start() :].decode("utf-16", errors="replace")
    except UnicodeDecodeError:
        return None
    return Mixed(front + back, "utf-8", "utf-16", data.count(b"\n", 0, mark.start()) + 1)


def by_lines(data: bytes, *, any_rest: bool = False) -> Mixed | None:
    """A file of lines in UTF-8 and of lines in GB18030 or Big5; None where it is not that.

    Args:
        data: Bytes that are not UTF-8 throughout.
        any_rest: Take lines in no encoding known here too, what they hold replaced by U+FFFD.
    """
    lines = data.splitlines(keepends=True) if b"\n" not in data else data.split(b"\n")
    between = b"" if b"\n" not in data else b"\n"
    if len(lines) < 2:
        return None
    utf8 = [_as_utf8(line) for line in lines]
    han = sum(len(_HAN.findall(text)) for text in utf8 if text is not None)
    other = between.join(line for line, text in zip(lines, utf8, strict=True) if text is None)
    name = plainly(other)
    if han < _FEWEST or (name is None and not any_rest):
        return None
    codec = CODECS[name] if name is not None else "utf-8"
    texts = [line.decode(codec, "replace") if text is None else text for line, text in zip(lines, utf8, strict=True)]
    in_utf8 = [text is not None for line, text in zip(lines, utf8, strict=True) if not line.isascii()]
    beyond = [number for number, line in enumerate(lines, 1) if not line.isascii()]
    change = next(i for i, one in enumerate(in_utf8) if one != in_utf8[0])
    first, second = ("utf-8", name or "") if in_utf8[0] else (name or "utf-8", "utf-8" if name else "")
    at = beyond[change] if in_utf8[0] or name is not None else beyond[0]
    return Mixed(between.decode().join(texts), first, second, at)


def _as_utf8(line: bytes) -> str | None:
    """The line where it is UTF-8 for certain: ASCII, or with Chinese characters that come out as such."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return None
    han = len(_HAN.findall(text))
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return text if not beyond or (han >= 2 and 2 * han >= beyond) else None
