"""What each line of `records.jsonl` is about, without its facts: `records.index`, so that a build need not parse them all.

Its first line is the stamp of the file that it belongs to. Where that is another, or there is no
index, the lines are parsed; deleting it loses nothing.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from kg.errors import RecordError
from kg.run.records import Key

_STAMP = 60
"""Characters of the first line, blanks at its end included."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A dumped record: where it belongs, what it was read from, and what its reader was not sure of."""

    key: Key
    sources: tuple[tuple[str, str, str], ...]
    """Path, sha256 and hash of the metadata given."""
    made_by: str
    warnings: tuple[str, ...]

    @classmethod
    def of(cls, line: str) -> Entry:
        """The entry of a dumped record, without validating the whole of it."""
        content = json.loads(line)
        sources = content.get("sources") or [{"path": content.get("source", ""), "sha256": ""}]
        return cls(
            (content["id"], sources[0]["path"], sources[0].get("item", 0)),
            tuple((one["path"], one["sha256"], one.get("given", "")) for one in sources),
            content.get("made_by", ""),
            tuple(content.get("warnings", ())),
        )

    def dump(self) -> str:
        """One line."""
        return json.dumps([self.key, self.sources, self.made_by, self.warnings], ensure_ascii=False)

    @classmethod
    def load(cls, line: str) -> Entry:
        """Of a dumped line."""
        (article, path, item), sources, made_by, warnings = json.loads(line)
        return cls((article, path, item), tuple((a, b, c) for a, b, c in sources), made_by, tuple(map(str, warnings)))


def stamp(records: Path) -> str:
    """What tells one state of the file from another: its size and the time of its last change; empty without a file."""
    try:
        found = records.stat()
    except FileNotFoundError:
        return ""
    return f"1 {found.st_size} {found.st_mtime_ns}"


def entries(records: Path) -> Iterator[Entry]:
    """An entry for each line of the file, in order: from its index, where that is of this file, else from the lines."""
    with contextlib.ExitStack() as opened:
        try:
            lines = opened.enter_context(records.with_suffix(".index").open(encoding="utf-8"))
            if lines.readline().strip() == stamp(records) != "":
                yield from map(Entry.load, lines)
                return
        except FileNotFoundError:
            pass
        for number, line in enumerate(lines_of(records), 1):
            try:
                yield Entry.of(line)
            except (ValueError, KeyError, TypeError, AttributeError):
                raise no_record(records, number) from None


def no_record(records: Path, number: int) -> RecordError:
    """What to say of a line that is no record."""
    return RecordError(
        f"{records}:{number}: is no record.", "Take the line out: the next build reads its article again."
    )


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a file that are not blank, without their ends; none where there is no file."""
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield line.rstrip("\n")


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A file to write that takes the other's place in one go when all is written."""
    beside = path.with_suffix(path.suffix + ".new")
    with beside.open("w", encoding="utf-8", newline="\n") as out:
        yield out
        out.flush()
        os.fsync(out.fileno())
    beside.replace(path)


class Rewritten:
    """`records.jsonl` and its index, being written anew line by line."""

    def __init__(self, records: TextIO, index: TextIO) -> None:
        self._records, self._index = records, index

    def put(self, line: str, entry: Entry) -> None:
        """Add a dumped record."""
        self._records.write(line + "\n")
        self._index.write(entry.dump() + "\n")


@contextlib.contextmanager
def rewriting(records: Path) -> Iterator[Rewritten]:
    """Replace the records and then their index; a kill between leaves an index of another stamp, which nobody reads."""
    with replacing(records.with_suffix(".index")) as index:
        index.write(" " * _STAMP + "\n")
        with replacing(records) as out:
            yield Rewritten(out, index)
        index.seek(0)
        index.write(stamp(records).ljust(_STAMP))
