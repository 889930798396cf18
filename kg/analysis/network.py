"""Named views of the graph, as networkx graphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.errors import NotFound
from kg.store import Store


@dataclass(frozen=True, slots=True)
class View:
    """A network by one query.

    The query gives `a_label, a_id, a_name, b_label, b_id, b_name, weight, facts`: the two ends, how
    many events or articles link them, and the ids of the facts that do.
    """

    meaning: str
    cypher: str


_RETURN = """
RETURN '{a}' AS a_label, a.id AS a_id, a.name AS a_name, '{b}' AS b_label, b.id AS b_id, b.name AS b_name,
       {weight} AS weight, facts
ORDER BY a_id, b_id
"""

VIEWS: dict[str, View] = {
    "official-project": View(
        "officials and the projects that they held or attended meetings about, or visited",
        """
        MATCH (a:Person)-[r:CHAIRED|SPOKE_AT|ATTENDED|LED|JOINED]->(e)-[:ABOUT|TO]->(b:Project)
        WITH a, b, e, r ORDER BY r.id
        WITH a, b, count(DISTINCT e) AS events, collect(DISTINCT r.id) AS facts
        """
        + _RETURN.format(a="Person", b="Project", weight="events"),
    ),
    "official-meeting": View(
        "officials and the meetings that they attended",
        """
        MATCH (a:Person)-[r:ATTENDED]->(b:Meeting)
        WITH a, b, r ORDER BY r.id
        WITH a, b, max(r.support) AS articles, collect(DISTINCT r.id) AS facts
        """
        + _RETURN.format(a="Person", b="Meeting", weight="articles"),
    ),
    "co-attendance": View(
        "people who attended the same meetings",
        """
        MATCH (a:Person)-[r:ATTENDED]->(m:Meeting)<-[s:ATTENDED]-(b:Person)
        WHERE a.id < b.id
        WITH a, b, m, r ORDER BY r.id
        WITH a, b, count(DISTINCT m) AS meetings, collect(DISTINCT r.id) AS facts
        """
        + _RETURN.format(a="Person", b="Person", weight="meetings"),
    ),
    "initiative-place": View(
        "initiatives and the divisions that carry them out",
        """
        MATCH (a:Initiative)-[r:CARRIED_OUT_IN]->(b:Place)
        WITH a, b, r ORDER BY r.id
        WITH a, b, max(r.support) AS articles, collect(DISTINCT r.id) AS facts
        """
        + _RETURN.format(a="Initiative", b="Place", weight="articles"),
    ),
    "firm-project": View(
        "firms and bodies, and the projects that they back",
        """
        MATCH (a:Organization)-[r:BACKS]->(b:Project)
        WITH a, b, r ORDER BY r.id
        WITH a, b, max(r.support) AS articles, collect(DISTINCT r.id) AS facts
        """
        + _RETURN.format(a="Organization", b="Project", weight="articles"),
    ),
}


def network(store: Store, view: str) -> nx.Graph[str]:
    """A view as an undirected graph.

    Nodes are ids with `label` (first label) and `name`; edges have `weight` and `facts`, the ids
    under which the graph holds the evidence.

    Raises:
        NotFound: There is no such view.
    """
    if view not in VIEWS:
        raise NotFound(f"There is no view {view}.", f"There are: {', '.join(VIEWS)}.")
    graph: nx.Graph[str] = nx.Graph(view=view)
    for row in store.query(VIEWS[view].cypher).to_dicts():
        _node(graph, row, "a")
        _node(graph, row, "b")
        graph.add_edge(row["a_id"], row["b_id"], weight=row["weight"], facts=tuple(row["facts"]))
    return graph


def _node(graph: nx.Graph[str], row: dict[str, Any], end: str) -> None:
    graph.add_node(row[f"{end}_id"], label=row[f"{end}_label"], name=row[f"{end}_name"])
