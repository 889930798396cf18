"""What stands right behind a name, and how much it speaks for the name's ending there."""

from __future__ import annotations

import functools
import re

from kg.annotate.people.characters import characters
from kg.lexicon import load

_MARK = re.compile(
    r"$|[\s，。、；：！？,;:!?（()）“”\"‘’《》【】|/—\-…]|等(?![待级到于候])|[一二两三四五六七八九十\d]+[位名人]"
)

_CONJUNCTIONS = frozenset("和与及")
_FINAL = set("说称摄")
"""One-character words that a mark may follow."""


@functools.cache
def _words() -> re.Pattern[str]:
    return re.compile(load("name_followers").alternation())


def follower(text: str, end: int) -> str:
    """The longest listed word that begins at `end`, empty if there is none."""
    match = _words().match(text, end)
    return match.group() if match else ""


def ends_here(text: str, end: int) -> float:
    """Log odds that a name ends at `end`, by what follows."""
    if _MARK.match(text, end):
        return 2.6
    if word := follower(text, end):
        if len(word) == 1 and word not in _FINAL and text[end + 1 : end + 2] in "、，。；：,.;:":
            return -2.0
        if word in _CONJUNCTIONS and len(follower(text, end + 1)) > 1:
            # 沈清和参加: a verb behind 和 leaves nobody whom it could join
            return -2.0
        return (0.6, 2.8, 3.8, 4.4)[min(len(word), 4) - 1]
    behind = characters().behind.get(text[end], -1.0)
    return max(-3.5, min(behind, 1.2)) - 1.0
