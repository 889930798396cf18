"""The ledger: what every article says, in one SQLite file that can be made again from the records."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from kg.errors import LedgerError
from kg.ledger.derive import derive
from kg.ledger.units import NODE_LABELS, node_unit
from kg.model.dates import bounds
from kg.model.record import ArticleRecord

LEDGER_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of the articles that a `put` found new, changed, or as they were."""

    added: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    unchanged: frozenset[str] = frozenset()


class Ledger:
    """Articles with their mentions and statements, and the state that the store was last told.

    Use `Ledger.open`. One process at a time may write.
    """

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self.db = connection
        self.path = path

    @classmethod
    def open(cls, path: Path | str) -> Ledger:
        """Open a ledger's file, or make it; `":memory:"` is one that is gone when closed.

        Raises:
            LedgerError: It is no ledger, of another version, or in use by another process.
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
            raise LedgerError(
                f"{path}: is no ledger ({error}).", "Delete it: it is made again from records.jsonl."
            ) from None
        ledger = cls(connection, str(path))
        found = ledger.meta("ledger_version")
        if found is None:
            ledger.set_meta("ledger_version", LEDGER_VERSION)
        elif found != LEDGER_VERSION:
            ledger.close()
            raise LedgerError(
                f"{path}: was written by another version.", "Delete it: it is made again from records.jsonl."
            )
        return ledger

    def close(self) -> None:
        """Close the file; what was put is kept."""
        self.db.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it, or nothing.

        Raises:
            LedgerError: Another process is writing.
        """
        try:
            self.db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise LedgerError(
                f"{self.path}: another process is using it ({error}).", "Wait until it is done."
            ) from None
        try:
            yield self.db
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def meta(self, name: str) -> str | None:
        """A note kept with the ledger."""
        found = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def set_meta(self, name: str, value: str) -> None:
        """Keep a note with the ledger."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def put(self, records: Iterable[ArticleRecord]) -> Changes:
        """Add articles, or replace what they said before; an article that says the same is left alone.

        One record an article: several sources of one text are in its `sources`.
        """
        added, changed, unchanged = set[str](), set[str](), set[str]()
        with self.writing():
            for record in records:
                content = hashlib.sha256(record.dump().encode()).hexdigest()
                known = self.db.execute("SELECT hash FROM article WHERE id = ?", (record.id,)).fetchone()
                if known and known[0] == content:
                    if record.id not in added | changed:
                        unchanged.add(record.id)
                    continue
                if known:
                    self._take_out(record.id)
                self._put_in(record, content)
                unchanged.discard(record.id)
                (changed if known and record.id not in added else added).add(record.id)
        return Changes(frozenset(added), frozenset(changed), frozenset(unchanged))

    def withdraw(self, article_ids: Iterable[str]) -> None:
        """Forget articles; ids that are not there are passed over."""
        with self.writing():
            for article in article_ids:
                self._take_out(article)

    def article_ids(self) -> set[str]:
        """Ids of all articles."""
        return {row[0] for row in self.db.execute("SELECT id FROM article")}

    def find_source(self, what: str) -> set[str]:
        """Ids of the articles that have this id, or a source with this path or address."""
        query = "SELECT id FROM article WHERE id = ?1 UNION SELECT article FROM source WHERE path = ?1 OR url = ?1"
        return {row[0] for row in self.db.execute(query, (what,))}

    def _put_in(self, record: ArticleRecord, content: str) -> None:
        day = bounds(record.published_on)[1].isoformat() if record.published_on else ""
        home = (record.place.name, record.place.code) if record.place else (None, None)
        self.db.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (record.id, content, record.made_by, record.title, record.published_on, day, *home),
        )
        self.db.executemany(
            "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?)",
            [(record.id, s.path, s.item, s.sha256, s.url, s.publisher) for s in record.sources],
        )
        mentions, statements = derive(record)
        self.db.executemany(
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
        self.db.executemany(
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
        self.mark("unit", [node_unit("Article", record.id)])

    def _take_out(self, article: str) -> None:
        """Delete an article, and note every block, node and relationship that it had a part in."""
        execute = self.db.execute
        keys = execute(
            "SELECT key FROM block WHERE mention IN (SELECT id FROM mention WHERE article = ?)", (article,)
        ).fetchall()
        self.mark("block", (key for (key,) in keys if not key.startswith("in|")))
        # A place is in the graph as long as something in it is named, and so is whatever it lies in.
        self.mark("unit", (node_unit("Place", key[3:]) for (key,) in keys if key.startswith("in|")))
        self.mark(
            "unit",
            (
                node_unit(NODE_LABELS[kind], node)
                for kind, node in execute(
                    "SELECT DISTINCT kind, node FROM mention WHERE article = ? AND node <> ''", (article,)
                ).fetchall()
            ),
        )
        self.mark(
            "unit",
            (
                unit
                for (unit,) in execute(
                    "SELECT DISTINCT unit FROM statement WHERE article = ? AND unit IS NOT NULL", (article,)
                ).fetchall()
            ),
        )
        self.mark("unit", [node_unit("Article", article)])
        self.mark(
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

    def mark(self, kind: str, keys: Iterable[str]) -> None:
        """Note blocks (`block`), names (`name`) or units of the graph (`unit`) that must be computed anew; inside `writing`."""
        self.db.executemany("INSERT OR IGNORE INTO dirty VALUES (?, ?)", [(kind, key) for key in keys])
