"""Clean text that knows where it stands in its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model.document import OffsetMap, Piece


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the pieces of its `OffsetMap`.

    Taking parts and joining costs as much as the result is long; nothing is ever written over.
    """

    text: str
    pieces: tuple[Piece, ...] = ()

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Passage:
        """The stretch `[start, end)` of the source as it stands."""
        return cls(source[start:end], (Piece(0, start, end - start, end - start),) if end > start else ())

    def part(self, start: int, end: int | None = None) -> Passage:
        """Its characters from `start` to `end`."""
        end = len(self.text) if end is None else min(end, len(self.text))
        parts = (piece.part(start, end) for piece in self.pieces)
        return Passage(self.text[start:end], tuple(part for part in parts if part is not None))

    def without(self, ranges: Iterable[tuple[int, int]]) -> Passage:
        """The passage less the ranges, which come sorted and do not overlap."""
        ranges = list(ranges)
        if not ranges:
            return self
        text, pieces, at, i = [], [], 0, 0
        for start, end in _gaps(ranges, len(self.text)):
            text.append(self.text[start:end])
            while i < len(self.pieces) and self.pieces[i].clean + self.pieces[i].length <= start:
                i += 1
            k = i
            while k < len(self.pieces) and self.pieces[k].clean < end:
                if (part := self.pieces[k].part(start, end)) is not None:
                    pieces.append(part.moved(at))
                k += 1
            at += end - start
        return Passage("".join(text), tuple(pieces))

    def strip(self, characters: str | None = None) -> Passage:
        """The passage less blanks (or these characters) at its edges."""
        start = len(self.text) - len(self.text.lstrip(characters))
        end = len(self.text.rstrip(characters))
        return self if (start, end) == (0, len(self.text)) else self.part(start, max(start, end))

    @property
    def offsets(self) -> OffsetMap:
        """The pieces, those that follow on one another made one."""
        merged: list[Piece] = []
        for piece in self.pieces:
            if merged and _goes_on(merged[-1], piece):
                last = merged[-1]
                merged[-1] = last._replace(length=last.length + piece.length, width=last.width + piece.width)
                continue
            merged.append(piece)
        return OffsetMap(tuple(merged))


def join(passages: Iterable[Passage], between: str = "") -> Passage:
    """The passages one after the other; what stands `between` them comes from no source."""
    text: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for passage in passages:
        if text and between:
            text.append(between)
            at += len(between)
        text.append(passage.text)
        pieces += [piece.moved(at) for piece in passage.pieces]
        at += len(passage.text)
    return Passage("".join(text), tuple(pieces))


def _goes_on(last: Piece, piece: Piece) -> bool:
    """Whether two pieces, each of characters that stand for one another in turn, are one run."""
    in_turn = last.length == last.width and piece.length == piece.width
    return in_turn and last.clean + last.length == piece.clean and last.source + last.length == piece.source


def _gaps(ranges: list[tuple[int, int]], end: int) -> Iterable[tuple[int, int]]:
    at = 0
    for start, stop in ranges:
        if at < start:
            yield at, start
        at = max(at, stop)
    if at < end:
        yield at, end
