"""The text in which a document's offsets count, read again."""

from __future__ import annotations

from pathlib import Path

from kg.errors import ReadError
from kg.model.failure import Failure
from kg.read.entry import Text, on_disk
from kg.read.reading import texts
from kg.read.sources import INSIDE, Source


def source_text(path: str) -> str:
    """The text that the bytes of a document say, markup and all.

    Offsets of an article go here: `source_text(article.source)[slice(*article.offsets.span(start, end))]`
    shows what stands in the source for what stands at `[start, end)` in the article.

    Args:
        path: A `Document.path`: a file, `a.jsonl#3`, `a.zip!/b.html`.

    Raises:
        ReadError: The file is gone or cannot be read, or nothing of this path is in it.
    """
    file = _file(path)
    if file is None:
        raise ReadError(path, "is not there", "Give the path as the document has it, from the same folder.")
    failure = None
    for found in texts(on_disk(Source(file, file.parent)), only=path):
        if isinstance(found, Text) and found.path == path:
            return found.source
        if isinstance(found, Failure) and found.path == path:
            failure = found
    if failure is not None:
        raise ReadError(failure.path, failure.reason, failure.remedy, line=failure.line)
    raise ReadError(path, f"is not in {file.as_posix()}", "Read the articles again; the file has changed.")


def _file(path: str) -> Path | None:
    """The file on disk that a path begins with."""
    for end in [len(path), *(i for i in range(len(path)) if path.startswith((INSIDE, "#"), i))]:
        if Path(path[:end]).is_file():
            return Path(path[:end])
    return None
