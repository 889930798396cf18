"""A build's folder: the records and texts on disk, the journal of a run, what is known already."""

from __future__ import annotations

import contextlib
import heapq
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

from kg.errors import LedgerError
from kg.model.document import Document
from kg.model.failure import Failure
from kg.model.record import ArticleRecord
from kg.run.extract import Extracted, given
from kg.run.forgotten import Forgotten, blotted, redacted
from kg.run.records import Key, line_key


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
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            (path / "texts").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LedgerError(
                f"{path}: cannot be made a build's folder ({error.strerror}).", "Name another with --dir."
            ) from None
        self.records = path / "records.jsonl"
        self.journal = path / "journal.jsonl"
        self.failures = path / "failures.jsonl"
        self.judgements = path / "judgements.jsonl"
        self.ledger = path / "ledger.sqlite"
        self.removed = path / "removed.jsonl"
        self.forgotten = Forgotten(path / "forgotten.json")

    def text(self, article: str) -> Path:
        """Where the clean text of an article lies."""
        return self.path / "texts" / article[:2] / f"{article}.txt"

    def known(self) -> set[tuple[str, str, str, str]]:
        """`(path, sha256, given, made_by)` of every document that has records."""
        lines = [*self._lines(self.records), *(line for _, entry in self._journal() for line in entry)]
        found = set()
        for line in lines:
            content = json.loads(line)
            for source in content["sources"]:
                found.add((source["path"], source["sha256"], source.get("given", ""), content.get("made_by", "")))
        return found

    def taken_out(self) -> set[tuple[str, str, str]]:
        """`(path, sha256, given)` of documents of which articles were removed by hand."""
        return {(path, sha256, given) for path, sha256, given in map(json.loads, self._lines(self.removed))}

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
        entry = {"path": extracted.path, "records": lines}
        with self.journal.open("a", encoding="utf-8") as journal:
            journal.write(json.dumps(entry, ensure_ascii=False) + "\n")

    def replace(self, documents: dict[str, list[str]], removed: Iterable[ArticleRecord]) -> None:
        """Note in the journal the dumped records that documents still have, and which articles were removed by hand."""
        with self.removed.open("a", encoding="utf-8") as out:
            for record in removed:
                source = record.sources[0]
                out.write(json.dumps([source.path, source.sha256, source.given], ensure_ascii=False) + "\n")
        with self.journal.open("a", encoding="utf-8") as journal:
            for path, records in documents.items():
                journal.write(json.dumps({"path": path, "records": records}, ensure_ascii=False) + "\n")

    def write_failures(self, failures: Iterable[Failure]) -> None:
        """Replace `failures.jsonl`."""
        with _replacing(self.failures) as out:
            out.writelines(json.dumps(asdict(failure), ensure_ascii=False) + "\n" for failure in failures)

    def merge(self) -> Merged:
        """Put the journal into `records.jsonl`, and take away the texts that no record needs.

        The journal stays until `settled`, so that a run cut short is merged again.
        """
        entries = dict(self._journal())
        if not entries:
            return Merged()
        new: dict[Key, str] = {line_key(line): line for lines in entries.values() for line in lines}
        touched = {article for article, _, _ in new}
        old: list[tuple[Key, str]] = []
        for line in self._lines(self.records):
            at = line_key(line)
            if at[1] in entries:
                touched.add(at[0])
            elif at not in new:
                old.append((at, line))
        with _replacing(self.records) as out:
            out.writelines(line + "\n" for _, line in heapq.merge(old, sorted(new.items())))
        gone = touched - {article for article, _, _ in new} - {article for (article, _, _), _ in old}
        for article in gone:
            self.text(article).unlink(missing_ok=True)
        return Merged(frozenset(touched - gone), frozenset(gone))

    def settled(self) -> None:
        """The graph holds what the journal says: forget it."""
        self.journal.unlink(missing_ok=True)

    def read(self) -> Iterator[ArticleRecord]:
        """The records, sorted by article and source."""
        return (ArticleRecord.model_validate_json(line) for line in self._lines(self.records))

    def _journal(self) -> Iterator[tuple[str, list[str]]]:
        """Path and dumped records of each whole line; a line cut short by a kill is left out."""
        for line in self._lines(self.journal):
            with contextlib.suppress(json.JSONDecodeError):
                entry = json.loads(line)
                yield entry["path"], entry["records"]

    @staticmethod
    def _lines(path: Path) -> Iterator[str]:
        if path.exists():
            with path.open(encoding="utf-8") as lines:
                for line in lines:
                    if line.strip():
                        yield line.rstrip("\n")


def fingerprint(document: Document, made_by: str) -> tuple[str, str, str, str]:
    """What `Folder.known` holds of a document once it has been read."""
    return document.path, document.sha256, given(document), made_by


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    beside = path.with_suffix(path.suffix + ".new")
    with beside.open("w", encoding="utf-8", newline="\n") as out:
        yield out
        out.flush()
        os.fsync(out.fileno())
    beside.replace(path)
