"""Every error zhengtu raises on purpose.

Each names the thing that is wrong and what to do about it, so that the command line can print
it as it stands. Anything else that escapes is a bug.
"""

from __future__ import annotations


class KgError(Exception):
    """Something a user can put right.

    Args:
        what: The thing that is wrong, with its name (file, line, address).
        remedy: What to do about it, one sentence.
    """

    exit_code = 1

    def __init__(self, what: str, remedy: str = "") -> None:
        self.what = what
        self.remedy = remedy
        super().__init__(f"{what} {remedy}".strip())


class ReadError(KgError):
    """A source cannot be read; the run goes on with the next one."""

    def __init__(self, path: str, reason: str, remedy: str = "", *, line: int | None = None) -> None:
        self.path = path
        self.reason = reason
        self.line = line
        where = path if line is None else f"{path}:{line}"
        super().__init__(f"{where}: {reason}", remedy)


class MetadataError(KgError):
    """A metadata file or a row of it is unusable."""


class LexiconError(KgError):
    """A lexicon or the gazetteer does not hold what it promises."""


class ModelError(KgError):
    """A trained model is missing, or the material to train one is unusable."""


class RecordError(KgError):
    """A line of records is no record."""


class LedgerError(KgError):
    """The build's folder cannot be used."""


class StoreError(KgError):
    """The graph store cannot do what was asked."""


class StoreLocked(StoreError):
    """Another process is writing the store."""


class StoreUnavailable(StoreError):
    """The store does not answer, or refuses the password."""


class SchemaMismatch(StoreError):
    """The store was written under another schema version."""


class QueryRefused(StoreError):
    """A query writes, or needs what this store does not offer."""


class NotFound(KgError):
    """Nothing in the graph answers to the name or id."""
