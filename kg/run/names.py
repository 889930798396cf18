"""Names in a build's folder, looked up without opening its graph."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path


def names(folder: Path, label: str, beginning: str, *, most: int) -> list[str]:
    """The first names, in code-point order, of nodes of a first label; none where there is no ledger to look into."""
    query = """
    SELECT DISTINCT json_extract(content, '$[2].name') AS name FROM row
    WHERE type = ? AND substr(name, 1, length(?)) = ? ORDER BY name LIMIT ?"""
    address = f"{(folder / 'ledger.sqlite').resolve().as_uri()}?mode=ro"
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True)) as ledger:
            return [name for (name,) in ledger.execute(query, (label, beginning, beginning, most))]
    except sqlite3.Error:
        return []
