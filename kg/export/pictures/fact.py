"""A fact as a card: what it says, and the sentences that state it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.errors import NotFound
from kg.export.pictures.canvas import COLOURS, FAINT, INK, LETTER, canvas, wide, wrapped
from kg.graph.schema import RELATIONSHIPS
from kg.store import Store
from kg.store.queries import saved

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_ENDS = """
MATCH (a)-[r:{type} {{id: $fact}}]->(b)
RETURN labels(a)[0] AS a_label, coalesce(a.name, a.kind) AS a_name, type(r) AS type, labels(b)[0] AS b_label,
       coalesce(b.name, b.kind) AS b_name, r.support AS support, r.outlets AS outlets, r.max_confidence AS confidence
"""
WIDTH, CHARACTERS = 9.0, 58


def draw_fact(store: Store, fact: str, *, most: int = 6) -> Figure:
    """The card of a relationship.

    Args:
        store: Where the graph is.
        fact: Id of the relationship, as the queries return it.
        most: Articles at most, the earliest first.

    Raises:
        NotFound: The graph has no such relationship, or was built without evidence.
    """
    ends = _ends(store, fact)
    sentences = saved("evidence").run(store, fact=fact).to_dicts()
    if ends is None or not sentences:
        raise NotFound(f"{store.address} has no fact {fact}.", "Take an id from the column fact of: kg show chaired")
    quotes = [wrapped(f"“{row['sentence']}”", CHARACTERS, lines=4) for row in sentences[:most]]
    height = 2.4 + sum(0.6 + 0.24 * len(lines) for lines in quotes)
    kind = RELATIONSHIPS[ends["type"]]
    note = f"{fact} · {ends['support']} articles, {ends['outlets']} outlets, confidence {ends['confidence']:.2f}"
    if len(sentences) > most:
        note += f"; {len(sentences) - most} more are not shown"
    with canvas(WIDTH, height, f"{kind.chinese} · {kind.name}", note) as (figure, axes):
        x = _end(axes, 0.5, height - 1.2, ends["a_label"], ends["a_name"])
        arrow = {"arrowstyle": "-|>", "color": INK, "lw": 1.5}
        axes.annotate("", (x + 0.9, height - 1.2), (x + 0.1, height - 1.2), arrowprops=arrow)
        _end(axes, x + 1.15, height - 1.2, ends["b_label"], ends["b_name"])
        y = height - 1.95
        for row, lines in zip(sentences, quotes, strict=False):
            where = " · ".join(str(row[key]) for key in ("published_on", "publisher", "headline") if row[key])
            axes.text(0.5, y, where, va="center", fontsize=8.5, color=FAINT)
            tall = 0.24 * len(lines)
            axes.plot([0.42, 0.42], [y - 0.2 - tall, y - 0.16], color=COLOURS[ends["a_label"]], lw=2.5)
            axes.text(0.55, y - 0.2, "\n".join(lines), va="top", color=INK, linespacing=1.35)
            y -= 0.6 + tall
    return figure


def _ends(store: Store, fact: str) -> dict[str, Any] | None:
    for kind in RELATIONSHIPS:
        if "support" in RELATIONSHIPS[kind].properties:
            found = store.query(_ENDS.format(type=kind), {"fact": fact}).to_dicts()
            if found:
                return found[0]
    return None


def _end(axes: Axes, x: float, y: float, label: str, name: str) -> float:
    """Writes one end of the fact from `x` on, and says where its box ends."""
    lines = wrapped(name, 20)
    box = {"boxstyle": "round,pad=0.5", "fc": COLOURS[label] + "14", "ec": COLOURS[label]}
    axes.text(x, y, "\n".join(lines), va="center", fontsize=1.2 * LETTER, color=INK, bbox=box)
    return x + 1.2 * max(wide(line) for line in lines) + 0.1
