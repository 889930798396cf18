"""How much of a page each element shows, and what no reader sees of it."""

from __future__ import annotations

import re

from kg.read.html.markup import Text
from kg.read.html.names import container
from kg.read.html.tags import UNSEEN
from kg.read.html.tree import Element

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
MARKS = re.compile("[，。；！？、]")
_HAN_WRITTEN = re.compile(f"{HAN.pattern}|&#(?:[xX][3-9][0-9a-fA-F]{{3}}|[1-4][0-9]{{4}})(?![0-9a-fA-F])")
_MARKS_WRITTEN = re.compile(
    f"{MARKS.pattern}|&#(?:65292|12290|65307|65281|65311|12289|[xX](?i:ff0c|3002|ff1b|ff01|ff1f|3001))(?![0-9a-fA-F])"
)
_HIDDEN = re.compile(r"display\s*:\s*none|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)", re.I)


def han_in(source: str, start: int, end: int) -> int:
    """Chinese characters of a page's source `[start, end)`, those written as entities too."""
    return len(_HAN_WRITTEN.findall(source, start, end))


def weigh(element: Element, *, linked: bool = False) -> None:
    """Give the element and all under it `size`, `linked` and `marks`; what nobody sees has `seen` False and weighs nothing."""
    size = links = marks = 0
    element.seen = element.name not in UNSEEN and not _hidden(element)
    if element.seen:
        linked = linked or (element.name == "a" and "href" in element.attributes)
        for child in element.children:
            if isinstance(child, Text):
                here = han_in(element.source, child.start, child.end)
                size += here
                links += here if linked else 0
                marks += 0 if linked else len(_MARKS_WRITTEN.findall(element.source, child.start, child.end))
            else:
                weigh(child, linked=linked)
                size, links, marks = size + child.size, links + child.linked, marks + child.marks
    element.size, element.linked, element.marks = size, links, marks


def _hidden(element: Element) -> bool:
    """Whether it is not shown; a known container may wait for a script to show it and counts as shown."""
    start, end = element.tag.attributes
    written = element.source[start:end].lower()
    if "hidden" not in written and "none" not in written and "font-size" not in written:
        return False
    said = element.attributes
    hidden = "hidden" in said or _HIDDEN.search(said.get("style", "")) is not None
    return hidden and container(element) is None
