"""Bytes to text: a byte order mark decides, else strict UTF-8, else strict GB18030 (and with it GBK and GB2312)."""

from __future__ import annotations

import codecs
import re

from kg.errors import ReadError

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


def decode(data: bytes, path: str, *, line: int | None = None) -> tuple[str, str]:
    """The text and the name of its encoding; `damaged utf-8` where single bytes had to be given up as U+FFFD.

    A file that was cut in the middle of a character is no GB18030 file because of that, so a few
    bytes that fit nothing are replaced before a text is taken for another encoding altogether.

    Raises:
        ReadError: The bytes are no text, or in no encoding that is known here.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _marked(data, codec, name, path, line)
    if b"\x00" in data or _controls(data) > 0.02:
        raise ReadError(path, "is no text", "Give a text file: .txt, .md or .jsonl.", line=line)
    damaged = data.decode("utf-8", errors="replace")
    lost = damaged.count(_LOST) - data.count(_LOST.encode())
    if not lost:
        return damaged, "utf-8"
    beyond_ascii = len(damaged) - len(damaged.encode("ascii", "ignore")) - lost
    if lost <= _DAMAGE * beyond_ascii:
        return damaged, "damaged utf-8"
    try:
        return data.decode("gb18030"), "gb18030"
    except UnicodeDecodeError:
        pass
    damaged = data.decode("gb18030", errors="replace")
    if damaged.count(_LOST) <= _DAMAGE * len(damaged):
        return damaged, "damaged gb18030"
    raise ReadError(path, "is in neither UTF-8 nor GB18030", "Save it as UTF-8.", line=line)


def _marked(data: bytes, codec: str, name: str, path: str, line: int | None) -> tuple[str, str]:
    text = data.decode(codec, errors="replace")
    lost = text.count(_LOST)
    if lost > max(1, _DAMAGE * len(text)):
        reason = f"begins like {name.upper()} but is not in it"
        raise ReadError(path, reason, "Save it as UTF-8.", line=line)
    return text, f"damaged {name}" if lost else name


def _controls(data: bytes) -> float:
    """Share of control characters, by the beginning of the data."""
    window = data[:_WINDOW]
    return len(_CONTROL.findall(window)) / max(len(window), 1)
