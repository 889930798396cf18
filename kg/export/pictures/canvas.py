"""What all pictures share: the figure, its colours and letters, how it is saved."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.pictures.fonts import chinese_font

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = {
    "Person": "#b03a2e",
    "Meeting": "#6c3483",
    "Visit": "#a569bd",
    "Project": "#1f618d",
    "Initiative": "#117864",
    "Place": "#7e5109",
    "Organization": "#566573",
}
INK, FAINT = "#1c2833", "#85929e"
FORMS = (".png", ".svg", ".pdf")
LETTER = 10.0
"""Points."""
EM = LETTER / 72
"""Inches that a Chinese character takes."""


@contextmanager
def canvas(width: float, height: float, title: str, note: str = "") -> Iterator[tuple[Figure, Axes]]:
    """An empty figure of so many inches whose axes count in inches from its lower left corner."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context({"font.family": chinese_font() or "sans-serif", "font.size": LETTER}):
        figure = Figure(figsize=(width, height), facecolor="white")
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, width)
        axes.set_ylim(0, height)
        axes.set_axis_off()
        axes.text(0.3, height - 0.42, title, fontsize=15, color=INK, va="center", weight="bold")
        if note:
            axes.text(0.3, 0.2, note, fontsize=8, color=FAINT, va="center")
        yield figure, axes


def save(figure: Figure, path: Path) -> None:
    """Write the figure in the form that the suffix names (png, svg, pdf), the same bytes each time."""
    from matplotlib import rc_context

    path.parent.mkdir(parents=True, exist_ok=True)
    metadata: dict[str, Any] = {"Creator": "zhengtu"}
    if path.suffix in (".svg", ".pdf"):
        metadata["Date" if path.suffix == ".svg" else "CreationDate"] = None
    else:
        metadata = {"Software": "zhengtu"}
    with rc_context({"svg.hashsalt": "kg", "svg.fonttype": "path"}):
        figure.savefig(path, dpi=144, metadata=metadata)


def wrapped(text: str, characters: int, lines: int = 2) -> list[str]:
    """The text in lines of at most so many full-width characters, cut with … beyond the last."""
    found = textwrap.wrap(text, characters, break_on_hyphens=False) or [""]
    if len(found) > lines:
        found = [*found[: lines - 1], found[lines - 1][: characters - 1] + "…"]
    return found


def wide(text: str) -> float:
    """Inches that a line of text takes: ASCII counts a little more than half."""
    return sum(EM * (0.58 if character.isascii() else 1.0) for character in text)
