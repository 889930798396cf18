"""Elements to lines: what blocks and breaks set apart, what a row of a table holds side by side."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.model.passage import Passage
from kg.read.html.characters import Writing
from kg.read.html.markup import Text
from kg.read.html.tags import BLOCKS
from kg.read.html.tree import Element
from kg.read.html.weights import HAN, han_in

_SET_APART = re.compile(r"display\s*:\s*(?:block|flex|table|list-item|grid)", re.I)
_AS_WRITTEN = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
_BREAK = re.compile(r"\r\n?|\n")
_ENDED = re.compile(r"[。；][”’）)]?$")
_CELL = 100
"""Chinese characters of a cell that may have several paragraphs and is still one of a table of figures or names."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a headline, a row of a table."""

    passage: Passage
    block: Element
    """The innermost block it stands in."""
    start: int
    """Where in the source it begins."""
    linked: int
    """Chinese characters of it in links."""
    hrefs: tuple[str, ...]
    """Where its links go."""

    @property
    def text(self) -> str:
        """What it says."""
        return self.passage.text

    @property
    def is_link(self) -> bool:
        """Whether it is a way to somewhere else: most of it stands in links, and it is no sentence."""
        linked = bool(self.hrefs) and self.linked >= 0.6 * len(HAN.findall(self.text))
        return linked and not self.is_ended

    @property
    def is_ended(self) -> bool:
        """Whether it ends as a sentence of a text does, and headlines do not."""
        return bool(_ENDED.search(self.text))


def lines(element: Element, leave_out: Callable[[Element], bool] = lambda _: False) -> list[Line]:
    """The lines of an element that is weighed, in the order of the page.

    Blocks and `<br>` end a line, other elements do not; a row of cells with little in each is one line.

    Args:
        element: What to read.
        leave_out: Says of an element under it that nothing of it is wanted.
    """
    walk = _Walk(element, leave_out)
    walk.enter(element)
    walk.end_line()
    return walk.found


class _Walk:
    def __init__(self, root: Element, leave_out: Callable[[Element], bool]) -> None:
        self.root, self.source, self.leave_out = root, root.source, leave_out
        self.found: list[Line] = []
        self.block = root
        self.in_row = 0
        self._begin()

    def _begin(self) -> None:
        self.writing = Writing(self.source)
        self.linked = 0
        self.hrefs: list[str] = []

    def end_line(self) -> None:
        """A line ends here; within a row only a blank comes."""
        if self.in_row:
            self.writing.gap()
            return
        if self.writing.text and (passage := self.writing.passage()).text:
            start = passage.pieces[0].source
            self.found.append(Line(passage, self.block, start, self.linked, tuple(self.hrefs)))
        if self.writing.text or self.hrefs:
            self._begin()

    def enter(self, element: Element, *, linked: bool = False, as_written: bool = False) -> None:
        """Read an element and all under it."""
        if not element.seen or (element is not self.root and self.leave_out(element)):
            if element.name in BLOCKS:
                self.end_line()
            return
        style = element.attributes.get("style", "") if element.tag.attributes[1] > element.tag.attributes[0] else ""
        as_written = as_written or element.name in ("pre", "xmp") or bool(style and _AS_WRITTEN.search(style))
        if element.name == "a" and (href := element.attributes.get("href")) is not None:
            linked = True
            self.hrefs.append(href)
        block = element.name in BLOCKS or bool(style and _SET_APART.search(style))
        if block or element.name == "br":
            self.end_line()
        above, self.block = self.block, element if block else self.block
        row = element.name == "tr" and _is_row(element)
        self.in_row += row
        for child in element.children:
            if not isinstance(child, Text):
                self.enter(child, linked=linked, as_written=as_written)
                continue
            if linked:
                self.linked += han_in(self.source, child.start, child.end)
            self._write(child, as_written)
        self.in_row -= row
        if block:
            self.end_line()
        self.block = above

    def _write(self, text: Text, as_written: bool) -> None:
        if not as_written:
            self.writing.write(text.start, text.end)
            return
        at = text.start
        for ended in _BREAK.finditer(self.source, text.start, text.end):
            self.writing.write(at, ended.start(), verbatim=True)
            self.end_line()
            at = ended.end()
        self.writing.write(at, text.end, verbatim=True)


def _is_row(element: Element) -> bool:
    """Whether a row holds cells to be read across, and not the columns of a page."""
    cells = [child for child in element.children if isinstance(child, Element) and child.name in ("td", "th")]
    filled = [cell for cell in cells if cell.size]
    return len(cells) > 1 and len(filled) > 0 and all(_is_cell(cell) for cell in filled)


def _is_cell(cell: Element) -> bool:
    inside = [element for element in cell.elements() if element is not cell]
    if any(element.name == "table" for element in inside) or (cell.size > 8 and cell.linked > 0.6 * cell.size):
        return False
    breaks = sum(element.name == "br" or (element.name in BLOCKS and element.size > 0) for element in inside)
    return cell.size <= _CELL or breaks <= 1
