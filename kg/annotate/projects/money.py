"""Sums of money in yuan: 86.8亿元, 3.5万亿元, 八十六点八亿元, 5000万元.

A sum in another currency, one that only names a size (上百亿元) and a rate (每亩5万元) are none; 多 and 余 are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = dict(zip("〇零○一二两三四五六七八九", (0, 0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_WORDS = "〇零○一二两三四五六七八九十百千"
_ARABIC = r"\d[\d,，]*(?:[.．]\d+)?"
_SUM = re.compile(
    rf"(?P<number>{_ARABIC}|[{_WORDS}][{_WORDS}万亿]*(?:点[{_WORDS}]+)?)[ \u3000\u00a0]?[多余]?(?P<unit>[十百千]?万亿|[十百千]?[万亿])?"
    r"[多余]?[ \u3000\u00a0]?(?:元|人民币|块钱|(?<=亿)(?=[，。；、,;）)]))"
)
_VAGUE = re.compile(r"[上数几成～~\-—至到]$")
_RATE = re.compile(r"每\S{0,6}$|人均$|单价\S{0,3}$|均价\S{0,3}$")


@dataclass(frozen=True, slots=True)
class Sum:
    """`text[start:end]` names so many yuan."""

    start: int
    end: int
    yuan: int | float


def _spelled(written: str) -> Decimal | None:
    whole, point, fraction = written.partition("点")
    total = section = digit = 0
    for character in whole:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _SMALL:
            section += (digit or 1) * _SMALL[character]
            digit = 0
        else:
            scale = _LARGE[character]
            section += digit
            if scale == 10**8:
                total = (total + section) * scale
            else:
                total += (section or 1) * scale
            section = digit = 0
    value = Decimal(total + section + digit)
    if point:
        if not fraction or any(character not in _DIGITS for character in fraction):
            return None
        value += Decimal("0." + "".join(str(_DIGITS[character]) for character in fraction))
    return value


def amount(written: str) -> Decimal | None:
    """The number that Arabic digits or Chinese numerals (to 亿) spell, None where they spell none."""
    plain = written.replace(",", "").replace("，", "").replace("．", ".")
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return Decimal(plain)
    if not written or any(character not in _DIGITS and character not in "十百千万亿点" for character in written):
        return None
    return _spelled(written)


def _scale(unit: str | None) -> int:
    scale = 1
    for character in unit or "":
        scale *= _SMALL.get(character) or _LARGE[character]
    return scale


def sums(text: str, start: int = 0, end: int | None = None) -> list[Sum]:
    """The sums in yuan in `text[start:end]`, left to right."""
    found = []
    for match in _SUM.finditer(text, start, len(text) if end is None else end):
        before = text[max(match.start() - 8, 0) : match.start()]
        if _VAGUE.search(before) or _RATE.search(before):
            continue
        number = amount(match["number"])
        # 上百亿元 and 百亿元 name a size, not a sum.
        if not number or re.fullmatch("[十百千万亿]+", match["number"] + (match["unit"] or "")):
            continue
        value = number * _scale(match["unit"])
        found.append(
            Sum(match.start(), match.end(), int(value) if value == value.to_integral_value() else float(value))
        )
    return found
