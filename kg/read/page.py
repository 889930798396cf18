"""HTML: bytes to a page by what they declare and by what they are; the page to its main text."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.failure import Failure
from kg.model.passage import Passage
from kg.read.encoding import decoded
from kg.read.entry import Entry, Text

_HEAD = 8192


def read_page(entry: Entry, data: bytes, sha256: str) -> Iterator[Text | Failure]:
    """The main text of a page; its source is the decoded page, markup and all.

    Raises:
        ReadError: It cannot be decoded, or has no main text.
    """
    from kg.read.html import declared_charset, read_html

    found = decoded(data, entry.name, declared=entry.declared or declared_charset(data[:_HEAD]))
    if found.failure is not None:
        yield found.failure
    page = read_html(found.text, entry.name)
    passage = Passage(page.text, page.offsets.pieces)
    yield Text(entry, found.text, sha256, found.encoding, passage, page.metadata, page.warnings)
