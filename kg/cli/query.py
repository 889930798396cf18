"""`kg query`: Cypher, read-only, on whichever store."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from kg.cli import completion
from kg.cli.options import Dir, From, opened
from kg.cli.output import Format, rows
from kg.errors import KgError


def _parameters(given: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in given:
        name, sign, value = one.partition("=")
        if not sign or not name.isidentifier():
            raise KgError(f"--param {one}: is no name=value.", 'Write, for example: --param city="池州市"')
        try:
            found[name] = json.loads(value)
        except json.JSONDecodeError:
            found[name] = value
    return found


def query(
    cypher: Annotated[
        str,
        typer.Argument(
            metavar="CYPHER|NAME",
            help="A query that reads, or the name of a saved one (kg show queries).",
            show_default=False,
            autocompletion=completion.saved_query,
        ),
    ],
    directory: Dir = None,
    source: From = None,
    param: Annotated[
        list[str] | None,
        typer.Option(
            "--param",
            "-p",
            help="name=value, for $name in the query.",
            show_default=False,
            autocompletion=completion.parameter,
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How rows are printed.")] = Format.table,
) -> None:
    """Ask the graph in Cypher, or by a saved query.

    Examples:

        kg query "MATCH (o:Person)-[:CHAIRED]->(m:Meeting) RETURN o.name, m.name ORDER BY o.name LIMIT 10"

        kg query 'MATCH (p:Project)-[:LOCATED_IN]->(c {name: $city}) RETURN p.name' -p city=池州市 --format csv

        kg query chaired_in_city -p city=池州市 -p year=2022
    """
    from kg.store.queries import saved

    with opened(directory, source) as store:
        given = _parameters(param or [])
        found = saved(cypher).run(store, **given) if cypher.isidentifier() else store.query(cypher, given)
    rows(found.columns, found.rows, form)
