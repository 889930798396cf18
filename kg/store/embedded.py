"""The graph in one file, read and written in this process by kglite.

kglite keeps a `title` for every node, makes one up where there is none, and lets it stand in for a
missing `name`; a title set to null does neither. So every node is written with one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import kglite

from kg.errors import QueryRefused, StoreError
from kg.graph.delta import Delta, Node, Relationship
from kg.graph.digest import digest
from kg.graph.schema import LABELS
from kg.store import statements
from kg.store.cypher import without_block_comments
from kg.store.dialect import refuse_silent_differences, remedy
from kg.store.guard import reads_only, refuse
from kg.store.kglite_file import cannot_be_written, first_line, let_go, open_to_read, open_to_write, quietly
from kg.store.plain import of_kglite
from kg.store.result import Result

FILE = "graph.kgl"
_BATCH = 5_000
_NO_TITLE = ", n.title = null"


class EmbeddedStore:
    """The graph of a build's folder.

    A reader sees what was last written; one process at a time writes. `apply` works on memory and
    then replaces the file, so that a crash leaves the file of before.

    Args:
        folder: The build's folder.
        writing: Open for writing, and make folder and file where they are missing.

    Raises:
        StoreUnavailable: There is no graph to read, or the file is none.
        StoreLocked: Another process writes it.
    """

    def __init__(self, folder: Path, *, writing: bool = False) -> None:
        self.path = folder / FILE
        self.address = str(self.path)
        self.writing = writing
        self._written: set[tuple[str, str]] | None = None
        self._graph = open_to_write(self.path) if writing else open_to_read(self.path)
        self._graph.read_only(True)

    def apply(self, delta: Delta) -> None:
        """Make the delta's rows true, all or none; see `Store.apply`."""
        if not self.writing:
            raise StoreError(f"{self.address} was opened for reading.", "Open it with connect(…, writing=True).")
        nodes, gone_nodes = statements.node_rows(delta.nodes), statements.gone_ids(delta.gone_nodes)
        gone = statements.relationship_rows(delta.gone_relationships)
        relationships = statements.relationship_rows(delta.relationships)
        written = set(self._known())
        with self._transaction() as run:
            for ends, rows in gone.items():
                there = [row for row in rows if (ends[0], row["id"]) in written]
                run(statements.merge_and_delete_relationships(ends), there)
                written -= {(ends[0], row["id"]) for row in there}
            for label, ids in gone_nodes.items():
                run(statements.delete_nodes(label), ids)
            for labels, rows in nodes.items():
                run(statements.upsert_nodes(labels, besides=_NO_TITLE), rows)
            for ends, rows in relationships.items():
                old = [row for row in rows if (ends[0], row["id"]) in written]
                new = [row for row in rows if (ends[0], row["id"]) not in written]
                # Creating is ten times as fast as merging, and merging far faster than matching by id.
                done = run(statements.merge_relationships(ends), old) + run(statements.create_relationships(ends), new)
                if done < len(rows):
                    raise StoreError(
                        f"{len(rows) - done} {ends[0]} of the delta have an end that is not in the graph.",
                        "Build the folder anew.",
                    )
                written |= {(ends[0], row["id"]) for row in new}
        self._written = None if delta.gone_nodes else written
        try:
            self._graph.save()
        except (kglite.KgError, OSError, ValueError) as error:
            raise cannot_be_written(self.path, error) from None

    def _known(self) -> set[tuple[str, str]]:
        if self._written is None:
            self._written = {
                (row["kind"], row["made"])
                for row in self._graph.cypher("MATCH ()-[r]->() RETURN type(r) AS kind, r.id AS made")
            }
        return self._written

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Any]:
        def run(statement: str, rows: list[Any]) -> int:
            done = 0
            for batch in statements.batches(rows, _BATCH):
                found = quietly(transaction.cypher, statement, params={"rows": list(batch)}).to_list()
                done += found[0].get("done", 0) if found else 0
            return done

        self._graph.read_only(False)
        try:
            transaction = self._graph.begin()
            try:
                yield run
            except BaseException:
                transaction.rollback()
                raise
            transaction.commit()
        finally:
            self._graph.read_only(True)

    def query(self, cypher: str, parameters: dict[str, Any] | None = None) -> Result:
        """The rows of a query that reads; see `Store.query`."""
        parameters = {
            name: list(value) if isinstance(value, tuple) else value for name, value in (parameters or {}).items()
        }
        refuse(cypher, parameters)
        refuse_silent_differences(cypher)
        try:
            found = quietly(
                self._graph.cypher, without_block_comments(cypher), params=parameters, hide_structural_keys=True
            )
        except kglite.ReadOnlyError:
            raise reads_only() from None
        except kglite.KgError as error:
            raise _refused(cypher, first_line(error)) from None
        columns = tuple(found.columns)
        rows = [tuple(of_kglite(row[column]) for column in columns) for row in found.to_list()]
        return Result(columns, rows, tuple(found.warnings))

    def rows(self) -> tuple[list[Node], list[Relationship]]:
        """Everything in the graph; see `Store.rows`."""
        nodes = [
            statements.node(label, row["labels"], row["properties"])
            for label in LABELS
            for row in quietly(self._graph.cypher, statements.read_nodes(label), hide_structural_keys=True)
        ]
        relationships = [
            statements.relationship(ends, row["source"], row["target"], row["properties"])
            for ends in statements.ALL_ENDS
            for row in quietly(self._graph.cypher, statements.read_relationships(ends), hide_structural_keys=True)
        ]
        return nodes, relationships

    def digest(self) -> str:
        """A hash of all rows; see `Store.digest`."""
        return digest(*self.rows())

    def build(self) -> dict[str, Any] | None:
        """The properties of the `Build` node; see `Store.build`."""
        found = quietly(
            self._graph.cypher, "MATCH (b:Build) RETURN properties(b) AS build ORDER BY b.id", hide_structural_keys=True
        ).to_list()
        return found[0]["build"] if found else None

    def close(self) -> None:
        """Let go of the file, and of the lock."""
        if self.writing:
            let_go(self._graph)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _refused(cypher: str, said: str) -> QueryRefused:
    if "Missing parameter" in said:
        return QueryRefused(said + ".", "Give it: -p name=value, or the parameters of query().")
    if "write clauses" in said:
        return reads_only()
    return remedy(cypher, said)
