"""Which documents a build reads: the new and the changed, no more of them than asked for, none from before a day."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.clean import articles
from kg.errors import ReadError
from kg.model.dates import bounds
from kg.model.document import Document
from kg.model.failure import Failure
from kg.model.skipped import Skipped
from kg.run.folder import Folder, fingerprint


class State(enum.StrEnum):
    """What a build does with a document."""

    NEW = "new"
    AGAIN = "changed"
    UNCHANGED = "unchanged"
    WITHDRAWN = "withdrawn"
    BEFORE = "before"
    UNDATED = "undated"

    @property
    def read(self) -> bool:
        """Whether it is read."""
        return self in (State.NEW, State.AGAIN)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for."""

    limit: int | None = None
    """So many documents, the first new or changed ones."""
    since: dt.date | None = None
    """Only documents that hold an article published on this day or after. Such a document is read whole."""


EVERYTHING = Wanted()


class Selection:
    """Tells what to do with each document.

    Args:
        folder: Of the build.
        version: What makes records now; those that another version made are made again.
        wanted: What was asked for.
    """

    def __init__(self, folder: Folder, version: str, wanted: Wanted) -> None:
        self.wanted = wanted
        self._known, self._taken_out, self._version = folder.known(), folder.taken_out(), version
        self._paths = {path for path, *_ in self._known}

    @property
    def paths(self) -> set[str]:
        """Of the documents that have records."""
        return self._paths

    def state(self, document: Document) -> State:
        """What to do with a document."""
        print_of = fingerprint(document, self._version)
        if print_of in self._known:
            return State.UNCHANGED
        if print_of[:3] in self._taken_out:
            return State.WITHDRAWN
        if self.wanted.since is not None:
            last = last_day(document)
            if last is None:
                return State.UNDATED
            if last < self.wanted.since:
                return State.BEFORE
        return State.AGAIN if document.path in self._paths else State.NEW

    def __call__(
        self, documents: Iterable[Document | Failure | Skipped]
    ) -> Iterator[tuple[Document, State] | tuple[Failure | Skipped, None]]:
        """Each document with its state, in order, until as many are to be read as were asked for."""
        count = 0
        for document in documents:
            if not isinstance(document, Document):
                yield document, None
                continue
            state = self.state(document)
            yield document, state
            count += state.read
            if count == self.wanted.limit:
                return


def last_day(document: Document) -> dt.date | None:
    """The last day on which an article of the document may have been published; None if none is dated.

    A document that holds no article counts as dated in any year: it is to be read, and to fail.
    """
    if document.metadata.published_on is not None:
        return bounds(document.metadata.published_on)[1]
    try:
        dates = [article.published_on for article in articles(document)]
    except ReadError:
        return dt.date.max
    return max((bounds(date)[1] for date in dates if date is not None), default=None)
