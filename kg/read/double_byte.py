"""GB18030 told from Big5 by the characters that come out: real text has common ones nearly throughout."""

from __future__ import annotations

import re
from typing import NamedTuple

GB18030 = "gb18030"
BIG5 = "big5"
CODECS = {GB18030: "gb18030", BIG5: "big5hkscs"}
"""Encodings by the name that a document gets; HKSCS holds Big5 and what Windows and Hong Kong added."""

_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
# Both standards put their common characters (3,755 and 5,401) and their punctuation into blocks of
# their own. Text of the one, read as the other, is scattered over the rest.
_COMMON_GB = re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]")
_COMMON_BIG5 = re.compile(rb"[\xa1-\xc5][\x40-\x7e\xa1-\xfe]|\xc6[\x40-\x7e]")
_WINDOW = 1 << 16
_FEWEST = 8
"""Different characters below which chance decides more than the measure does."""
_DAMAGE = 0.01


class Shares(NamedTuple):
    """How many of the two-byte characters are common ones, read in either way; 0 to 1."""

    gb18030: float
    big5: float
    characters: int
    different: int


def shares(data: bytes) -> Shares:
    """The measure, by the first 64 KB."""
    pairs = _PAIR.findall(data[:_WINDOW])
    total = max(len(pairs), 1)
    gb = sum(1 for pair in pairs if _COMMON_GB.match(pair))
    big5 = sum(1 for pair in pairs if _COMMON_BIG5.match(pair))
    return Shares(gb / total, big5 / total, len(pairs), len(set(pairs)))


def is_big5(data: bytes, *, declared: bool = False) -> bool:
    """Whether bytes that are no UTF-8 are Big5 rather than GB18030.

    Where the page declares Big5 that decides what the measure leaves open; it is not believed
    against the measure.
    """
    found = shares(data)
    margin = 0.0 if declared else 0.15
    if found.big5 < (0.6 if declared else 0.85) or found.big5 <= found.gb18030 + margin:
        return False
    if found.different < _FEWEST and not declared:
        return False
    text = data.decode(CODECS[BIG5], errors="replace")
    return text.count("\ufffd") <= _DAMAGE * len(text)


def plainly(data: bytes) -> str | None:
    """The encoding in which bytes are running Chinese text without a doubt, else None."""
    name = BIG5 if is_big5(data) else GB18030
    found = shares(data)
    share = found.big5 if name == BIG5 else found.gb18030
    if share < 0.8 or found.characters < 4:
        return None
    try:
        data.decode(CODECS[name])
    except UnicodeDecodeError:
        return None
    return name
