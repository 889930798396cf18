"""The gazetteer's tables as divisions: tab-separated lines, `#` before a comment."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import LexiconError
from kg.lexicon.division import Division, Level

_LEVELS: dict[str, Level] = {"1": "province", "2": "prefecture", "3": "county"}


def lines(table: str, width: int) -> Iterator[list[str]]:
    """The cells of each line that is no comment.

    Raises:
        LexiconError: A line has not as many cells as `width` says.
    """
    for number, line in enumerate(table.splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != width:
                raise LexiconError(
                    f"gazetteer, line {number}: {line[:60]!r} has {len(cells)} cells, not {width}.",
                    "Derive the table again with kg.lexicon.build_gazetteer.",
                )
            yield cells


def divisions(table: str) -> list[Division]:
    """The divisions of `divisions.tsv`, in its order."""
    return [
        Division(
            code,
            name,
            _LEVELS[level],
            int(since) if since else None,
            int(until) if until else None,
            tuple(successors.split(";")) if successors else (),
            origin,
        )
        for code, level, name, since, until, successors, origin in lines(table, 7)
    ]
