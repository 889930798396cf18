"""Measures over a view, as data frames."""

from __future__ import annotations

import networkx as nx
import pandas as pd


def centrality(graph: nx.Graph[str]) -> pd.DataFrame:
    """One row a node: `id, name, label, degree, strength, betweenness`, by strength, then name.

    `strength` is the sum of the weights at a node; `betweenness` counts every link as one step.
    """
    between = nx.betweenness_centrality(graph)
    strength = dict(graph.degree(weight="weight"))
    rows = [
        (n, data["name"], data["label"], graph.degree[n], strength[n], between[n]) for n, data in graph.nodes(data=True)
    ]
    frame = pd.DataFrame(rows, columns=["id", "name", "label", "degree", "strength", "betweenness"])
    return frame.sort_values(["strength", "name", "id"], ascending=[False, True, True], ignore_index=True)


def projection(graph: nx.Graph[str], label: str) -> nx.Graph[str]:
    """The one-mode projection of a two-mode view: nodes of `label` with their attributes.

    An edge's `weight` is the number of neighbours that its ends share.
    """
    members = sorted(n for n, data in graph.nodes(data=True) if data["label"] == label)
    found: nx.Graph[str] = nx.bipartite.weighted_projected_graph(graph, members) if members else nx.Graph()
    return found


def pairs(graph: nx.Graph[str], label: str) -> pd.DataFrame:
    """The edges of the projection: columns `a, b, shared`, names and a count, most first."""
    projected = projection(graph, label)
    name = nx.get_node_attributes(projected, "name")
    rows = [(*sorted((name[a], name[b])), data["weight"]) for a, b, data in projected.edges(data=True)]
    frame = pd.DataFrame(rows, columns=["a", "b", "shared"])
    return frame.sort_values(["shared", "a", "b"], ascending=[False, True, True], ignore_index=True)
