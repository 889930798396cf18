"""Columns of labelled boxes with curves between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.export.pictures.canvas import COLOURS, EM, INK, wide, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

CHARACTERS = 13
"""Of a line in a box."""
LINE, PAD, GAP = 0.19, 0.16, 0.12
"""Inches: a line's height, a box's inner edge above and below together, the space between boxes."""
BETWEEN = 1.25
"""Inches between columns."""


@dataclass(frozen=True, slots=True)
class Box:
    """A node of the picture."""

    id: str
    label: str
    """First label of the node; its colour."""
    text: str

    @property
    def lines(self) -> list[str]:
        """As it is written."""
        return wrapped(self.text, CHARACTERS)

    @property
    def height(self) -> float:
        """Inches."""
        return LINE * len(self.lines) + PAD


@dataclass(frozen=True, slots=True)
class Curve:
    """A link between boxes of two columns, the left one first."""

    start: str
    end: str
    colour: str
    width: float = 1.0


def arranged(columns: Sequence[Sequence[Box]], curves: Sequence[Curve], sweeps: int = 12) -> list[list[Box]]:
    """The columns with each box near the middle of those it is linked to, so that few curves cross."""
    linked: dict[str, list[str]] = {}
    for curve in curves:
        linked.setdefault(curve.start, []).append(curve.end)
        linked.setdefault(curve.end, []).append(curve.start)
    found = [list(column) for column in columns]
    for sweep in range(sweeps):
        order = range(len(found)) if sweep % 2 == 0 else range(len(found) - 1, -1, -1)
        for k in order:
            at = {box.id: (i + 0.5) / len(column) for column in found for i, box in enumerate(column)}
            middles = {
                box.id: sum(at[other] for other in linked[box.id]) / len(linked[box.id])
                if box.id in linked
                else at[box.id]
                for box in found[k]
            }
            found[k].sort(key=lambda box: (middles[box.id], box.text, box.id))
    return found


def tall(columns: Sequence[Sequence[Box]]) -> float:
    """Inches that the tallest column takes."""
    return max((sum(box.height + GAP for box in column) for column in columns), default=0.0)


def widths(columns: Sequence[Sequence[Box]]) -> list[float]:
    """Inches of each column."""
    return [max((wide(line) for box in column for line in box.lines), default=2 * EM) + 0.24 for column in columns]


def draw(axes: Axes, columns: Sequence[Sequence[Box]], curves: Sequence[Curve], *, left: float, bottom: float) -> None:
    """Put the columns side by side, each in the middle of the height that the tallest takes."""
    height = tall(columns)
    ends: dict[str, tuple[float, float, float]] = {}
    x = left
    for column, width in zip(columns, widths(columns), strict=True):
        free = (height - sum(box.height for box in column)) / (len(column) + 1)
        y = bottom + height - free
        for box in column:
            ends[box.id] = (x, x + width, y - box.height / 2)
            _box(axes, box, x, y - box.height, width)
            y -= box.height + free
        x += width + BETWEEN
    for curve in curves:
        _curve(axes, curve, ends[curve.start], ends[curve.end])


def _box(axes: Axes, box: Box, x: float, y: float, width: float) -> None:
    from matplotlib.patches import FancyBboxPatch

    colour = COLOURS[box.label]
    style = "round,pad=0,rounding_size=0.06"
    axes.add_patch(
        FancyBboxPatch((x, y), width, box.height, boxstyle=style, fc=colour + "14", ec=colour, lw=1.0, zorder=3)
    )
    axes.text(
        x + width / 2,
        y + box.height / 2,
        "\n".join(box.lines),
        ha="center",
        va="center",
        color=INK,
        linespacing=1.15,
        zorder=4,
    )


def _curve(axes: Axes, curve: Curve, start: tuple[float, float, float], end: tuple[float, float, float]) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Line

    (_, x0, y0), (x1, _, y1) = start, end
    middle = (x0 + x1) / 2
    line = Line([(x0, y0), (middle, y0), (middle, y1), (x1, y1)], [Line.MOVETO, Line.CURVE4, Line.CURVE4, Line.CURVE4])
    axes.add_patch(PathPatch(line, fc="none", ec=curve.colour, lw=curve.width, alpha=0.75, zorder=2))
