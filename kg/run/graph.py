"""A graph as one reads it from Python: queries, and networks for networkx."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx

from kg.analysis import network
from kg.store import Result, connect


class Graph:
    """A store opened for reading; close it, or use it in a `with` block."""

    def __init__(self, target: str | Path) -> None:
        self.target = target
        self._store = connect(target)

    def query(self, cypher: str, parameters: dict[str, Any] | None = None, /, **named: Any) -> Result:
        """The rows of a Cypher query that reads; `.to_pandas()` and `.to_dicts()` turn them."""
        return self._store.query(cypher, {**(parameters or {}), **named})

    def networkx(self, view: str) -> nx.Graph[Any]:
        """A named view as a networkx graph; `kg.analysis.VIEWS` lists them."""
        found: nx.Graph[Any] = network(self._store, view)
        return found

    def digest(self) -> str:
        """A hash of all that the graph holds; equal hashes, equal graphs."""
        return self._store.digest()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
