"""Views of the graph for networkx, and measures over them as data frames."""

from kg.analysis.measures import centrality, pairs, projection
from kg.analysis.network import VIEWS, View, network

__all__ = ["VIEWS", "View", "centrality", "network", "pairs", "projection"]
