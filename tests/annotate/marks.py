"""Sentences with the expected spans marked inline: `市长<person name="王龙江">王龙江</person>说`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAG = re.compile(r"<(/?)([a-z]+)((?:\s+[a-z_]+=\"[^\"]*\")*)\s*>")
_ATTRIBUTE = re.compile(r"([a-z_]+)=\"([^\"]*)\"")


@dataclass(frozen=True)
class Mark:
    kind: str
    start: int
    end: int
    attributes: dict[str, str]


def parse(marked: str) -> tuple[str, list[Mark]]:
    """The bare text and its marks, by start. Marks may nest; an unbalanced one is an error."""
    text, marks, open_marks, at = "", [], [], 0
    for tag in _TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        if not tag[1]:
            open_marks.append((tag[2], len(text), dict(_ATTRIBUTE.findall(tag[3]))))
            continue
        if not open_marks or open_marks[-1][0] != tag[2]:
            raise ValueError(f"</{tag[2]}> closes nothing in {marked!r}")
        kind, start, attributes = open_marks.pop()
        marks.append(Mark(kind, start, len(text), attributes))
    if open_marks:
        raise ValueError(f"<{open_marks[-1][0]}> is never closed in {marked!r}")
    text += marked[at:]
    return text, sorted(marks, key=lambda mark: (mark.start, -mark.end))
