"""The journal of a run: what documents gave, a line each, until it stands in `records.jsonl`."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path


class Journal:
    """A file that is only added to, so that a run that is cut short loses nothing.

    Args:
        path: The file; made by the first note.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._is_whole = False

    def note(self, documents: Iterable[tuple[str, list[str]]]) -> None:
        """Add the dumped records of documents, by path."""
        lines = [json.dumps({"path": path, "records": records}, ensure_ascii=False) for path, records in documents]
        with self.path.open("ab") as journal:
            if not self._is_whole and not _ends_a_line(self.path):
                journal.write(b"\n")
            self._is_whole = True
            journal.write("".join(f"{line}\n" for line in lines).encode())

    def read(self) -> Iterator[tuple[str, list[str]]]:
        """Path and dumped records of each whole line, in order; a line cut short by a kill is left out."""
        if not self.path.exists():
            return
        with self.path.open("rb") as lines:
            for line in lines:
                with contextlib.suppress(ValueError):  # no JSON, or half a character at its end
                    entry = json.loads(line)
                    yield entry["path"], entry["records"]

    def forget(self) -> None:
        """Take the file away."""
        self.path.unlink(missing_ok=True)


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as content:
        if content.seek(0, os.SEEK_END) == 0:
            return True
        content.seek(-1, os.SEEK_END)
        return content.read(1) == b"\n"
