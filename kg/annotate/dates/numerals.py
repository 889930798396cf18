"""Chinese numerals up to ten thousand, as dates use them."""

from __future__ import annotations

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0, "两": 2} | {c: i for i, c in enumerate("０１２３４５６７８９")}
_DIGITS |= {str(i): i for i in range(10)}


def number(text: str) -> int | None:
    """12, 十二, 廿一, 初六, 二〇二三 as a number; None if it is none."""
    text = text.removeprefix("初")
    if text and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, found, ones = text.partition("十")
    if not found:
        return None
    if any(c not in _DIGITS for c in tens + ones) or len(tens) > 1 or len(ones) > 1:
        return None
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)
