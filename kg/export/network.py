"""GraphML and GEXF, for Gephi, yEd and Cytoscape, by networkx."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import networkx as nx

from kg.export.rows import flat
from kg.graph.delta import Node, Relationship


def network(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> nx.MultiDiGraph[str]:
    """The rows as a directed multigraph; a node's key is `Label:id`, its `label` the name that people read."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes:
        name = node.properties.get("name") or node.properties.get("headline") or node.id
        graph.add_node(
            f"{node.label}:{node.id}",
            label=str(name),
            first_label=node.label,
            labels="|".join(node.labels),
            **dict(flat(node.properties)),
        )
    for r in relationships:
        graph.add_edge(":".join(r.start), ":".join(r.end), key=r.id, label=r.type, **dict(flat(r.properties)))
    return graph


def write_graphml(nodes: Iterable[Node], relationships: Iterable[Relationship], path: Path) -> None:
    """Write one GraphML file."""
    nx.write_graphml(network(nodes, relationships), path, encoding="utf-8", prettyprint=True)


def write_gexf(nodes: Iterable[Node], relationships: Iterable[Relationship], path: Path) -> None:
    """Write one GEXF 1.2 file."""
    graph = network(nodes, relationships)
    for _, data in graph.nodes(data=True):
        data.pop("id", None)
    for _, _, data in graph.edges(data=True):
        data.pop("id", None)
    nx.write_gexf(graph, path, encoding="utf-8", prettyprint=True)
