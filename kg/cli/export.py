"""`kg export`: the graph as files for other programs."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Dir, From, opened
from kg.cli.output import err


class Kind(enum.StrEnum):
    """The forms that the graph can take."""

    graphml = "graphml"
    gexf = "gexf"
    csv = "csv"


def export(
    kind: Annotated[
        Kind, typer.Argument(help="GraphML or GEXF (one file), or CSV (a folder of tables).", show_default=False)
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Where to; graph.graphml, graph.gexf or graph-csv by default.", show_default=False
        ),
    ] = None,
    directory: Dir = None,
    source: From = None,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Articles and facts too, not the network alone.")
    ] = False,
    no_quotes: Annotated[
        bool, typer.Option("--no-quotes", help="Leave the sentences out; otherwise at most 120 characters of each.")
    ] = False,
) -> None:
    """Write the graph to files.

    Examples:

        kg export gexf -o officials.gexf

        kg export csv -o tables --evidence --no-quotes
    """
    from kg.export import exported, write_csv, write_gexf, write_graphml

    with opened(directory, source) as store:
        nodes, relationships = exported(*store.rows(), evidence=evidence, quotes=not no_quotes)
    path = output or Path("graph-csv" if kind is Kind.csv else f"graph.{kind.value}")
    {Kind.graphml: write_graphml, Kind.gexf: write_gexf, Kind.csv: write_csv}[kind](nodes, relationships, path)
    err.print(f"{path}: {len(nodes)} nodes, {len(relationships)} relationships", markup=False)
