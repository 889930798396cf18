"""A network of one kind of nodes, as dots and lines with names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.errors import NotFound
from kg.export.pictures.canvas import COLOURS, INK, canvas, wrapped
from kg.graph.schema import LABELS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SIDE = 7.5
"""Inches of the square that the dots lie in."""


def draw_one_mode(graph: nx.Graph[Any], *, title: str, most: int = 40) -> Figure:
    """A projection or a co-attendance view, by a spring layout that is the same each time.

    Args:
        graph: Nodes with `label` and `name`, edges with `weight`.
        title: Above the picture.
        most: Nodes at most: those with the most neighbours, then by name. Those without any are left out.

    Raises:
        NotFound: The graph has no edges.
    """
    linked = [n for n in graph if graph.degree[n]]
    if not linked:
        raise NotFound("The network has no edges.", "Build the graph from more articles.")
    ranked = sorted(linked, key=lambda n: (-graph.degree[n], graph.nodes[n]["name"], n))[:most]
    shown: nx.Graph[Any] = nx.Graph()
    shown.add_nodes_from(ranked)
    shown.add_edges_from((a, b, data) for a, b, data in graph.edges(data=True) if a in shown and b in shown)
    at, height = _positions(shown)
    more = len(graph) - len(shown)
    note = "点越大，联系越多；线越粗，共同者越多。 " + (f"  {more} more nodes are not shown." if more else "")
    with canvas(SIDE + 2.4, height + 1.7, title, note) as (figure, axes):
        for a, b, data in shown.edges(data=True):
            (x0, y0), (x1, y1) = at[a], at[b]
            axes.plot([x0, x1], [y0, y1], color="#aab7b8", lw=0.7 + 0.7 * min(data.get("weight", 1), 6), zorder=1)
        for label in sorted({graph.nodes[n]["label"] for n in ranked}):
            members = [n for n in ranked if graph.nodes[n]["label"] == label]
            axes.scatter(
                [at[n][0] for n in members],
                [at[n][1] for n in members],
                s=[40 + 25 * shown.degree[n] for n in members],
                color=COLOURS[label],
                label=f"{LABELS[label].chinese} {label}",
                zorder=2,
            )
        for n in ranked:
            halo = {"boxstyle": "round,pad=0.1", "fc": "white", "ec": "none", "alpha": 0.75}
            text = "\n".join(wrapped(graph.nodes[n]["name"], 12))
            x, y = at[n]
            axes.text(
                x, y - 0.14, text, ha="center", va="top", fontsize=9, color=INK, linespacing=1.1, bbox=halo, zorder=3
            )
        axes.legend(loc="upper right", frameon=False)
    return figure


def _positions(graph: nx.Graph[Any]) -> tuple[dict[Any, tuple[float, float]], float]:
    """Where the nodes are, and the height that they take, in inches.

    Components stand in the cells of a grid, the largest first, each laid out by springs.
    """
    components = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    columns = next(k for k in range(1, len(components) + 1) if k * k >= len(components))
    cell = SIDE / columns
    height = cell * -(-len(components) // columns)
    found: dict[Any, tuple[float, float]] = {}
    for k, members in enumerate(components):
        part = graph.subgraph(sorted(members))
        placed = nx.spring_layout(part, seed=1, k=2.2 / len(part) ** 0.5, iterations=200, weight=None)
        left, top = 1.2 + cell * (k % columns), height + 0.5 - cell * (k // columns)
        for n, (x, y) in placed.items():
            found[n] = (left + cell * (0.5 + 0.42 * x), top - cell * (0.5 - 0.38 * y))
    return found, height
