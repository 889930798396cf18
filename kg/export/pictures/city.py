"""A city's projects by the stage that they reached, with sums and firms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import NotFound
from kg.export.pictures.canvas import COLOURS, FAINT, INK, canvas, wide, wrapped
from kg.store import Store
from kg.store.queries import saved

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

STAGES = {
    "planned": "规划\nplanned",
    "signed": "签约\nsigned",
    "started": "开工\nstarted",
    "under_construction": "在建\nunder construction",
    "completed": "竣工\ncompleted",
    "operating": "投用\noperating",
}
ROW, STEP = 0.62, 1.25
"""Inches: a project's row, a stage's column."""


def draw_city(store: Store, city: str, *, most: int = 30) -> Figure:
    """The projects of a division and of all below it, a row each.

    Args:
        store: Where the graph is.
        city: Full name of the division, as in 池州市.
        most: Rows at most: the least advanced first, within a stage the dearest first.

    Raises:
        NotFound: The graph has no project there.
    """
    projects = saved("city_projects").run(store, city=city).to_dicts()
    if not projects:
        raise NotFound(f"{store.address} has no project in {city}.", "kg show projects lists those it has.")
    shown = projects[:most]
    names = [wrapped(row["project"], 15) for row in shown]
    label = max(wide(line) for name in names for line in name) + 0.3
    width = 0.3 + label + STEP * len(STAGES) + 2.9
    height = ROW * len(shown) + 2.0
    note = "空心：未说到哪一步。 A hollow dot: no article says how far it is."
    if len(projects) > most:
        note += f"  {len(projects) - most} more are not shown."
    with canvas(width, height, f"{city}的项目 · Projects of {city}", note) as (figure, axes):
        at = {stage: 0.3 + label + STEP * (k + 0.5) for k, stage in enumerate(STAGES)}
        top = height - 1.45
        for stage, x in at.items():
            axes.text(x, top + 0.3, STAGES[stage], ha="center", va="center", fontsize=8.5, color=INK)
            axes.plot([x, x], [0.5, top], color="#e5e8e8", lw=1, zorder=1)
        for k, (row, name) in enumerate(zip(shown, names, strict=True)):
            y = top - ROW * (k + 0.5)
            axes.text(0.3, y, "\n".join(name), va="center", color=INK, linespacing=1.15)
            first = min(at.values())
            last = at.get(row["stage"], first)
            axes.plot([first, last], [y, y], color=COLOURS["Project"], lw=2.5, alpha=0.35, zorder=2)
            face = COLOURS["Project"] if row["stage"] in at else "white"
            axes.scatter([last], [y], s=70, color=face, edgecolors=COLOURS["Project"], linewidths=1.2, zorder=3)
            if row["stage_date"]:
                axes.text(last, y - 0.22, row["stage_date"], ha="center", va="center", fontsize=7.5, color=FAINT)
            _beside(axes, 0.3 + label + STEP * len(STAGES) + 0.1, y, row["investment_cny"], row["firms"])
    return figure


def _beside(axes: Axes, x: float, y: float, cny: float | None, firms: list[str]) -> None:
    lines = [money(cny)] if cny else []
    lines += wrapped("、".join(firms), 18) if firms else []
    axes.text(x, y, "\n".join(lines), va="center", fontsize=8.5, color=INK, linespacing=1.2)


def money(cny: float) -> str:
    """Yuan as news write them: 36.8亿元, 5200万元."""
    for unit, name in ((1e8, "亿元"), (1e4, "万元")):
        if cny >= unit:
            return f"{cny / unit:,.2f}".rstrip("0").rstrip(".") + name
    return f"{cny:,.0f}元"
