"""Stretches that name who made the report: （记者 … 通讯员 …）, 责任编辑：…, … 摄."""

from __future__ import annotations

import bisect
import re

from kg.lexicon import load

_HEAD = load("byline_heads").alternation()
_NAMES = r"[\u4e00-\u9fff·]{2,4}"
_SIGNED = rf"(?:{_HEAD})(?:[：:/丨|]|[\s\u3000\xa0]+|(?=[\u4e00-\u9fff]{{2,4}}[\s\u3000）)，]))+(?:{_NAMES}(?:[\s\u3000\xa0、/]+|(?=[）)，。\n])|$))*(?:{_NAMES})?"
_SHOT = rf"{_NAMES}(?:[\s\u3000、]+{_NAMES})*[\s\u3000]*/?[\s\u3000]*(?:摄(?!像头|影展|影家|影作|影爱|影大|影师|制|入|取|氏)|/文|/图|供图|制图)"
_ANY = re.compile(f"{_SIGNED}|{_SHOT}")
_ONLY_SIGNED = re.compile(_SIGNED)
_CREDIT = re.compile("摄|/[文图]|供图|制图")
"""What every credit behind a name holds; the search for names in front of one is slow."""


class Bylines:
    """The bylines of a text."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in (_ANY if _CREDIT.search(text) else _ONLY_SIGNED).finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def cover(self, offset: int) -> bool:
        """Whether a character stands in a byline."""
        i = bisect.bisect_right(self._starts, offset) - 1
        return i >= 0 and offset < self._ends[i]
