"""Blocks to paragraphs: lines joined without a blank, headlines a line each."""

from __future__ import annotations

import re
import statistics
from typing import NamedTuple

from kg.model.passage import Passage, join
from kg.read.pdf.joining import joined, passage_of
from kg.read.pdf.lines import Line

_HEADLINE = 1.25
"""Times the size of running text from which on a line is a headline."""
_ASIDE = 0.93
"""Times that size up to which it is a caption or an imprint."""
_ENDED = re.compile(r"[。！？…!?.][”’」』）)》]*$")
_CLOSING = re.compile(r"[，。、；：！？》）」』”’]")
_SHORT = 8
"""Characters below which a line that does not reach the right edge is one by itself."""
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,4}[:：]")
"""What a line of editors or of an imprint begins with."""
_LONGEST = 60
"""Characters of a headline; a page in one large font has none."""


def paragraphs(blocks: list[list[Line]], source: str, starts: list[int], size: float) -> list[Passage]:
    """The text of blocks in their order; a headline begins with `# `, as in Markdown.

    Args:
        blocks: Their rows, in the order of reading, of all pages one after the other.
        source: The text of all pages.
        starts: Where each page begins in it.
        size: The font size of running text.
    """
    running = _Running()
    for block in blocks:
        left = _common_edge([line.left for line in block], block)
        # Where every line ends a sentence, none shows how far the column reaches.
        right = max(line.right for line in block) if not all(map(_ends, block)) else float("inf")
        for line in block:
            passage = passage_of(line, source, starts[line.page])
            full, indented = right - line.right < 1.6 * line.size, line.left - left > 1.2 * line.size
            if line.size < _ASIDE * size and not line.row:
                running.aside(line, passage, full=full, indented=indented)
            else:
                running.take(line, passage, headline=line.size >= _HEADLINE * size, full=full, indented=indented)
    return [_plain(passage) for passage in running.found]


class _Running:
    """The paragraphs so far. What is in smaller type (a caption) may stand in the middle of one."""

    def __init__(self) -> None:
        self.found: list[Passage] = []
        self._at = -1
        """Which of them the running text is in."""
        self._last: _Last | None = None
        self._small: _Last | None = None

    def take(self, line: Line, passage: Passage, *, headline: bool, full: bool, indented: bool) -> None:
        """A line of running text, or a headline."""
        if self._last is not None and self._last.continues(
            line, headline=headline, indented=indented, parted=self._small is not None
        ):
            self.found[self._at] = joined(self.found[self._at], passage)
        else:
            self.found.append(join([Passage("# "), passage]) if headline else passage)
            self._at = len(self.found) - 1
        self._last, self._small = _Last(line, full), None

    def aside(self, line: Line, passage: Passage, *, full: bool, indented: bool) -> None:
        """A line in smaller type."""
        if self._small is not None and self._small.continues(line, headline=False, indented=indented, parted=False):
            self.found[-1] = joined(self.found[-1], passage)
        else:
            self.found.append(passage)
        self._small = _Last(line, full)


class _Last(NamedTuple):
    """A line, and whether it reaches the right edge of its block."""

    line: Line
    full: bool

    def continues(self, line: Line, *, headline: bool, indented: bool, parted: bool) -> bool:
        """Whether a line goes on with the paragraph of this one; `parted` where smaller type stands between."""
        last = self.line
        if last.row or line.row or not 0.9 < line.size / last.size < 1.1:
            return False
        down = last.bottom - line.bottom if last.page == line.page else 0.0
        if headline:
            return last.page == line.page and 0 < down < 2.2 * line.size and len(last.glyphs) > 3 and not parted
        if indented or _LABEL.match(line.text) or (down > 2.4 * line.size and not parted):
            return False
        ended = _ends(last)
        if parted and ended:
            return False
        return self.full or _CLOSING.match(line.text) is not None or (not ended and len(last.glyphs) >= _SHORT)


def _ends(line: Line) -> bool:
    return _ENDED.search(line.text) is not None


def _common_edge(lefts: list[float], block: list[Line]) -> float:
    """Where most lines of a block begin: the leftmost edge that more than a few share."""
    size = statistics.median(line.size for line in block)
    near = [sum(1 for other in lefts if abs(other - left) < 0.5 * size) for left in lefts]
    if len(lefts) <= 2:
        return min(lefts)
    return min(left for left, count in zip(lefts, near, strict=True) if count >= max(1, len(lefts) // 4))


def _plain(passage: Passage) -> Passage:
    """Without the mark of a headline where it is too long for one."""
    return passage.part(2) if passage.text.startswith("# ") and len(passage.text) > _LONGEST + 2 else passage
