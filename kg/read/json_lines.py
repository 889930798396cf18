"""JSON Lines: one article a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from kg.errors import ReadError
from kg.model.document import Document, Metadata
from kg.model.failure import Failure
from kg.read.encoding import decode
from kg.read.published import published_on

_SHAPE = 'Write {"text": "…", "title": "…", "published_on": "2023-02-28", "publisher": "…", "url": "…"}.'


def read_lines(lines: Iterable[bytes], path: str) -> Iterator[tuple[int, Document] | Failure]:
    """A document for each line that has a `text`, with its number from 1; a failure for each that has not.

    Metadata are taken from `title`, `published_on` (or `published`), `publisher`, `url`, `place`. A
    line whose date is none is still read, without it. Blank lines are passed over.
    """
    for number, line in enumerate(lines, 1):
        if line.strip() in (b"", b"\xef\xbb\xbf"):
            continue
        try:
            text, encoding = decode(line, path, line=number)
            content = _object(text, path, number)
        except ReadError as error:
            yield Failure.of(error)
            continue
        metadata, failure = _metadata(content, path, number)
        if failure is not None:
            yield failure
        sha256 = hashlib.sha256(line.rstrip(b"\r\n")).hexdigest()
        yield number, Document(f"{path}#{number}", _whole(content["text"]), sha256, encoding, metadata)


def _object(text: str, path: str, number: int) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = f"is no JSON ({error})".replace("\n", " ")
        raise ReadError(path, reason, _SHAPE, line=number) from None
    if not isinstance(content, dict):
        raise ReadError(path, "is no JSON object", _SHAPE, line=number)
    text_of = content.get("text")
    if not isinstance(text_of, str) or not text_of.strip():
        raise ReadError(path, "has no text", _SHAPE, line=number)
    return content


def _metadata(content: dict[str, Any], path: str, number: int) -> tuple[Metadata, Failure | None]:
    said = {name: _whole(value).strip() for name, value in content.items() if isinstance(value, str) and value.strip()}
    date = said.get("published_on") or said.get("published")
    if date is None and isinstance(year := content.get("published_on", content.get("published")), int):
        date = str(year)
    failure = None
    if date is not None:
        try:
            date = published_on(date)
        except ValueError as error:
            failure = Failure(path, f"is dated wrongly: {error}", "Write a day, a month or a year.", number)
            date = None
    fields = {name: said.get(name) for name in ("title", "publisher", "url", "place")}
    return Metadata(published_on=date, **fields), failure


def _whole(text: str) -> str:
    """The text without halves of surrogate pairs, which JSON can escape and no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
