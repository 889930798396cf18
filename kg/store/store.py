"""What every store of the graph does."""

from __future__ import annotations

from typing import Any, Protocol, Self

from kg.graph.delta import Delta, Node, Relationship
from kg.store.result import Result


class Store(Protocol):
    """A graph that lies somewhere. It knows the schema, and nothing of articles or identity."""

    address: str
    """The file or the URL, as messages name it."""

    def apply(self, delta: Delta) -> None:
        """Make the delta's rows true; the only way to write. Applying it again changes nothing.

        Raises:
            StoreError: The store was opened for reading, a row does not fit the schema, or a
                relationship's end is not there. The embedded store then holds what it held before;
                Neo4j may hold a part, which the same delta, applied again, completes.
        """

    def query(self, cypher: str, parameters: dict[str, Any] | None = None) -> Result:
        """The rows of a query that reads.

        Raises:
            QueryRefused: It writes, is malformed, or needs what this store does not offer; says what to write instead.
        """

    def rows(self) -> tuple[list[Node], list[Relationship]]:
        """Everything in the graph, in no particular order."""

    def digest(self) -> str:
        """A hash of all rows as they are read back: equal hashes, equal graphs, whatever the store."""

    def build(self) -> dict[str, Any] | None:
        """The properties of the `Build` node: what wrote this graph; None in an empty one."""

    def close(self) -> None:
        """Let go of file or connection; a writer's lock with it."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...
