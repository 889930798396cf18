"""A network of two kinds of nodes: a column each, curves between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.errors import NotFound
from kg.export.pictures.boxes import BETWEEN, Box, Curve, arranged, draw, tall, widths
from kg.export.pictures.canvas import COLOURS, canvas, wide
from kg.graph.schema import LABELS

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.figure import Figure

LEAST = 8.0
"""Inches that the picture is wide at least."""


def draw_two_modes(graph: nx.Graph[Any], *, title: str, most: int = 40) -> Figure:
    """A view of `kg.analysis.network` whose edges all go from one label to another; thicker, the more their weight.

    Args:
        graph: Nodes with `label` and `name`, edges with `weight`.
        title: Above the picture.
        most: Boxes a column at most: those with the most neighbours, then by name.

    Raises:
        NotFound: The graph has no edges, or nodes of more or fewer labels than two.
    """
    labels = sorted({data["label"] for _, data in graph.nodes(data=True)}, key=list(LABELS).index)
    if len(labels) != 2 or not graph.number_of_edges():
        said = f"has nodes of {', '.join(labels)}" if labels else "has no nodes"
        raise NotFound(f"The network {said}, not of two labels.", "Take a view of kg.analysis.VIEWS, or draw_one_mode.")
    ranked = sorted(graph, key=lambda n: (-graph.degree[n], graph.nodes[n]["name"], n))
    columns = [
        [Box(n, label, graph.nodes[n]["name"]) for n in ranked if graph.nodes[n]["label"] == label][:most]
        for label in labels
    ]
    kept = {box.id for column in columns for box in column}
    curves = [
        Curve(a, b, COLOURS[labels[0]], 0.6 + 0.7 * min(data.get("weight", 1), 6))
        for a, b, data in (
            (*sorted(edge[:2], key=lambda n: labels.index(graph.nodes[n]["label"])), edge[2])
            for edge in graph.edges(data=True)
        )
        if a in kept and b in kept
    ]
    shown = arranged(columns, curves)
    height = tall(shown) + 1.9
    width = max(LEAST, sum(widths(shown)) + BETWEEN + 0.6, wide(title) * 1.5 + 0.8)
    left = (width - sum(widths(shown)) - BETWEEN) / 2
    more = len(graph) - len(kept)
    note = "线越粗，事件越多。 The thicker a line, the more events or articles." + (
        f"  {more} more nodes are not shown." if more else ""
    )
    with canvas(width, height, title, note) as (figure, axes):
        draw(axes, shown, curves, left=left, bottom=0.45)
        x = left
        for label, column in zip(labels, widths(shown), strict=True):
            head = f"{LABELS[label].chinese}\n{label}"
            axes.text(
                x + column / 2, height - 1.05, head, ha="center", va="center", color=COLOURS[label], weight="bold"
            )
            x += column + BETWEEN
    return figure
