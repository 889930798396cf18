"""The blocks of a page in the order in which they are read: article by article, and column by column in each."""

from __future__ import annotations

from collections.abc import Callable

from kg.read.pdf.blocks import Block
from kg.read.pdf.precedence import by_precedence

_HEADLINE = 1.2
"""Times the size of running text from which on a block is a headline."""
_VALLEY = 0.8
"""Least height of the blank over a headline that parts it from what is above, in font sizes."""
_GUTTER = 0.6
"""Least width of the blank between articles side by side, in font sizes."""
_HEADS = 3
"""Rows at the top of a page that may reach over articles side by side: its name, date and first headline."""

Extent = Callable[[Block], tuple[float, float]]


def in_reading_order(blocks: list[Block], size: float) -> list[Block]:
    """The blocks of a page in order; `size` is the font size of running text.

    The page is cut across over headlines, where a blank runs through it; then down, where articles that
    each have a headline stand side by side. What is left has one article, whose columns follow on one another.
    """
    for parts in (_stories(blocks, size), _neighbours(blocks, size)):
        if len(parts) > 1:
            return [block for part in parts for block in in_reading_order(part, size)]
    return by_precedence(blocks, size)


def _stories(blocks: list[Block], size: float) -> list[list[Block]]:
    """Blocks cut across where text ends above and a headline begins below."""
    parts: list[list[Block]] = []
    for row in _cut(blocks, _height, _VALLEY * size):
        over = parts and not any(_is_headline(block, size) for block in _ends(parts[-1]))
        if (over and _is_headline(_first(row), size)) or not parts:
            parts.append(row)
        else:
            parts[-1] = [*parts[-1], *row]
    return parts


def _neighbours(blocks: list[Block], size: float) -> list[list[Block]]:
    """Blocks cut down between articles, those that reach over them first and last."""
    rows = _cut(blocks, _height, 0.0)
    for last in (len(rows), len(rows) - 1):
        for first in range(min(_HEADS + 1, last)):
            middle = [block for row in rows[first:last] for block in row]
            articles = _merged(_cut(middle, _width, _GUTTER * size), size)
            if len(articles) > 1:
                edges = (
                    [block for row in rows[:first] for block in row],
                    [block for row in rows[last:] for block in row],
                )
                return [part for part in (edges[0], *articles, edges[1]) if part]
    return [blocks]


def _merged(columns: list[list[Block]], size: float) -> list[list[Block]]:
    """Columns with those to their left as long as they have no headline of their own; one that is upright opens one."""
    parts: list[list[Block]] = []
    for column in columns:
        if not parts or (_is_headline(_first(column), size) and not _is_title_alone(parts[-1])):
            parts.append(column)
        else:
            parts[-1] = [*parts[-1], *column]
    return parts if parts and _is_headline(_first(parts[0]), size) else [[b for part in parts for b in part]]


def _is_title_alone(part: list[Block]) -> bool:
    return all(block.lines[0].upright for block in part)


def _cut(blocks: list[Block], extent: Extent, least: float) -> list[list[Block]]:
    """The blocks in groups between which a blank of at least this runs through, from the top or from the left."""
    groups: list[list[Block]] = []
    end = float("-inf")
    for block in sorted(blocks, key=extent):
        first, last = extent(block)
        if not groups or first - end >= least:
            groups.append([])
        groups[-1].append(block)
        end = max(end, last)
    return groups


def _height(block: Block) -> tuple[float, float]:
    return -block.top, -block.bottom


def _width(block: Block) -> tuple[float, float]:
    return block.left, block.right


def _is_headline(block: Block, size: float) -> bool:
    return max(line.size for line in block.lines) >= _HEADLINE * size


def _first(blocks: list[Block]) -> Block:
    """The leftmost of those that have nothing above them."""
    return min((b for b in blocks if not any(_is_over(o, b) for o in blocks)), key=lambda block: block.left)


def _ends(blocks: list[Block]) -> list[Block]:
    """Those that have nothing below them."""
    return [block for block in blocks if not any(_is_over(block, other) for other in blocks)]


def _is_over(one: Block, other: Block) -> bool:
    """Whether a block stands somewhere above another, in the same column."""
    return one is not other and min(one.right, other.right) > max(one.left, other.left) and one.top > other.top
