"""Text as a page writes it to text as a reader sees it: entities, blanks, characters without width."""

from __future__ import annotations

import html
import re

from kg.model.document import Piece
from kg.model.passage import Passage

_ENTITY = r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
_SPECIAL = re.compile(
    r"(?P<blank>[ \t\r\n\f\v]+)"
    # A page that was escaped twice shows &nbsp; to no one on purpose.
    r"|(?P<twice>&amp;(?:[lr][sd]quo|nbsp|ensp|emsp|mdash|ndash|hellip|middot|quot|lt|gt|#\d{2,5});)"
    rf"|(?P<entity>{_ENTITY})"
    "|(?P<nothing>[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+)"
    "|(?P<space>[\xa0\u2002\u2003\u2009]+)"
)
_SEEN_AS_SPACE = re.compile("[\xa0\u2002\u2003\u2009]")
_NOTHING = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff\ud800-\udfff\x00-\x08\x0e-\x1f]")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u201c\u201d\u2018\u2019\u2014\u2026\u3000-\u303f]")


class Writing:
    """A line in the making: the texts of a page put behind one another, blanks collapsed as browsers do.

    A line break of the source between two Chinese characters is no blank.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.text: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self._blank: tuple[int, int] | None = None
        """A blank that was read and may yet turn out to stand at the line's end."""

    def write(self, start: int, end: int, *, verbatim: bool = False) -> None:
        """Put the text at source `[start, end)` behind what is there; `verbatim` keeps every blank."""
        at = start
        for special in _SPECIAL.finditer(self.source, start, end):
            if special.start() > at:
                self._put(self.source[at : special.start()], at, special.start() - at)
            at = special.end()
            self._special(special, verbatim)
        if at < end:
            self._put(self.source[at:end], at, end - at)

    def _special(self, special: re.Match[str], verbatim: bool) -> None:
        start, width = special.start(), special.end() - special.start()
        kind = special.lastgroup
        if kind == "blank" and verbatim:
            self._put(" " * width, start, width)
        elif kind == "blank":
            self._blank = self._blank or special.span()
        elif kind == "space":
            self._put(" " * width, start, width)
        elif kind != "nothing":
            shown = html.unescape(special[0])
            shown = html.unescape(shown) if kind == "twice" else shown
            shown = _SEEN_AS_SPACE.sub(" ", shown)
            shown = _NOTHING.sub("", " " if shown in ("\n", "\r", "\t") else shown)
            if shown:
                self._put(shown, start, width)

    def feed(self, start: int, end: int) -> None:
        """The line break at source `[start, end)`, kept as one."""
        self._blank = None
        self.pieces.append(Piece(self.length, start, 1, end - start))
        self.text.append("\n")
        self.length += 1

    def gap(self) -> None:
        """A blank that no character of the source stands for, as between the cells of a table."""
        if self.text and not self.text[-1][-1].isspace():
            self._blank = None
            self.text.append(" ")
            self.length += 1

    def _put(self, text: str, source: int, width: int) -> None:
        if self._blank is not None and self.text and not self.text[-1][-1].isspace() and not text[0].isspace():
            start, end = self._blank
            broken = "\n" in self.source[start:end] or "\r" in self.source[start:end]
            if not (broken and _WIDE.match(self.text[-1][-1]) and _WIDE.match(text[0])):
                self.pieces.append(Piece(self.length, start, 1, end - start))
                self.text.append(" ")
                self.length += 1
        self._blank = None
        self.pieces.append(Piece(self.length, source, len(text), width))
        self.text.append(text)
        self.length += len(text)

    def passage(self) -> Passage:
        """What was written, blanks at its edges off."""
        return Passage("".join(self.text), tuple(self.pieces)).strip()
