"""`kg remove`, `kg forget`, `kg digest`: taking things out of a graph, and saying what it is."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import completion
from kg.cli.options import Dir, Json, To, folder, target
from kg.cli.output import out


def remove(
    what: Annotated[
        list[str],
        typer.Argument(metavar="ID|PATH|URL", help="Article ids, paths of sources, or addresses.", show_default=False),
    ],
    directory: Dir = None,
    to: To = None,
    as_json: Json = False,
) -> None:
    """Withdraw articles: what they alone stated leaves the graph.

    Examples:

        kg remove articles/2024-03-05.txt

        kg remove https://news.example.org/20240305
    """
    from kg.cli.build_summary import report
    from kg.run.maintain import withdraw

    address = target(directory, to)
    report(
        withdraw(what, folder(directory), to=address if isinstance(address, str) else None), address, as_json=as_json
    )


def forget(
    who: Annotated[
        str,
        typer.Argument(
            metavar="NAME|ID",
            help="A person's name, or the id of a node.",
            show_default=False,
            autocompletion=completion.person,
        ),
    ],
    directory: Dir = None,
    to: To = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Take a person out of records, texts, judgements and the graph, and keep later builds from bringing them back.

    Examples:

        kg forget 周桂花
    """
    from kg.run.maintain import forget as run

    if not yes:
        typer.confirm(f"Forget {who} for good?", abort=True)
    address = target(directory, to)
    gone = run(who, folder(directory), to=address if isinstance(address, str) else None)
    out.print(f"{who}: taken out of {gone} article{'' if gone == 1 else 's'}.")


def digest(
    graph: Annotated[
        str | None, typer.Argument(metavar="DIR|neo4j://…", help="A build's folder or a Neo4j.", show_default=False)
    ] = None,
) -> None:
    """Print a hash of the graph: two graphs with one hash hold the same, on whichever store.

    Examples:

        kg digest out

        kg digest neo4j://localhost:7687
    """
    from kg.store import connect

    with connect(graph or target(None, None)) as store:
        print(store.digest())
