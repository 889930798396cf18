"""From a folder or an address to an open store."""

from __future__ import annotations

from pathlib import Path

from kg.errors import SchemaMismatch, StoreUnavailable
from kg.graph.schema import SCHEMA_VERSION
from kg.store.credentials import is_address
from kg.store.embedded import EmbeddedStore
from kg.store.neo4j import Neo4jStore
from kg.store.store import Store


def connect(target: str | Path, *, writing: bool = False) -> Store:
    """Open the graph of a build's folder, or that of a Neo4j.

    Args:
        target: A folder, or an address (`neo4j://…`, `bolt://…`); for user and password see `kg.store.credentials`.
        writing: Open for `apply` as well, and make what is missing.

    Raises:
        StoreUnavailable: There is no graph, nobody answers, or the password is refused.
        StoreLocked: Another process writes it.
        SchemaMismatch: Another version of the schema wrote it.
    """
    if isinstance(target, str) and is_address(target):
        store: Store = Neo4jStore(target, writing=writing)
        remedy = "Empty that database and build again, or build into another one: MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS."
    elif "://" in str(target):
        raise StoreUnavailable(f"{target} is no address of a Neo4j.", "Write neo4j://HOST:PORT.")
    else:
        store = EmbeddedStore(Path(target), writing=writing)
        remedy = f"Delete {store.address} and build again: it is made from the records, and nothing is lost."
    try:
        build = store.build()
        if build is not None and build.get("schema_version") != SCHEMA_VERSION:
            raise SchemaMismatch(
                f"{store.address} has schema version {build.get('schema_version')}, and this is {SCHEMA_VERSION}.",
                remedy,
            )
    except BaseException:
        store.close()
        raise
    return store
