"""Several items run together in one line: a digest numbered 1、 2、 3、, or headlines glued to what follows them."""

from __future__ import annotations

import re

from kg.clean.headline import REPORTED, glued, looks_like_headline
from kg.model.passage import Passage

_NUMBER = re.compile(r"(?:(?<=^)|(?<=[。！？”）)\s]))(?P<number>\d{1,2})[、.．]\s*(?=[^\d\s])")
_SHORTEST = 80
"""Characters that an item of a digest must have."""
_CHANGE = re.compile(
    r"任|被查|履新|提名|逮捕|接受\S{0,6}(?:审查|调查)|开除|双开|辞|当选|落马|人选|处分|免去|卸|调整|换帅|公示|逝世"
)
"""What happens to people in office: items of other kinds are not run together, and 据 opens sections in them."""
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
    if first is None or not _changes(first["head"]):
        return None
    starts = [0]
    for match in _HEAD.finditer(line.text, first.end()):
        if match.start() - starts[-1] >= _SHORTEST and _changes(match["head"]):
            starts.append(match.start())
    if len(starts) < 2 or len(line.text) - starts[-1] < _SHORTEST:
        return None
    return [line.part(start, end).strip() for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True)]


def _changes(head: str) -> bool:
    """Whether a stretch can be the headline of a change of post."""
    return looks_like_headline(head) and _CHANGE.search(head) is not None
