"""A build's folder: the records and texts on disk, the journal of a run, what is known already."""

from __future__ import annotations

import heapq
import json
import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import ValidationError

from kg.errors import LedgerError
from kg.model.document import Document
from kg.model.failure import Failure
from kg.model.record import ArticleRecord
from kg.run.extract import Extracted, given
from kg.run.forgotten import Forgotten, blotted, redacted
from kg.run.index import Entry, entries, lines_of, no_record, replacing, rewriting, stamp
from kg.run.journal import Journal
from kg.run.records import Key


@dataclass(frozen=True, slots=True)
class Merged:
    """Ids of the articles that a merge changed or added, and of those that it withdrew."""

    touched: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


class Folder:
    """`records.jsonl`, `texts/`, `failures.jsonl`, `judgements.jsonl` of one build.

    New records go to `journal.jsonl` first, a line a document, so that a run that is cut short
    loses nothing; `merge` puts them into `records.jsonl`, which is sorted by article and source
    and so has the same bytes whatever the order in which the articles came.

    Args:
        path: The folder; made where it is missing.
        reading: Make nothing: the folder is only looked at.

    Raises:
        LedgerError: It cannot be made or written.
    """

    def __init__(self, path: Path, *, reading: bool = False) -> None:
        self.path = path
        if not reading:
            _make(path)
        elif path.exists() and not path.is_dir():
            raise LedgerError(f"{path}: is no folder.", "Name another with --dir.")
        self.records = path / "records.jsonl"
        self.journal = Journal(path / "journal.jsonl")
        self.failures = path / "failures.jsonl"
        self.judgements = path / "judgements.jsonl"
        self.ledger = path / "ledger.sqlite"
        self.removed = path / "removed.jsonl"
        self.report = path / "report.html"
        self.forgotten = Forgotten(path / "forgotten.json")

    def text(self, article: str) -> Path:
        """Where the clean text of an article lies."""
        return self.path / "texts" / article[:2] / f"{article}.txt"

    def known(self) -> set[Fingerprint]:
        """`(path, sha256, given, made_by)` of every document that has records."""
        return {(*source, entry.made_by) for entry in self.entries() for source in entry.sources}

    def entries(self) -> Iterator[Entry]:
        """What every record is about: as the journal has it, or `records.jsonl` where it has not been read again."""
        read_again = dict(self.journal.read())
        for records in read_again.values():
            yield from map(Entry.of, records)
        yield from (entry for entry in entries(self.records) if entry.key[1] not in read_again)

    def stamp(self) -> str:
        """What tells one state of `records.jsonl` from another."""
        return stamp(self.records)

    def taken_out(self) -> set[tuple[str, str, str]]:
        """`(path, sha256, given)` of documents of which articles were removed by hand."""
        return {(path, sha256, given) for path, sha256, given in map(json.loads, lines_of(self.removed))}

    def write(self, extracted: Extracted) -> None:
        """Add a document's records to the journal, and its texts to `texts/`."""
        lines = []
        for record, text in extracted.records:
            for name in self.forgotten.among(record):
                record, text = redacted(record, name), blotted(text, name)
            if text:
                path = self.text(record.id)
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
            lines.append(record.dump())
        self.journal.note([(extracted.path, lines)])

    def replace(self, documents: dict[str, list[str]], removed: Iterable[ArticleRecord]) -> None:
        """Note in the journal the dumped records that documents still have, and which articles were removed by hand."""
        with self.removed.open("a", encoding="utf-8") as out:
            for record in removed:
                source = record.sources[0]
                out.write(json.dumps([source.path, source.sha256, source.given], ensure_ascii=False) + "\n")
        self.journal.note(documents.items())

    def write_failures(self, failures: Iterable[Failure]) -> None:
        """Replace `failures.jsonl`."""
        with replacing(self.failures) as out:
            out.writelines(json.dumps(asdict(failure), ensure_ascii=False) + "\n" for failure in failures)

    def merge(self) -> Merged:
        """Put the journal into `records.jsonl`, and take away the texts that no record needs.

        The journal stays until `settled`, so that a run cut short is merged again.
        """
        entries = dict(self.journal.read())
        if not entries:
            return Merged()
        new = {entry.key: (line, entry) for lines in entries.values() for line in lines for entry in [Entry.of(line)]}
        touched = {article for article, _, _ in new}
        kept: set[str] = set(touched)

        def old() -> Iterator[tuple[Key, tuple[str, Entry]]]:
            for line, entry in self._records():
                if entry.key[1] in entries:
                    touched.add(entry.key[0])
                elif entry.key not in new:
                    kept.add(entry.key[0])
                    yield entry.key, (line, entry)

        with rewriting(self.records) as out:
            for _, (line, entry) in heapq.merge(old(), sorted(new.items(), key=_key), key=_key):
                out.put(line, entry)
        gone = touched - kept
        for article in gone:
            self.text(article).unlink(missing_ok=True)
        return Merged(frozenset(touched - gone), frozenset(gone))

    def settled(self) -> None:
        """The graph holds what the journal says: forget it."""
        self.journal.forget()

    def read(self, only: Container[str] | None = None) -> Iterator[ArticleRecord]:
        """The records, sorted by article and source; `only` those of the articles with these ids."""
        for number, (line, entry) in enumerate(self._records(), 1):
            if only is None or entry.key[0] in only:
                try:
                    yield ArticleRecord.model_validate_json(line)
                except ValidationError:
                    raise no_record(self.records, number) from None

    def _records(self) -> Iterator[tuple[str, Entry]]:
        return zip(lines_of(self.records), entries(self.records), strict=True)


Fingerprint = tuple[str, str, str, str]
"""Path, sha256, hash of the metadata given, and what made the records."""


def fingerprint(document: Document, made_by: str) -> Fingerprint:
    """What `Folder.known` holds of a document once it has been read."""
    return document.path, document.sha256, given(document), made_by


def _make(path: Path) -> None:
    try:
        (path / "texts").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(
            f"{path}: cannot be made a build's folder ({error.strerror}).", "Name another with --dir."
        ) from None
    if not os.access(path, os.W_OK | os.X_OK):
        raise LedgerError(f"{path}: cannot be written.", "Allow writing it, or name another folder with --dir.")


def _key(pair: tuple[Key, tuple[str, Entry]]) -> Key:
    return pair[0]
