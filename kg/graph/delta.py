"""Rows of the graph and the delta between two states of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

Value = str | int | float | bool | dt.date | tuple[str, ...]
"""A property's value; a missing one is left out, never None."""


@dataclass(frozen=True, slots=True)
class Node:
    """`labels` begins with the first label of the schema; the added ones follow, sorted."""

    labels: tuple[str, ...]
    id: str
    properties: dict[str, Value] = field(default_factory=dict)
    """Without `id`."""

    @property
    def label(self) -> str:
        """The first label, by which the node is merged and looked up."""
        return self.labels[0]


@dataclass(frozen=True, slots=True)
class Relationship:
    """`start` and `end` are `(first label, id)` of its nodes. Type and id never change ends."""

    type: str
    id: str
    start: tuple[str, str]
    end: tuple[str, str]
    properties: dict[str, Value] = field(default_factory=dict)
    """Without `id`."""


@dataclass(frozen=True, slots=True)
class Delta:
    """What makes one state of the graph into another.

    Upserted rows are whole: a property or an added label that a row lacks is gone from the store.
    A deleted node has no relationship left but those deleted in the same delta. Applying a delta
    twice is the same as applying it once.
    """

    nodes: tuple[Node, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    gone_nodes: tuple[tuple[str, str], ...] = ()
    """`(first label, id)`."""
    gone_relationships: tuple[Relationship, ...] = ()
    """As they were."""

    def __bool__(self) -> bool:
        return bool(self.nodes or self.relationships or self.gone_nodes or self.gone_relationships)
