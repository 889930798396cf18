"""Officials, the events they held, what these were about, and where: the graph in four columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.errors import NotFound
from kg.export.pictures.boxes import BETWEEN, Box, Curve, arranged, draw, tall, widths
from kg.export.pictures.canvas import COLOURS, INK, canvas
from kg.store import Store

if TYPE_CHECKING:
    from matplotlib.figure import Figure

HEADS = ("官员\nOfficials", "会议与考察\nMeetings, visits", "项目与举措\nProjects, initiatives", "地方\nPlaces")
_HELD = """
MATCH (o:Person)-[r:CHAIRED|LED|SPOKE_AT]->(e)
WHERE e:Meeting OR e:Visit
RETURN 'Person' AS a_label, o.id AS a, o.name AS a_name, labels(e)[0] AS b_label, e.id AS b,
       coalesce(e.name, e.kind) AS b_name, type(r) AS type
ORDER BY a, b, type
"""
_ABOUT = """
MATCH (e)-[r:ABOUT|TO]->(x)
WHERE x:Project OR x:Initiative
RETURN labels(e)[0] AS a_label, e.id AS a, coalesce(e.name, e.kind) AS a_name, labels(x)[0] AS b_label, x.id AS b,
       x.name AS b_name, type(r) AS type
ORDER BY a, b, type
"""
_WHERE = """
MATCH (x)-[r:LOCATED_IN|CARRIED_OUT_IN]->(p:Place)
RETURN labels(x)[0] AS a_label, x.id AS a, x.name AS a_name, 'Place' AS b_label, p.id AS b, p.name AS b_name, type(r) AS type
ORDER BY a, b, type
"""
_STRONG = {"CHAIRED": ("#b03a2e", 1.8), "LED": ("#b03a2e", 1.8), "SPOKE_AT": ("#d98880", 0.9)}


def draw_chain(
    store: Store,
    *,
    most: int = 30,
    title: str = "谁主持、议什么、落在何处 · Who chaired what, what it was about, and where",
) -> Figure:
    """The network of a graph that is small enough to look at.

    Args:
        store: Where it is.
        most: Boxes a column at most: those with the most links.
        title: Above the picture.

    Raises:
        NotFound: There is nothing to draw.
    """
    columns: list[dict[str, Box]] = [{}, {}, {}, {}]
    curves: dict[tuple[str, str], Curve] = {}
    for k, query in enumerate((_HELD, _ABOUT, _WHERE)):
        for row in store.query(query).to_dicts():
            columns[k].setdefault(row["a"], Box(row["a"], row["a_label"], row["a_name"]))
            columns[k + 1].setdefault(row["b"], Box(row["b"], row["b_label"], row["b_name"]))
            colour, width = _STRONG.get(row["type"], (COLOURS[row["a_label"]], 1.0))
            known = curves.get((row["a"], row["b"]))
            if known is None or known.width < width:
                curves[row["a"], row["b"]] = Curve(row["a"], row["b"], colour, width)
    if not curves:
        raise NotFound(
            f"{store.address} has no meetings, projects or initiatives.", "Build it from articles: kg build."
        )
    busiest = [_busiest(column, curves.values(), most) for column in columns]
    kept = {box.id for column in busiest for box in column}
    lines = [curve for curve in curves.values() if curve.start in kept and curve.end in kept]
    shown = arranged(busiest, lines)
    left_out = sum(len(column) for column in columns) - sum(len(column) for column in shown)
    width = sum(widths(shown)) + BETWEEN * 3 + 0.6
    height = tall(shown) + 1.9
    note = "粗红线：主持、带队；细红线：讲话；蓝框：项目；绿框：举措。 Thick red: chaired or led; thin red: spoke; blue: project; green: initiative."
    if left_out:
        note += f"  {left_out} more nodes are not shown."
    with canvas(width, height, title, note) as (figure, axes):
        draw(axes, shown, lines, left=0.3, bottom=0.45)
        x = 0.3
        for head, wide in zip(HEADS, widths(shown), strict=True):
            axes.text(
                x + wide / 2, height - 1.05, head, ha="center", va="center", color=INK, fontsize=10, weight="bold"
            )
            x += wide + BETWEEN
    return figure


def _busiest(column: dict[str, Box], curves: Iterable[Curve], most: int) -> list[Box]:
    links: Counter[str] = Counter()
    for curve in curves:
        links[curve.start] += 1
        links[curve.end] += 1
    ranked = sorted(column.values(), key=lambda box: (-links[box.id], box.text, box.id))
    return ranked[:most]
