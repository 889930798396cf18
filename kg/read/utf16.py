"""UTF-16 without a byte order mark."""

from __future__ import annotations

import codecs
import functools

_FEWEST = 10
"""Characters below which anything might look like UTF-16."""
_SHARE = 0.9
_WINDOW = 1 << 14


@functools.cache
def _common() -> frozenset[str]:
    """Characters of running Chinese text: ASCII, punctuation, the common blocks of GB2312 and Big5."""
    gb = bytes(b for lead in [*range(0xA1, 0xA4), *range(0xB0, 0xD8)] for low in range(0xA1, 0xFF) for b in (lead, low))
    lows = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    big5 = bytes(b for lead in range(0xA1, 0xC7) for low in lows for b in (lead, low))
    ascii_text = "\t\n\r" + "".join(map(chr, range(32, 127)))
    return frozenset(gb.decode("gb2312", "ignore") + big5.decode("big5hkscs", "ignore") + ascii_text)


def unmarked_utf16(data: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where the bytes read as that give running text, else None."""
    if len(data) % 2:
        return None
    window = data[:_WINDOW]
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = codecs.getincrementaldecoder(codec)().decode(window)
        except UnicodeDecodeError:
            continue
        # Text of one letter would pass whatever it is.
        common = sum(1 for character in text if character in _common())
        if len(text) >= _FEWEST and len(set(text)) > 3 and common >= _SHARE * len(text):
            return codec
    return None
