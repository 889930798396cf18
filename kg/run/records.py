"""Files of records: reading them, and making one record of the several sources of one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from pydantic import ValidationError

from kg.errors import RecordError
from kg.model.record import ArticleRecord

Key = tuple[str, str, int]
"""Article id, path of the source, item in it: what a line of `records.jsonl` is sorted and replaced by."""


def key(record: ArticleRecord) -> Key:
    """Where a record of one source stands in `records.jsonl`."""
    source = record.sources[0] if record.sources else None
    return record.id, source.path if source else record.source, source.item if source else 0


def read_records(path: Path) -> Iterator[ArticleRecord]:
    """The records of a JSON Lines file, in order.

    Raises:
        RecordError: The file is missing or a line is no record; the message names file, line and field.
    """
    try:
        lines = path.open(encoding="utf-8")
    except OSError as error:
        raise RecordError(
            f"{path}: cannot be read ({error.strerror}).", "Make it with: kg extract PATH -o records.jsonl"
        ) from None
    with lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield ArticleRecord.model_validate_json(line)
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(map(str, first["loc"])) or "the line"
                raise RecordError(
                    f"{path}:{number}: {where}: {first['msg']}.", "Make the file again with kg extract."
                ) from None


def merged(variants: list[ArticleRecord]) -> ArticleRecord:
    """One record of the variants of one text, whatever their order.

    The best dated variant says what the text says (the earliest date, then the first path); the
    sources of all are kept.
    """
    ranked = sorted(variants, key=lambda r: (r.published_on is None, r.published_on or "", key(r)))
    best = ranked[0]
    sources = sorted((s for r in variants for s in r.sources), key=lambda s: (s.path, s.item))
    return best.model_copy(update={"sources": sources})


def by_article(records: Iterable[ArticleRecord]) -> Iterator[ArticleRecord]:
    """Records sorted by `key`, one an article."""
    for _, group in groupby(records, key=lambda record: record.id):
        variants = list(group)
        yield variants[0] if len(variants) == 1 else merged(variants)
