"""A delta as statements with rows, and these as transactions, for Neo4j."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from neo4j import ManagedTransaction

from kg.errors import StoreError
from kg.graph.delta import Delta
from kg.store import statements


@dataclass(frozen=True, slots=True)
class Step:
    """A statement with rows for it."""

    statement: str
    rows: Sequence[Any]
    relates: str | None = None
    """The type of the relationships that it writes, each of which needs its ends."""


def steps_of(delta: Delta) -> list[Step]:
    """What goes, then nodes, then relationships, then the `Build` node, which is there when all else is.

    Raises:
        StoreError: A row does not fit the schema.
    """
    nodes = statements.node_rows(delta.nodes)
    build = nodes.pop(("Build",), [])
    gone = statements.relationship_rows(delta.gone_relationships)
    return [
        *(Step(statements.delete_relationships(ends), rows) for ends, rows in gone.items()),
        *(Step(statements.delete_nodes(label), ids) for label, ids in statements.gone_ids(delta.gone_nodes).items()),
        *(Step(statements.upsert_nodes(labels), rows) for labels, rows in nodes.items()),
        # Transactions that follow the order of the ends lock them in one order.
        *(
            Step(
                statements.merge_relationships(ends), sorted(rows, key=lambda row: (row["start"], row["end"])), ends[0]
            )
            for ends, rows in statements.relationship_rows(delta.relationships).items()
        ),
        Step(statements.upsert_nodes(("Build",)), build),
    ]


def transactions(steps: Iterable[Step], size: int = 5_000) -> Iterator[list[Step]]:
    """The steps in their order, at most `size` rows a transaction; a small delta is one."""
    held: list[Step] = []
    room = size
    for step in steps:
        rest = step.rows
        while rest:
            held.append(Step(step.statement, rest[:room], step.relates))
            rest, room = rest[room:], room - len(rest[:room])
            if room == 0:
                yield held
                held, room = [], size
    if held:
        yield held


def write(transaction: ManagedTransaction, steps: list[Step]) -> None:
    """Run the steps in a transaction.

    Raises:
        StoreError: A relationship's end is not there; the transaction is to be rolled back.
    """
    for step in steps:
        record = transaction.run(step.statement, rows=list(step.rows)).single()
        if step.relates and record and (loose := len(step.rows) - record["done"]):
            raise StoreError(
                f"{loose} {step.relates} of the delta have an end that is not in the graph.", "Build the folder anew."
            )
