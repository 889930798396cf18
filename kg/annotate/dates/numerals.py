"""Numbers of years, months and days as Chinese news writes them, and the patterns that find them.

Arabic digits may be full width (`\\d` and `int` take both); Chinese numerals are positional for
years (二〇二三年) and counted for months and days (十一月二十九日).
"""

from __future__ import annotations

_POSITIONAL = dict(zip("〇零○Ｏ一二三四五六七八九", (0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_TENS = {"廿": 20, "卅": 30}

BLANK = "[ \u3000\u00a0]?"
"""One blank, as a page sets between digits and words."""

MONTH_DIGITS = r"(?<![\d.．%])(?:1[0-2]|0?[1-9]|１[０-２]|０?[１-９])"
MONTH_WORDS = "(?:十[一二]|[一二三四五六七八九十])"
DAY_DIGITS = r"(?<![\d.．%])(?:3[01]|[12]\d|0?[1-9]|３[０１]|[１２][０-９]|０?[１-９])"
DAY_WORDS = "(?:三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
YEAR_DIGITS = r"(?<![\d.．])(?:[1１][89８９]|[2２][0０])\d\d"
YEAR_WORDS = "(?:一[八九]|二[〇零○Ｏ])[〇零○Ｏ一二三四五六七八九]{2}"


def number(written: str) -> int:
    """The number that is written in digits or in Chinese numerals up to ninety-nine.

    Raises:
        ValueError: It is neither.
    """
    written = written.strip()
    if written.isdecimal():
        return int(written)
    tens, mark, units = written.rpartition("十")
    if mark:
        return (_POSITIONAL[tens] if tens else 1) * 10 + (_POSITIONAL[units] if units else 0)
    if written[:1] in _TENS:
        return _TENS[written[0]] + (_POSITIONAL[written[1]] if written[1:] else 0)
    if not written or any(character not in _POSITIONAL for character in written):
        raise ValueError(f"{written!r} is no number")
    return int("".join(str(_POSITIONAL[character]) for character in written))
