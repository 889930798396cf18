"""Reading mentions back from the ledger."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from kg.model.mention import Mention, PlaceName

COLUMNS = "m.id, m.article, m.kind, m.name, m.folded, m.data, a.day, a.home, a.home_code"
"""What `mention` reads, of `mention m JOIN article a ON a.id = m.article`."""


def mention(row: tuple[str, ...]) -> Mention:
    """The mention of one row of `COLUMNS`."""
    made, article, kind, name, folded, data, day, home, code = row
    return Mention(made, article, kind, name, folded, json.loads(data), day, PlaceName(home, code) if home else None)  # type: ignore[arg-type]


def read_mentions(db: sqlite3.Connection, ids: Iterable[str]) -> list[Mention]:
    """The mentions with these ids, as far as they are there."""
    found: list[Mention] = []
    for part in chunks(ids):
        marks = ",".join("?" * len(part))
        query = f"SELECT {COLUMNS} FROM mention m JOIN article a ON a.id = m.article WHERE m.id IN ({marks})"
        found += map(mention, db.execute(query, part))
    return found


def chunks(keys: Iterable[str], size: int = 500) -> Iterator[list[str]]:
    """Keys in lists that one SQL statement can take."""
    part: list[str] = []
    for key in keys:
        part.append(key)
        if len(part) == size:
            yield part
            part = []
    if part:
        yield part
