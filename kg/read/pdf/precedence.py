"""Blocks of one article, or of articles that no blank parts, in the order in which they are read."""

from __future__ import annotations

from kg.read.pdf.blocks import Block

_SMALL = 0.93
"""Times the size of running text up to which a block is a caption."""
_TOUCH = 2.0
"""Points by which blocks may lie over one another and still stand side by side."""


def by_precedence(blocks: list[Block], size: float) -> list[Block]:
    """A block comes before what stands under it, and before what stands to its right.

    The latter only where nothing that lies between the two in height reaches over both: a headline over
    several columns parts what is above it from what is below (Breuel's rules). So an article's columns
    stay together under their headline, and articles side by side come one after the other.
    """
    followers = [
        [other for other in range(len(blocks)) if _before(blocks, block, other, size)] for block in range(len(blocks))
    ]
    done: set[int] = set()
    order: list[int] = []

    def visit(start: int) -> None:
        # Depth first, without recursion: a page may have more blocks than Python has frames.
        stack = [(start, iter(followers[start]))]
        done.add(start)
        while stack:
            block, rest = stack[-1]
            following = next((other for other in rest if other not in done), None)
            if following is None:
                order.append(block)
                stack.pop()
            else:
                done.add(following)
                stack.append((following, iter(followers[following])))

    for block in sorted(range(len(blocks)), key=lambda i: (blocks[i].top, -blocks[i].left)):
        if block not in done:
            visit(block)
    return [blocks[i] for i in reversed(order)]


def _before(blocks: list[Block], one: int, other: int, size: float) -> bool:
    a, b = blocks[one], blocks[other]
    if one == other:
        return False
    if _share_width(a, b):
        return a.top + a.bottom > b.top + b.bottom
    if a.left > b.left or (a.top < b.bottom and _is_caption(a, size)):
        return False
    low, high = sorted(((a.top + a.bottom) / 2, (b.top + b.bottom) / 2))
    return not any(
        low < (c.top + c.bottom) / 2 < high and _share_width(a, c) and _share_width(c, b)
        for i, c in enumerate(blocks)
        if i not in (one, other)
    )


def _share_width(one: Block, other: Block) -> bool:
    return min(one.right, other.right) - max(one.left, other.left) > _TOUCH


def _is_caption(block: Block, size: float) -> bool:
    """Whether a block is in smaller type; what it is below need not wait for it."""
    return max(line.size for line in block.lines) < _SMALL * size
