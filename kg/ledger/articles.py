"""Putting an article into the ledger and taking it out, with a note of all that it touches."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from kg.ledger.derive import derive
from kg.ledger.units import NODE_LABELS, node_unit
from kg.model.dates import bounds
from kg.model.record import ArticleRecord


def mark(db: sqlite3.Connection, kind: str, keys: Iterable[str]) -> None:
    """Note blocks (`block`), names of officials (`name`) or units of the graph (`unit`) that must be computed anew."""
    db.executemany("INSERT OR IGNORE INTO dirty VALUES (?, ?)", [(kind, key) for key in keys])


def put_in(db: sqlite3.Connection, record: ArticleRecord, content: str) -> None:
    """Add an article; `content` is the hash by which it will be known again."""
    day = bounds(record.published_on)[1].isoformat() if record.published_on else ""
    home = (record.place.name, record.place.code) if record.place else (None, None)
    db.execute(
        "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (record.id, content, record.made_by, record.title, record.published_on, day, *home),
    )
    db.executemany(
        "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?)",
        [(record.id, s.path, s.item, s.sha256, s.url, s.publisher) for s in record.sources],
    )
    mentions, statements = derive(record)
    db.executemany(
        "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, NULL)",
        [
            (
                m.id,
                m.article,
                m.kind,
                m.name,
                m.folded,
                json.dumps(m.data, ensure_ascii=False, separators=(",", ":")),
            )
            for m in mentions
        ],
    )
    db.executemany(
        "INSERT INTO statement (article, subject, predicate, object, value, extra, confidence, start, end, quote, rule)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                s.article,
                s.subject,
                s.predicate,
                s.object,
                s.value,
                json.dumps(s.extra, ensure_ascii=False, sort_keys=True) if s.extra else None,
                s.confidence,
                s.start,
                s.end,
                s.quote,
                s.rule,
            )
            for s in statements
        ],
    )
    mark(db, "unit", [node_unit("Article", record.id)])


def take_out(db: sqlite3.Connection, article: str) -> None:
    """Delete an article, and note every block, node and relationship that it had a part in."""
    execute = db.execute
    keys = execute(
        "SELECT key FROM block WHERE mention IN (SELECT id FROM mention WHERE article = ?)", (article,)
    ).fetchall()
    mark(db, "block", (key for (key,) in keys if not key.startswith("in|")))
    # A place is in the graph as long as something in it is named, and so is whatever it lies in.
    mark(db, "unit", (node_unit("Place", key[3:]) for (key,) in keys if key.startswith("in|")))
    mark(
        db,
        "unit",
        (
            node_unit(NODE_LABELS[kind], node)
            for kind, node in execute(
                "SELECT DISTINCT kind, node FROM mention WHERE article = ? AND node <> ''", (article,)
            ).fetchall()
        ),
    )
    mark(
        db,
        "unit",
        (
            unit
            for (unit,) in execute(
                "SELECT DISTINCT unit FROM statement WHERE article = ? AND unit IS NOT NULL", (article,)
            ).fetchall()
        ),
    )
    mark(db, "unit", [node_unit("Article", article)])
    mark(
        db,
        "name",
        (
            name
            for (name,) in execute(
                "SELECT folded FROM mention WHERE article = ? AND kind = 'official'", (article,)
            ).fetchall()
        ),
    )
    execute("DELETE FROM block WHERE mention IN (SELECT id FROM mention WHERE article = ?)", (article,))
    for table in ("statement", "mention", "source"):
        execute(f"DELETE FROM {table} WHERE article = ?", (article,))
    execute("DELETE FROM article WHERE id = ?", (article,))
