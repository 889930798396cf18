"""Several items run together in one line: a digest numbered 1、 2、 3、, or headlines glued to what follows them."""

from __future__ import annotations

import re

from kg.clean.headline import REPORTED, glued, looks_like_headline
from kg.clean.passage import Passage

_NUMBER = re.compile(r"(?:(?<=^)|(?<=[。！？”）)\s]))(?P<number>\d{1,2})[、.．]\s*(?=[^\d\s])")
_SHORTEST = 80
"""Characters that an item of a digest must have."""
_HEAD = re.compile(r"(?<=[。！？”）])(?P<head>[^。，；！？：\n]{8,50})" + f"(?={REPORTED})")


def parts(line: Passage) -> list[Passage]:
    """The items that a line runs together; the line itself where it is one."""
    return _numbered(line) or _headed(line) or [line]


def _numbered(line: Passage) -> list[Passage] | None:
    """The items of a line that begins with 1、 and counts on, each with a headline."""
    starts: list[re.Match[str]] = []
    for match in _NUMBER.finditer(line.text):
        if int(match["number"]) == len(starts) + 1:
            starts.append(match)
        if not starts:
            return None
    if len(starts) < 2:
        return None
    ends = [*(match.start() for match in starts[1:]), len(line.text)]
    items = [line.part(match.end(), end).strip() for match, end in zip(starts, ends, strict=True)]
    if all(len(item.text) >= _SHORTEST and glued(item.text, labelled=True) for item in items):
        return items
    return None


def _headed(line: Passage) -> list[Passage] | None:
    """The items of a line that begins with a headline glued to 据…消息， and has more of these."""
    first = re.match(f"(?P<head>[^。；\n]{{8,50}}?)(?={REPORTED})", line.text)
    if first is None or not looks_like_headline(first["head"]):
        return None
    starts = [0]
    for match in _HEAD.finditer(line.text, first.end()):
        if match.start() - starts[-1] >= _SHORTEST and looks_like_headline(match["head"]):
            starts.append(match.start())
    if len(starts) < 2 or len(line.text) - starts[-1] < _SHORTEST:
        return None
    return [line.part(start, end).strip() for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True)]
