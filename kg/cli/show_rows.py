"""What the commands of `kg show` share: rows of a saved query, and whether a place is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.output import Format, rows
from kg.errors import NotFound

if TYPE_CHECKING:
    from kg.store import Store

Form = Annotated[Format, typer.Option("--format", "-f", help="How rows are printed.")]


def print_saved(store: Store, name: str, form: Format, /, **values: Any) -> int:
    """Print the rows of a saved query; how many there are."""
    from kg.store.queries import saved

    query = saved(name)
    found = query.run(store, **values)
    if len(found) or form is not Format.table:
        rows(found.columns, found.rows, form, title=query.title)
    return len(found)


def known_place(store: Store, name: str) -> None:
    """Refuse a place that the graph does not have.

    Raises:
        NotFound: Names the places that contain the word.
    """
    if store.query("MATCH (p:Place {name: $name}) RETURN p.id AS id", {"name": name}).rows:
        return
    like = store.query(
        "MATCH (p:Place) WHERE p.name CONTAINS $name RETURN DISTINCT p.name AS name ORDER BY name LIMIT 5",
        {"name": name},
    ).rows
    hint = f"Perhaps: {'、'.join(row[0] for row in like)}." if like else "Give the full name, as in 池州市."
    raise NotFound(f"{store.address} has no place {name}.", hint)
