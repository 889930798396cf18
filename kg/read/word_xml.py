"""The markup of a Word file's body to lines, each character with its place in the markup."""

from __future__ import annotations

import re
from xml.parsers import expat

from kg.model.document import Piece
from kg.model.passage import Passage, join

_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText"})
"""What was deleted or moved away, and what stands a second time for older programs."""
_LONGEST = 60
"""Characters of a headline; some set whole documents in such a style."""
_ENTITY = re.compile(rb"&[#\w]{1,12};")
_HEADING = re.compile(r"heading|title|标题|[1-3]$", re.I)
"""Names of the styles whose paragraphs are headlines; `1` to `3` where Chinese Word numbers them."""
_CELL = 40
"""Characters up to which a cell is a value; a longer one is running text that a table only lays out."""


class Markup:
    """The body as it is parsed; `lines` has one for each paragraph and each row of values."""

    def __init__(self, source: str) -> None:
        self.lines: list[Passage] = []
        self._utf8 = source.encode("utf-8", "replace")
        self._byte = self._character = 0
        self._paragraphs: list[list[Passage]] = []
        self._texts = 0
        self._left_out = 0
        self._heading = False
        self._rows: list[list[list[Passage]]] = []
        """For each open row, outer ones first, its cells' paragraphs."""

    def parse(self) -> None:
        """Read it.

        Raises:
            ExpatError: It is not well-formed.
            ValueError: It declares a document type, by which entities can grow without end.
        """
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = False
        parser.StartElementHandler = lambda name, attributes: self._start(name.rpartition(" ")[2], attributes)
        parser.EndElementHandler = lambda name: self._end(name.rpartition(" ")[2])
        parser.CharacterDataHandler = lambda text: self._data(text, parser.CurrentByteIndex)
        parser.StartDoctypeDeclHandler = self._doctype
        parser.Parse(self._utf8, True)

    def _doctype(self, *_: object) -> None:
        raise ValueError("it declares a document type, which no Word file has")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _LEFT_OUT:
            self._left_out += 1
        elif name == "p":
            self._paragraphs.append([])
            self._heading = False
        elif name == "t":
            self._texts += 1
        elif name == "pStyle" and self._paragraphs:
            self._heading = _HEADING.match(next(iter(attributes.values()), "")) is not None
        elif name in ("br", "cr") and self._paragraphs and not self._left_out:
            self._finish(self._paragraphs[-1])
            self._paragraphs[-1] = []
        elif name in ("tab", "noBreakHyphen") and self._paragraphs and not self._left_out:
            if self._paragraphs[-1]:
                self._paragraphs[-1].append(Passage(" " if name == "tab" else "-"))
        elif name == "tr":
            self._rows.append([])
        elif name == "tc" and self._rows:
            self._rows[-1].append([])

    def _end(self, name: str) -> None:
        if name in _LEFT_OUT:
            self._left_out -= 1
        elif name == "p" and self._paragraphs:
            self._finish(self._paragraphs.pop())
        elif name == "t":
            self._texts -= 1
        elif name == "tr" and self._rows:
            self._row(self._rows.pop())

    def _data(self, text: str, at: int) -> None:
        if not self._texts or self._left_out or not self._paragraphs:
            return
        start = self._offset(at)
        encoded = text.encode()
        if entity := _ENTITY.match(self._utf8, at):
            width = len(entity[0])
        elif self._utf8.startswith(encoded, at):
            width = len(text)
        else:
            width = 2 if self._utf8.startswith(b"\r\n", at) else 1
        text = text.replace("\n", " ").replace("\r", " ")
        self._paragraphs[-1].append(Passage(text, (Piece(0, start, len(text), width),)))

    def _offset(self, at: int) -> int:
        """The character at a byte; they come in order."""
        self._character += len(self._utf8[self._byte : at].decode())
        self._byte = at
        return self._character

    def _finish(self, runs: list[Passage]) -> None:
        paragraph = join(runs).strip()
        if not paragraph.text:
            return
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(paragraph)
        elif self._heading and len(paragraph.text) <= _LONGEST:
            self.lines.append(join([Passage("# "), paragraph]))
        else:
            self.lines.append(paragraph)

    def _row(self, cells: list[list[Passage]]) -> None:
        """A row of values is a line; one that lays out text gives its paragraphs, cell after cell."""
        paragraphs = [paragraph for cell in cells for paragraph in cell]
        values = all(len(cell) <= 1 for cell in cells) and all(len(p.text) <= _CELL for p in paragraphs)
        found = [join(paragraphs, between=" ")] if values and paragraphs else paragraphs
        if self._rows and self._rows[-1]:
            self._rows[-1][-1] += found
        else:
            self.lines += found
