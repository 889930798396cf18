"""Glyphs to lines: stretches of one size on one baseline, or one under the other in a headline set upright."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from kg.read.pdf.glyphs import Glyph, is_under

_GAP = 0.75
"""Blank between two glyphs, in font sizes, from which on they belong to two columns or cells."""
_SPACED = 1.4
"""The same in headlines, which are often spaced out, and where a blank is written in the text."""
_LARGE = 1.2
_UPRIGHT = 3
"""Glyphs one under the other that make a line set upright."""


@dataclass(slots=True, eq=False)
class Line:
    """Glyphs in the order of reading. Lengths are in points, y grows upwards."""

    glyphs: list[Glyph]
    page: int
    size: float
    left: float
    right: float
    bottom: float
    top: float
    row: bool = False
    """Whether it is made of the cells of a table."""
    upright: bool = False
    """Whether its glyphs stand one under the other."""

    def beside(self, other: Line) -> Line:
        """Both as one row."""
        glyphs = sorted([*self.glyphs, *other.glyphs], key=lambda glyph: glyph.left)
        left, right = min(self.left, other.left), max(self.right, other.right)
        bottom, top = min(self.bottom, other.bottom), max(self.top, other.top)
        return Line(glyphs, self.page, max(self.size, other.size), left, right, bottom, top, row=True)

    @property
    def text(self) -> str:
        """What it says, without blanks."""
        return "".join(glyph.text for glyph in self.glyphs)


def page_lines(glyphs: list[Glyph], page: int, size: float) -> list[Line]:
    """The lines of a page, in no order that means anything; `size` is the font size of running text."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if not runs or not _goes_on(runs[-1][-1], glyph, size):
            runs.append([])
        runs[-1].append(glyph)
    runs = _stacked(runs)
    upright = [run for run in runs if _is_upright(run)]
    flat = _joined([run for run in runs if not _is_upright(run)], size)
    return [*(_line(run, page) for run in flat), *(_line(run, page, upright=True) for run in upright)]


def _goes_on(last: Glyph, glyph: Glyph, body: float) -> bool:
    size = max(last.size, glyph.size)
    spaced = size > _LARGE * body or (glyph.spaced and last.at < glyph.at)
    return (
        abs(last.base - glyph.base) < 0.3 * size
        and -0.3 * size < glyph.left - last.right < (_SPACED if spaced else _GAP) * size
        and min(last.size, glyph.size) > 0.8 * size
    )


def _stacked(runs: list[list[Glyph]]) -> list[list[Glyph]]:
    """Single glyphs that follow on one another downwards made one run."""
    found: list[list[Glyph]] = []
    pile: list[Glyph] = []
    for run in [*runs, []]:
        glyph = run[0] if len(run) == 1 else None
        if glyph is not None and pile and is_under(pile[-1], glyph):
            pile.append(glyph)
            continue
        found += [pile] if len(pile) >= _UPRIGHT else [[one] for one in pile]
        pile = [glyph] if glyph is not None else []
        if glyph is None and run:
            found.append(run)
    return found


def _is_upright(run: list[Glyph]) -> bool:
    return len(run) >= _UPRIGHT and abs(run[0].left - run[-1].left) < 0.5 * run[0].size and run[0].base > run[-1].base


def _joined(runs: list[list[Glyph]], size: float) -> list[list[Glyph]]:
    """Runs that stand side by side on one baseline made one, whatever came between them in the file."""
    found: list[list[Glyph]] = []
    rows: dict[int, list[list[Glyph]]] = {}
    for run in sorted(runs, key=lambda run: (run[0].left, run[0].at)):
        row = round(run[0].base / 2)
        for near in (row - 1, row, row + 1):
            before = next((r for r in reversed(rows.get(near, [])) if _goes_on(r[-1], run[0], size)), None)
            if before is not None:
                before += run
                break
        else:
            rows.setdefault(row, []).append(run)
            found.append(run)
    return found


def _line(run: list[Glyph], page: int, *, upright: bool = False) -> Line:
    size = statistics.median(glyph.size for glyph in run)
    bottom, top = min(g.base for g in run) - 0.2 * size, max(g.base for g in run) + 0.8 * size
    return Line(run, page, size, min(g.left for g in run), max(g.right for g in run), bottom, top, upright=upright)
