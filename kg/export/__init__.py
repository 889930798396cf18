"""The graph's rows as files for other programs."""

from kg.export.network import write_gexf, write_graphml
from kg.export.rows import exported
from kg.export.tables import write_csv

__all__ = ["exported", "write_csv", "write_gexf", "write_graphml"]
