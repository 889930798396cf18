"""What no store answers, whichever it is."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from kg.errors import QueryRefused
from kg.graph.schema import LABELS, RELATIONSHIPS
from kg.store.cypher import Token, tokens

_SCHEMAS = [*(label.properties for label in LABELS.values()), *(kind.properties for kind in RELATIONSHIPS.values())]
DATES = {name for properties in _SCHEMAS for name, kind in properties.items() if kind == "date"}
"""Properties that hold a date, never a text."""

_COMPARISONS = ("=", "<>", "<", ">", "<=", ">=", "IN")


def reads_only() -> QueryRefused:
    """What to say to a query that writes."""
    return QueryRefused(
        "The query writes, and queries only read.", "Change the articles or the records, and build again."
    )


def refuse(query: str, parameters: dict[str, Any]) -> None:
    """Refuse a query that is empty, reads files, acts on the server, or compares a date with a text.

    Writing is not looked for here: both engines refuse it themselves.

    Raises:
        QueryRefused: Says what to write instead.
    """
    found = tokens(query)
    if not found:
        raise QueryRefused(
            "The query is empty.", "Write for example: MATCH (o:Official) RETURN o.name ORDER BY o.name."
        )
    for token, after in itertools.pairwise(found):
        if token.says("LOAD") and after.says("CSV"):
            raise QueryRefused(
                "LOAD CSV reads files, and queries read the graph alone.", "Join the rows with the file in pandas."
            )
    if found[0].says("TERMINATE"):
        raise reads_only()
    if name := _date_against_text(found, parameters):
        raise QueryRefused(
            f"{name} is a date and is compared with a text, which finds nothing.",
            f"Write date('2024-05-01') or date($day): … {name} <= date($day).",
        )


def _date_against_text(query: Sequence[Token], parameters: dict[str, Any]) -> str | None:
    def is_text(token: Token) -> bool:
        return token.kind == "string" or (
            token.kind == "parameter" and isinstance(parameters.get(token.text[1:].strip("`")), str)
        )

    for i, dot in enumerate(query):
        if not dot.says(".") or i == 0 or i + 1 >= len(query) or query[i + 1].text not in DATES:
            continue
        name, after, before = query[i + 1].text, query[i + 2 : i + 5], query[max(0, i - 3) : i - 1]
        if len(after) > 1 and after[0].says(*_COMPARISONS):
            first = after[2] if after[1].says("[") and len(after) > 2 else after[1]
            if is_text(first):
                return name
        if len(before) == 2 and before[1].says(*_COMPARISONS) and is_text(before[0]):
            return name
    return None
