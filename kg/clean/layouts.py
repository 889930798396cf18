"""How the lines of two or three columns alternate where a page was read row by row."""

from __future__ import annotations

from collections.abc import Iterator

FEWEST = 8
"""Lines of columns that can be told apart."""
_MANY, _MOST = 160, 400
"""Lines of a stretch of which only the likeliest borders are tried; of one of which nothing is."""
_TAIL, _LITTLE = 12, 2
"""How many lines around a stretch that reads badly may belong to it: under the shorter column the longer one reads well."""
_UNEVEN = 3.0


def layouts(start: int, end: int, count: int) -> Iterator[tuple[list[list[int]], int]]:
    """Columns that a stretch `[start, end)` of `count` lines, or a little more than it, may have had; the line behind them."""
    if end - start > _MOST:
        return
    around = _TAIL if end - start <= _MANY else _LITTLE
    for first in sorted({0, *range(max(start - around, 0), start + 2)}):
        for last in sorted({count, *range(max(end - 1, first + FEWEST), min(end + around, count) + 1)}):
            for columns in _columns(first, last):
                yield columns, last


def unlikely(columns: list[list[int]], left: int) -> float:
    """What a layout costs: columns are as long as one another, but for the last, and nothing is left under them."""
    lengths = [len(column) for column in columns]
    uneven = max(lengths) - min(lengths[:-1]) + max(lengths[-2] - lengths[-1] - 1, 0)
    return left + (_UNEVEN + 0.3 * uneven if uneven else 0.0)


def _columns(start: int, end: int) -> Iterator[list[list[int]]]:
    """The lines `[start, end)` as two or three columns of which row by row was read, in all likely lengths."""
    count = end - start
    for first in range(count // 4, count - count // 4 + 1):
        yield _rows(start, (first, count - first))
    for first in range(count // 4, count // 2 + 1):
        for second in range(max(count // 4, first - 3), min(count // 2, first + 3) + 1):
            third = count - first - second
            if 0 < third <= max(first, second) + 3:
                yield _rows(start, (first, second, third))


def _rows(start: int, lengths: tuple[int, ...]) -> list[list[int]]:
    """Which lines the columns of these lengths have, where rows are read from the top."""
    columns: list[list[int]] = [[] for _ in lengths]
    at = start
    for row in range(max(lengths)):
        for column, length in zip(columns, lengths, strict=True):
            if row < length:
                column.append(at)
                at += 1
    return columns
