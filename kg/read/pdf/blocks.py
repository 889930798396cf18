"""Lines to blocks: the stretch of one column that stands together, a headline, a table."""

from __future__ import annotations

from kg.read.pdf.lines import Line

_NEAR = 1.25
"""Greatest blank between two lines of a block, in font sizes."""
_CELL = 6
"""Characters below which a line may be a cell of a table; those of a column of text are longer."""
_LARGE = 1.2
"""Times the size of running text from which on lines side by side are headlines, and no row."""


class Block:
    """Lines from top to bottom; on one level there may be several. Lengths are in points, y grows upwards."""

    __slots__ = ("bottom", "left", "lines", "right", "top")

    def __init__(self, line: Line) -> None:
        self.lines = [line]
        self.left, self.right, self.bottom, self.top = line.left, line.right, line.bottom, line.top

    def add(self, lines: list[Line]) -> None:
        """Take in lines that stand further down, or beside those that are there."""
        self.lines = sorted([*self.lines, *lines], key=lambda line: (-line.bottom, line.left))
        self.left, self.right = min(line.left for line in self.lines), max(line.right for line in self.lines)
        self.bottom, self.top = self.lines[-1].bottom, max(line.top for line in self.lines)

    @property
    def average(self) -> float:
        """Characters of a line."""
        return sum(len(line.glyphs) for line in self.lines) / len(self.lines)

    def last_level(self) -> list[Line]:
        """Its lowest lines."""
        lowest = self.lines[-1]
        return [line for line in self.lines if on_a_level(line, lowest)]

    def rows(self) -> list[Line]:
        """The lines, those on one level made one."""
        found: list[Line] = []
        for line in sorted(self.lines, key=lambda line: -line.bottom):
            if found and on_a_level(found[-1], line):
                found[-1] = found[-1].beside(line)
            else:
                found.append(line)
        return found


def on_a_level(one: Line, other: Line) -> bool:
    """Whether two lines have one baseline."""
    return abs(one.bottom - other.bottom) < 0.3 * min(one.size, other.size)


def page_blocks(lines: list[Line], size: float) -> list[Block]:
    """The blocks of a page, in no order that means anything.

    Args:
        lines: Of one page.
        size: The font size of running text.
    """
    blocks: list[Block] = []
    for line in sorted(lines, key=lambda line: (-line.bottom, line.left)):
        block = None if line.upright else _above(line, blocks)
        if block is None:
            blocks.append(Block(line))
        else:
            block.add([line])
    return _tables(blocks, size)


def _above(line: Line, blocks: list[Block]) -> Block | None:
    """The block that a line goes on with: what stands directly over it, in its size."""
    near = [block for block in blocks if _is_near(line, block)]
    # The last word of a paragraph may stand wholly beside the indent of the line above or below.
    for indent in (0.0, 2.2 * line.size):
        over = [block for block in near if _overlap(line, block, indent) >= 0.5]
        if over:
            return min(over, key=lambda block: block.bottom)
    return None


def _is_near(line: Line, block: Block) -> bool:
    """Whether a line is of a block's size and stands on the next level under it, or is a further cell of its last."""
    lowest = block.lines[-1]
    if lowest.upright or not 0.9 < line.size / lowest.size < 1.1:
        return False
    if not on_a_level(line, lowest):
        return lowest.bottom - line.top <= _NEAR * line.size
    level = block.last_level()
    over = [other for other in block.lines if other not in level]
    # One level of two long lines is two columns that begin under something wide.
    if not over or all(len(cell.glyphs) >= _CELL for cell in [*level, line]):
        return False
    return min(other.bottom for other in over) - line.top <= _NEAR * line.size


def _overlap(line: Line, block: Block, indent: float) -> float:
    """How much of the narrower one lies under the other; 0 to 1."""
    common = min(line.right, block.right) - max(line.left, block.left) + indent
    return max(common, 0.0) / max(min(line.right - line.left, block.right - block.left), 0.1)


def _tables(blocks: list[Block], size: float) -> list[Block]:
    """Blocks that are the columns of a table, or the parts of a single row, made one."""
    found: list[Block] = []
    for block in sorted(blocks, key=lambda block: (-block.top, block.left)):
        for other in found:
            if _is_table(other, block, size):
                other.add(block.lines)
                break
        else:
            found.append(block)
    return found


def _is_table(one: Block, other: Block, size: float) -> bool:
    if any(line.upright or line.size > _LARGE * size for line in [*one.lines, *other.lines]):
        return False
    shared = sum(1 for line in other.lines if any(on_a_level(line, cell) for cell in one.lines))
    levels = len(one.rows())
    if len(other.lines) == 1 == levels:
        return shared == 1
    return 10 * shared >= 7 * max(len(other.lines), levels) and min(one.average, other.average) < _CELL
