"""Who we are to a Neo4j: from the environment or a file, never from an address or a command line."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from kg.errors import StoreError, StoreUnavailable
from kg.store.local_neo4j.folder import password_of

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


def is_address(target: str) -> bool:
    """Whether a target is the address of a Neo4j, and not a folder."""
    return urlsplit(target).scheme in SCHEMES and "://" in target


def credentials(address: str) -> tuple[str, str] | None:
    """User and password for a Neo4j; None where the password is set to nothing (a server without authentication).

    The user is `KG_NEO4J_USER` or `neo4j`. The password is `KG_NEO4J_PASSWORD`, else the content of
    the file `KG_NEO4J_PASSWORD_FILE`, else that of the server that `make neo4j` started, if it is this one.

    Raises:
        StoreError: The address itself holds a password.
        StoreUnavailable: There is no password, or its file cannot be read.
    """
    if "@" in urlsplit(address).netloc:
        raise StoreError(
            "The address of a Neo4j holds user or password, where other users of this machine can read it.",
            "Set KG_NEO4J_USER and KG_NEO4J_PASSWORD_FILE.",
        )
    user = os.environ.get("KG_NEO4J_USER", "neo4j")
    password = os.environ.get("KG_NEO4J_PASSWORD")
    if password is None and (file := os.environ.get("KG_NEO4J_PASSWORD_FILE")):
        try:
            password = Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise StoreUnavailable(
                f"KG_NEO4J_PASSWORD_FILE: {file}: {error.strerror}.", "Name a file that holds the password alone."
            ) from None
    if password is None:
        password = password_of(address)
    if password is None:
        raise StoreUnavailable(
            f"{address}: no password is known.",
            "Set KG_NEO4J_PASSWORD, or KG_NEO4J_PASSWORD_FILE to a file that holds it; or start a Neo4j here: make neo4j.",
        )
    return (user, password) if password else None
