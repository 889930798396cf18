"""Bytes to text: a byte order mark decides, else strict UTF-8, else what the characters that come out tell."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from kg.errors import ReadError
from kg.model.failure import Failure
from kg.read.double_byte import BIG5, CODECS, is_big5, shares
from kg.read.mixed import Mixed, by_lines, by_marks
from kg.read.utf16 import unmarked_utf16

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WINDOW = 1 << 16
_LOST = "\ufffd"
_DAMAGE = 0.01
"""Share of characters that may be beyond repair before a text counts as unreadable."""
_SEVEN_BITS = "hz"
"""GB2312 in letters, as old mails have it; only its declaration tells it from ASCII."""
_SAVE = "Save it as UTF-8."


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what there is to say about its bytes."""

    text: str
    encoding: str
    """`damaged utf-8` where single bytes had to be given up as U+FFFD, `utf-8 and gb18030` where it changes."""
    failure: Failure | None = None
    """Names the line at which the encoding changes; everything that can be read stands in `text` all the same."""


def decode(data: bytes, path: str, *, line: int | None = None, declared: str | None = None) -> tuple[str, str]:
    """`decoded`, only the text and the name of its encoding."""
    found = decoded(data, path, line=line, declared=declared)
    return found.text, found.encoding


def decoded(data: bytes, path: str, *, line: int | None = None, declared: str | None = None) -> Decoded:
    """The text of a file or a line of one.

    A file that was cut in the middle of a character is no GB18030 file because of that, so a few
    bytes that fit nothing are replaced before a text is taken for another encoding altogether.

    Args:
        data: Its bytes.
        path: What to call it in an error.
        line: Its line, for the same.
        declared: The encoding that it, or what it came in, says it is in, by Python's name. It goes
            before neither a byte order mark nor UTF-8, and settles what these leave open.

    Raises:
        ReadError: The bytes are no text, or in no encoding that is known here.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Decoded(*_marked(data, codec, name, path, line))
    if (mixed := by_marks(data)) is not None:
        return _changing(mixed, path, line)
    if b"\x00" in data or _controls(data) > 0.02:
        if (codec16 := unmarked_utf16(data)) is not None:
            return Decoded(*_marked(data, codec16, "utf-16", path, line))
        raise ReadError(path, "is no text", "Give a text file: .txt, .md or .jsonl.", line=line)
    if declared == _SEVEN_BITS and b"~{" in data and (text := _strictly(data, declared)) is not None:
        return Decoded(text, declared)
    damaged = data.decode("utf-8", errors="replace")
    lost = damaged.count(_LOST) - data.count(_LOST.encode())
    if not lost:
        return Decoded(damaged, "utf-8")
    if (mixed := by_lines(data)) is not None:
        return _changing(mixed, path, line)
    beyond_ascii = len(damaged) - len(damaged.encode("ascii", "ignore")) - lost
    if lost <= _DAMAGE * beyond_ascii:
        return Decoded(damaged, "damaged utf-8")
    return _double_byte(data, path, line, declared)


def _double_byte(data: bytes, path: str, line: int | None, declared: str | None) -> Decoded:
    name = BIG5 if is_big5(data, declared=declared == BIG5) else "gb18030"
    share = shares(data).gb18030
    if name != BIG5 and share < 0.5:
        if (codec16 := unmarked_utf16(data)) is not None:
            return Decoded(*_marked(data, codec16, "utf-16", path, line))
        if declared is not None and declared not in (*CODECS, "utf-8") and (text := _strictly(data, declared)):
            return Decoded(text, declared)
    for codec in dict.fromkeys((CODECS[name], "gb18030")):
        text = data.decode(codec, errors="replace")
        lost = text.count(_LOST)
        if not lost or lost <= _DAMAGE * len(text):
            known = BIG5 if codec == CODECS[BIG5] else codec
            return Decoded(text, f"damaged {known}" if lost else known)
    if (mixed := by_lines(data, any_rest=True)) is not None:
        return _changing(mixed, path, line)
    raise ReadError(path, "is in neither UTF-8 nor GB18030, Big5 or UTF-16", _SAVE, line=line)


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _changing(mixed: Mixed, path: str, line: int | None) -> Decoded:
    if mixed.second:
        reason = f"changes its encoding here, from {mixed.first} to {mixed.second}"
    else:
        reason = f"is {mixed.first} up to here, and then in no encoding that is known"
    return Decoded(mixed.text, mixed.encoding, Failure(path, reason, _SAVE, line or mixed.line))


def _marked(data: bytes, codec: str, name: str, path: str, line: int | None) -> tuple[str, str]:
    text = data.decode(codec, errors="replace")
    lost = text.count(_LOST)
    if lost > max(1, _DAMAGE * len(text)):
        reason = f"begins like {name.upper()} but is not in it"
        raise ReadError(path, reason, _SAVE, line=line)
    return text, f"damaged {name}" if lost else name


def _controls(data: bytes) -> float:
    """Share of control characters, by the beginning of the data."""
    window = data[:_WINDOW]
    return len(_CONTROL.findall(window)) / max(len(window), 1)
