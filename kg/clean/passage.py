"""Clean text that knows where it stands in its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model.document import OffsetMap


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its `OffsetMap` pieces `(offset in text, offset in source, length)`.

    Taking parts and joining costs as much as the result is long; nothing is ever written over.
    """

    text: str
    pieces: tuple[tuple[int, int, int], ...] = ()

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Passage:
        """The stretch `[start, end)` of the source as it stands."""
        return cls(source[start:end], ((0, start, end - start),) if end > start else ())

    def part(self, start: int, end: int | None = None) -> Passage:
        """Its characters from `start` to `end`."""
        end = len(self.text) if end is None else min(end, len(self.text))
        pieces = []
        for clean, source, length in self.pieces:
            first, last = max(clean, start), min(clean + length, end)
            if first < last:
                pieces.append((first - start, source + first - clean, last - first))
        return Passage(self.text[start:end], tuple(pieces))

    def without(self, ranges: Iterable[tuple[int, int]]) -> Passage:
        """The passage less the ranges, which come sorted and do not overlap."""
        ranges = list(ranges)
        if not ranges:
            return self
        text, pieces, at, i = [], [], 0, 0
        for start, end in _gaps(ranges, len(self.text)):
            text.append(self.text[start:end])
            while i < len(self.pieces) and self.pieces[i][0] + self.pieces[i][2] <= start:
                i += 1
            k = i
            while k < len(self.pieces) and self.pieces[k][0] < end:
                clean, source, length = self.pieces[k]
                first, last = max(clean, start), min(clean + length, end)
                pieces.append((at + first - start, source + first - clean, last - first))
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
        merged: list[tuple[int, int, int]] = []
        for clean, source, length in self.pieces:
            if merged:
                before, origin, size = merged[-1]
                if before + size == clean and origin + size == source:
                    merged[-1] = (before, origin, size + length)
                    continue
            merged.append((clean, source, length))
        return OffsetMap(tuple(merged))


def join(passages: Iterable[Passage], between: str = "") -> Passage:
    """The passages one after the other; what stands `between` them comes from no source."""
    text: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    at = 0
    for passage in passages:
        if text and between:
            text.append(between)
            at += len(between)
        text.append(passage.text)
        pieces += [(at + clean, source, length) for clean, source, length in passage.pieces]
        at += len(passage.text)
    return Passage("".join(text), tuple(pieces))


def _gaps(ranges: list[tuple[int, int]], end: int) -> Iterable[tuple[int, int]]:
    at = 0
    for start, stop in ranges:
        if at < start:
            yield at, start
        at = max(at, stop)
    if at < end:
        yield at, end
