"""Brackets and quotation marks around a meeting's name."""

from __future__ import annotations

import re

LONGEST = 90
"""Characters that a meeting's name has at most in front of its kind."""
OPENING = {"”": "“", "’": "‘", "》": "《", "）": "（", ")": "(", "」": "「", "』": "『"}
_QUOTED = re.compile(r"[^，。；：、！？“”]{2,30}(?:——|—|\s|·)[^，。；：、！？“”]{4,50}")
"""A name of two parts within quotation marks: a motto and what is held."""


def opened(text: str, mark: str, low: int, at: int) -> int:
    """Where the bracket or quotation that closes before `at` opens; -1 if not since `low`."""
    depth = 0
    for i in range(at - 1, low - 1, -1):
        if text[i] == mark:
            depth += 1
        elif text[i] == OPENING[mark]:
            depth -= 1
            if depth == 0:
                return i
    return -1


def quoted_from(text: str, low: int, end: int) -> int | None:
    """Where a name begins that stands within quotation marks to its end (“志在乡村——招商会”), if no sentence does."""
    if text[end : end + 1] != "”":
        return None
    opening = opened(text, "”", max(low, end - LONGEST), end + 1)
    if opening < 0 or text[opening - 1 : opening] == "：" or not _QUOTED.fullmatch(text, opening + 1, end):
        return None
    return opening + 1
