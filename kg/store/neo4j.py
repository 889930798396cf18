"""The graph in a Neo4j, 5.26 or later, Community or not."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator
from typing import Any, Self

from neo4j import GraphDatabase, Query, RoutingControl
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError

from kg.errors import QueryRefused, StoreError, StoreUnavailable
from kg.graph.ddl import named_constraints
from kg.graph.delta import Delta, Node, Relationship
from kg.graph.digest import digest
from kg.graph.schema import LABELS
from kg.store import statements
from kg.store.credentials import credentials
from kg.store.guard import reads_only, refuse
from kg.store.neo4j_steps import steps_of, transactions, write
from kg.store.plain import of_neo4j
from kg.store.result import Result

_PATIENCE = 30.0
"""Seconds for which a transaction is tried again after an error that passes."""

# What the server remarks belongs to the result, not to a last-resort handler on stderr.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Neo4jStore:
    """The graph of a Neo4j database (`KG_NEO4J_DATABASE`, or the server's default).

    Args:
        address: `neo4j://HOST:PORT` or `bolt://HOST:PORT`, with `+s` behind the scheme for TLS.
        writing: Open for `apply`, which makes constraints and indexes where they are missing.

    Raises:
        StoreUnavailable: Nobody answers, or user and password are refused.
    """

    def __init__(self, address: str, *, writing: bool = False) -> None:
        self.address = address
        self.writing = writing
        self._constrained = False
        self._database = os.environ.get("KG_NEO4J_DATABASE") or None
        who = credentials(address)
        try:
            self._driver = GraphDatabase.driver(
                address,
                auth=who,
                max_transaction_retry_time=_PATIENCE,
                connection_timeout=10,
                warn_notification_severity="OFF",
            )
        except (ConfigurationError, ValueError) as error:
            raise StoreUnavailable(f"{address} is no address of a Neo4j: {error}", "Write neo4j://HOST:PORT.") from None
        try:
            with self._talking():
                self._driver.verify_connectivity()
        except BaseException:
            self._driver.close()
            raise

    @contextlib.contextmanager
    def _talking(self) -> Iterator[None]:
        try:
            yield
        except AuthError:
            raise StoreUnavailable(
                f"{self.address} refuses user or password.",
                "Set KG_NEO4J_USER, and KG_NEO4J_PASSWORD or KG_NEO4J_PASSWORD_FILE.",
            ) from None
        except DriverError as error:
            raise StoreUnavailable(
                f"{self.address}: no Neo4j answers ({_first_line(error)}).",
                "Start one: make neo4j, or docker compose up -d neo4j.",
            ) from None
        except Neo4jError as error:
            if error.code and ".Security." in error.code:
                raise StoreUnavailable(
                    f"{self.address} refuses us: {_first_line(error)}", "See to the rights of KG_NEO4J_USER."
                ) from None
            raise StoreError(f"{self.address}: {_first_line(error)}", "See Neo4j's log.") from None

    def apply(self, delta: Delta) -> None:
        """Make the delta's rows true; see `Store.apply`. The `Build` node is written last, when all else is there."""
        if not self.writing:
            raise StoreError(f"{self.address} was opened for reading.", "Open it with connect(…, writing=True).")
        with self._talking(), self._driver.session(database=self._database) as session:
            self._constrain()
            for steps in transactions(steps_of(delta)):
                session.execute_write(write, steps)

    def _constrain(self) -> None:
        if self._constrained:
            return
        # Each costs a tenth of a second even where it is there already.
        there = {name for kind in ("CONSTRAINTS", "INDEXES") for (name,) in self._read(f"SHOW {kind} YIELD name")}
        for name, statement in named_constraints().items():
            if name not in there:
                self._driver.execute_query(statement, database_=self._database)
        self._constrained = True

    def query(self, cypher: str, parameters: dict[str, Any] | None = None) -> Result:
        """The rows of a query that reads; see `Store.query`."""
        refuse(cypher, parameters or {})
        with self._talking():
            try:
                found = self._driver.execute_query(
                    Query(cypher), parameters or {}, routing_=RoutingControl.READ, database_=self._database
                )
            except Neo4jError as error:
                raise _refused(error) from None
        rows = [tuple(of_neo4j(value) for value in record.values()) for record in found.records]
        remarks = tuple(one.status_description for one in found.summary.gql_status_objects if one.is_notification)
        return Result(tuple(found.keys), rows, remarks)

    def rows(self) -> tuple[list[Node], list[Relationship]]:
        """Everything in the graph; see `Store.rows`."""
        nodes: list[Node] = []
        relationships: list[Relationship] = []
        for label in LABELS:
            nodes += [statements.node(label, *row) for row in self._read(statements.read_nodes(label))]
        for ends in statements.ALL_ENDS:
            relationships += [
                statements.relationship(ends, *row) for row in self._read(statements.read_relationships(ends))
            ]
        return nodes, relationships

    def _read(self, statement: str) -> list[tuple[Any, ...]]:
        with (
            self._talking(),
            self._driver.session(
                database=self._database, default_access_mode="READ", notifications_min_severity="OFF"
            ) as session,
        ):
            return session.execute_read(
                lambda transaction: [tuple(record.values()) for record in transaction.run(statement)]
            )

    def digest(self) -> str:
        """A hash of all rows; see `Store.digest`."""
        return digest(*self.rows())

    def build(self) -> dict[str, Any] | None:
        """The properties of the `Build` node; see `Store.build`."""
        found = self._read("MATCH (b:Build) RETURN properties(b) AS build ORDER BY b.id")
        return dict(found[0][0]) if found else None

    def close(self) -> None:
        """Let go of the connection."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _first_line(error: Exception) -> str:
    said = getattr(error, "message", None) or str(error)
    return str(said).splitlines()[0].strip()


def _refused(error: Neo4jError) -> Exception:
    code = error.code or ""
    if code == "Neo.ClientError.Statement.AccessMode":
        return reads_only()
    if code == "Neo.ClientError.Statement.ParameterMissing":
        return QueryRefused(_first_line(error) + ".", "Give it: -p name=value, or the parameters of query().")
    if code.startswith(("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.", "Neo.ClientError.Database.")):
        return QueryRefused(f"The query cannot run: {_first_line(error)}", "See that it is right.")
    return error
