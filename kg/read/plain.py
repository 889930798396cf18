"""Plain text and Markdown: the text as it stands, front matter taken for metadata."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from kg.errors import ReadError
from kg.model.failure import Failure
from kg.model.passage import Passage
from kg.read.encoding import decoded
from kg.read.entry import Entry, Text
from kg.read.front_matter import front_matter

EMPTY = "Take it out, or fetch it again."


def read_plain(entry: Entry, data: bytes, *, markdown: bool) -> Iterator[Text | Failure]:
    """The text, and a failure beside it for what does not fit.

    Raises:
        ReadError: It cannot be decoded, or says nothing.
    """
    found = decoded(data, entry.name, declared=entry.declared)
    matter = front_matter(found.text, entry.name) if markdown else None
    body = found.text if matter is None else found.text[matter.end :]
    if not body.strip():
        raise ReadError(entry.name, "is empty", EMPTY)
    if found.failure is not None:
        yield found.failure
    sha256 = hashlib.sha256(data).hexdigest()
    if matter is None:
        yield Text(entry, found.text, sha256, found.encoding)
        return
    if matter.failure is not None:
        yield matter.failure
    passage = Passage.of(found.text, matter.end, len(found.text))
    yield Text(entry, found.text, sha256, found.encoding, passage, matter.metadata)
