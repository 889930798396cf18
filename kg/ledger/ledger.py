"""The ledger: what every article says, in one SQLite file that can be made again from the records."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.errors import LedgerError
from kg.ledger.articles import mark, put_in, take_out
from kg.ledger.file import connect
from kg.ledger.version import code_version
from kg.model.record import ArticleRecord

LEDGER_VERSION = "1"
"""Of the tables."""


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

        One that other code derived from the records is emptied, to be filled again; it still knows
        what the store was last told.

        Raises:
            LedgerError: It is no ledger, of another version, or in use by another process.
        """
        ledger = cls(connect(path), str(path))
        found = ledger.meta("ledger_version")
        if found not in (None, LEDGER_VERSION):
            ledger.close()
            raise LedgerError(
                f"{path}: was written by another version.", "Delete it: it is made again from records.jsonl."
            )
        derivation = code_version("model", "ledger")
        if ledger.meta("derivation") not in (None, derivation):
            ledger._empty()
        if found is None or ledger.meta("derivation") != derivation:
            ledger.set_meta("ledger_version", LEDGER_VERSION)
            ledger.set_meta("derivation", derivation)
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
                    take_out(self.db, record.id)
                put_in(self.db, record, content)
                unchanged.discard(record.id)
                (changed if known and record.id not in added else added).add(record.id)
        return Changes(frozenset(added), frozenset(changed), frozenset(unchanged))

    def withdraw(self, article_ids: Iterable[str]) -> None:
        """Forget articles; ids that are not there are passed over."""
        with self.writing():
            for article in article_ids:
                take_out(self.db, article)

    def article_ids(self) -> set[str]:
        """Ids of all articles."""
        return {row[0] for row in self.db.execute("SELECT id FROM article")}

    def find_source(self, what: str) -> set[str]:
        """Ids of the articles that have this id, or a source with this path or address."""
        query = "SELECT id FROM article WHERE id = ?1 UNION SELECT article FROM source WHERE path = ?1 OR url = ?1"
        return {row[0] for row in self.db.execute(query, (what,))}

    def mark(self, kind: str, keys: Iterable[str]) -> None:
        """Note what must be computed anew: see `kg.ledger.articles.mark`; inside `writing`."""
        mark(self.db, kind, keys)

    def _empty(self) -> None:
        with self.writing():
            for table in (
                "article",
                "source",
                "mention",
                "block",
                "statement",
                "exclusive",
                "judged",
                "candidate",
                "dirty",
            ):
                self.db.execute(f"DELETE FROM {table}")
            self.db.execute("INSERT OR IGNORE INTO dirty SELECT DISTINCT 'unit', owner FROM row")
