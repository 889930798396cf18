"""The ledger's file: SQLite, one writer at a time."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

from kg.errors import LedgerError


def connect(path: Path | str) -> sqlite3.Connection:
    """A connection to the file, its tables made where they are missing.

    Raises:
        LedgerError: It is no SQLite file, cannot be written, or is in use by another process.
    """
    connection = None
    try:
        connection = sqlite3.connect(path, isolation_level=None, timeout=5)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.executescript(files("kg.ledger").joinpath("tables.sql").read_text(encoding="utf-8"))
    except sqlite3.DatabaseError as error:
        if connection is not None:
            connection.close()
        if "locked" in str(error):
            raise LedgerError(f"{path}: another process is using it.", "Wait until it is done.") from None
        remedy = "Look at its folder." if connection is None else "Delete it: it is made again from records.jsonl."
        raise LedgerError(f"{path}: is no ledger ({error}).", remedy) from None
    return connection
