"""The stores that the contract is tested on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.store import Store, connect
from tests.store.little_graph import WHOLE

KINDS = ["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)]


@dataclass(frozen=True)
class Somewhere:
    """Where an empty graph of one kind of store is."""

    kind: str
    target: str | Path

    def open(self, *, writing: bool = False) -> Store:
        return connect(self.target, writing=writing)


@pytest.fixture(params=KINDS)
def somewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Somewhere:
    kind: str = request.param
    return Somewhere(kind, tmp_path / "build" if kind == "embedded" else request.getfixturevalue("neo4j_address"))


@pytest.fixture
def store(somewhere: Somewhere) -> Iterator[Store]:
    """An empty store, opened for writing."""
    with somewhere.open(writing=True) as store:
        yield store


@pytest.fixture
def filled(somewhere: Somewhere) -> Iterator[Store]:
    """The little graph, opened for reading."""
    with somewhere.open(writing=True) as store:
        store.apply(WHOLE)
    with somewhere.open() as store:
        yield store
