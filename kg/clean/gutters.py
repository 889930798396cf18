"""Columns that a copy set side by side, a gutter of blanks between them: read down, not across."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Iterator

from kg.clean.junctions import Junctions
from kg.clean.lines import spans

_LINE = re.compile(r"[^\r\n]+")
_GUTTER = re.compile(r"(?:[ \t\xa0]{2,}|[ \t\xa0]*\u3000[ \t\xa0\u3000]*)")
_SIDE_BY_SIDE = re.compile(r"\S(?:[ \t\xa0]{2,}|[ \xa0]*\u3000[ \xa0\u3000]*)\S")
_ROWS = 5
"""Lines of a stretch that have a gutter, at least."""
_SLACK = 2
"""Places by which a column's left edge may move, and rows without a gutter that may lie between others."""
_INDENT = 4
"""Places of a paragraph's indent."""
_STEADY = 0.8
_GAIN, _MEAN = 2.0, 0.0

Span = tuple[int, int]


def reading_spans(text: str) -> Iterator[Span]:
    """The lines of a text as `kg.clean.lines.spans` has them, those of columns side by side column by column.

    A stretch is taken for columns where its parts begin at the same places and the sentences run down
    and not across; a table stays as it is.
    """
    if sum(1 for _ in itertools.islice(_SIDE_BY_SIDE.finditer(text), _ROWS)) < _ROWS:
        yield from spans(text)
        return
    at, rows = 0, [match.span() for match in _LINE.finditer(text)]
    for first, last in _stretches(rows, text):
        # Under the shorter columns the longer ones have the rows for themselves.
        for end in dict.fromkeys((_under(rows, first, last, text), last)):
            if (columns := _columns(rows[first:end], text)) is not None:
                yield from ((at + a, at + b) for a, b in spans(text[at : rows[first][0]]))
                yield from itertools.chain(*columns)
                at = rows[end - 1][1]
                break
    yield from ((at + a, at + b) for a, b in spans(text[at:]))


def _stretches(rows: list[Span], text: str) -> Iterator[tuple[int, int]]:
    """Runs `[first, last)` of lines that have a gutter, a few without among them."""
    first = last = None
    for i, row in enumerate(rows):
        if _SIDE_BY_SIDE.search(text, *row):
            first, last = i if first is None else first, i + 1
        elif first is not None and last is not None and i - last >= _SLACK:
            yield first, last
            first = last = None
    if first is not None and last is not None:
        yield first, last


def _under(rows: list[Span], first: int, last: int, text: str) -> int:
    """The end of the lines directly under a stretch that are no longer than its parts."""
    widest = max(b - a for row in rows[first:last] for a, b in _parts(row, text))
    while (
        last < len(rows)
        and len(text[slice(*rows[last])].strip()) <= widest + _SLACK
        and len(text[rows[last - 1][1] : rows[last][0]].replace("\r", "")) == 1
    ):
        last += 1
    return last


def _columns(rows: list[Span], text: str) -> list[list[Span]] | None:
    """The parts of the rows column by column; None where they are no columns."""
    if len(rows) < _ROWS:
        return None
    parts = [_parts(row, text) for row in rows]
    across = [part for row in parts for part in row]
    steadiest, edges, begins = 0.0, [0], [[0]]
    for places in (_half_widths, len):
        tried = [[places(text[row[0] : part[0]]) for part in cells] for row, cells in zip(rows, parts, strict=True)]
        steady, found = _edges(tried)
        if steady > steadiest:
            steadiest, edges, begins = steady, found, tried
    if steadiest < _STEADY:
        return None
    columns: list[list[Span]] = [[] for _ in edges]
    for place, part in zip(itertools.chain(*begins), across, strict=True):
        columns[max((n for n, edge in enumerate(edges) if place >= edge - _SLACK), default=0)].append(part)
    return columns if _run_down(columns, across, text) else None


def _parts(row: Span, text: str) -> list[Span]:
    """The parts of a line between gutters."""
    start, end = row
    bounds = [start, *itertools.chain(*(match.span() for match in _GUTTER.finditer(text, start, end))), end]
    return [(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True) if b > a]


def _half_widths(text: str) -> int:
    """How many places a text takes where Chinese characters take two."""
    return sum(1 if character < "\u1100" else 2 for character in text)


def _edges(places: list[list[int]]) -> tuple[float, list[int]]:
    """Where the columns begin, and the share of rows whose parts begin there, too."""
    count = statistics.mode(len(row) for row in places if len(row) > 1)
    full = [row for row in places if len(row) == count]
    if count > 4 or len(full) < max(_ROWS, 0.4 * len(places)):
        return 0.0, []
    edges = [round(statistics.median(column)) for column in zip(*full, strict=True)]
    steady = sum(
        all(any(-_SLACK <= place - edge <= _SLACK + _INDENT for edge in edges) for place in row) for row in places
    )
    return steady / len(places), edges


def _run_down(columns: list[list[Span]], across: list[Span], text: str) -> bool:
    """Whether sentences go on from line to line of a column, and not from column to column."""
    down = list(itertools.chain(*columns))
    texts = [text[start:end].strip() for start, end in across]
    lengths = sorted(map(len, texts))
    junctions = Junctions(texts, frozenset(), 0.75 * lengths[len(lengths) * 3 // 4])
    order = [across.index(span) for span in down]
    return junctions.mean(order) >= _MEAN and junctions.order(order) - junctions.order(range(len(order))) >= _GAIN
