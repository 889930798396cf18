"""`kg show`: the questions asked first, by the saved queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import completion, show_one
from kg.cli.options import Dir, From, opened
from kg.cli.output import Format, out, rows
from kg.cli.show_rows import Form, known_place, print_saved
from kg.errors import NotFound

if TYPE_CHECKING:
    pass

app = typer.Typer(
    help="Show who chaired what, initiatives, projects, an official, a city, the evidence of a fact.",
    no_args_is_help=True,
)


@app.command()
def chaired(
    city: Annotated[
        str | None,
        typer.Option(
            help="Full name of a division; its counties count too.",
            show_default=False,
            autocompletion=completion.place,
        ),
    ] = None,
    year: Annotated[int | None, typer.Option(help="Of the meetings; with --city.", show_default=False)] = None,
    directory: Dir = None,
    source: From = None,
    form: Form = Format.table,
) -> None:
    """Who chaired what.

    Examples:

        kg show chaired

        kg show chaired --city 池州市 --year 2022
    """
    from kg.store.queries import saved

    with opened(directory, source) as store:
        if city is None:
            if year is not None:
                raise typer.BadParameter("the year is asked of a city: give --city as well", param_hint="--year")
            print_saved(store, "chaired", form)
            return
        known_place(store, city)
        years = (
            [year]
            if year
            else [
                y
                for (y,) in store.query(
                    "MATCH (m:Meeting) WHERE m.date_from IS NOT NULL RETURN DISTINCT m.date_from.year AS y ORDER BY y"
                ).rows
            ]
        )
        query = saved("chaired_in_city")
        found = [query.run(store, city=city, year=one) for one in years]
        together = list(dict.fromkeys(tuple(row) for result in found for row in result.rows))
        columns = found[0].columns if found else ("chair", "meeting", "date", "sentence", "fact")
        rows(columns, together, form, title=query.title)


@app.command()
def initiatives(directory: Dir = None, source: From = None, form: Form = Format.table) -> None:
    """Initiatives by the number of cities that carry them out.

    Examples:

        kg show initiatives
    """
    with opened(directory, source) as store:
        print_saved(store, "initiatives_by_cities", form)


@app.command()
def projects(
    city: Annotated[
        str | None,
        typer.Option(
            help="Full name of a division; by stage and money, with the firms.",
            show_default=False,
            autocompletion=completion.place,
        ),
    ] = None,
    directory: Dir = None,
    source: From = None,
    form: Form = Format.table,
) -> None:
    """Projects by city.

    Examples:

        kg show projects --city 池州市
    """
    with opened(directory, source) as store:
        if city is None:
            print_saved(store, "projects", form)
        else:
            known_place(store, city)
            print_saved(store, "city_projects", form, city=city)


app.command()(show_one.official)
app.command()(show_one.city)


@app.command()
def evidence(
    fact: Annotated[
        str,
        typer.Argument(metavar="ID", help="Id of a relationship, as the other queries give it.", show_default=False),
    ],
    directory: Dir = None,
    source: From = None,
    form: Form = Format.table,
) -> None:
    """The sentences that state a fact.

    Examples:

        kg show evidence bdc7cdee2281cd65
    """
    with opened(directory, source) as store:
        if not print_saved(store, "evidence", form, fact=fact):
            raise NotFound(
                f"{store.address} has no fact {fact}.", "Take an id from the column fact of: kg show chaired"
            )


@app.command("queries")
def list_queries() -> None:
    """The saved queries, with their parameters. `kg query NAME` runs one.

    Examples:

        kg show queries

        kg query chaired_in_city -p city=池州市 -p year=2022
    """
    from kg.store.queries import saved_queries

    for query in saved_queries():
        given = ", ".join(f"{one.name}={one.example!r}" for one in query.parameters)
        out.print(f"[bold]{query.name}[/]  {query.title}" + (f"  ({given})" if given else ""))
