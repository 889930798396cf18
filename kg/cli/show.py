"""`kg show`: the questions asked first, by the saved queries."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kg.cli.options import Dir, From, target
from kg.cli.output import Format, out, rows
from kg.errors import NotFound
from kg.store import Store, connect
from kg.store.queries import saved, saved_queries

app = typer.Typer(
    help="Show who chaired what, initiatives, projects, an official, a city, the evidence of a fact.",
    no_args_is_help=True,
)

Form = Annotated[Format, typer.Option("--format", "-f", help="How rows are printed.")]


def _print(store: Store, name: str, form: Format, /, **values: Any) -> int:
    query = saved(name)
    found = query.run(store, **values)
    if len(found) or form is not Format.table:
        rows(found.columns, found.rows, form, title=query.title)
    return len(found)


@app.command()
def chaired(
    city: Annotated[
        str | None, typer.Option(help="Full name of a division; its counties count too.", show_default=False)
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
    with connect(target(directory, source)) as store:
        if city is None:
            if year is not None:
                raise typer.BadParameter("the year is asked of a city: give --city as well", param_hint="--year")
            _print(store, "chaired", form)
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
    with connect(target(directory, source)) as store:
        _print(store, "initiatives_by_cities", form)


@app.command()
def projects(
    city: Annotated[
        str | None,
        typer.Option(help="Full name of a division; by stage and money, with the firms.", show_default=False),
    ] = None,
    directory: Dir = None,
    source: From = None,
    form: Form = Format.table,
) -> None:
    """Projects by city.

    Examples:

        kg show projects --city 池州市
    """
    with connect(target(directory, source)) as store:
        if city is None:
            _print(store, "projects", form)
        else:
            known_place(store, city)
            _print(store, "city_projects", form, city=city)


@app.command()
def official(
    name: Annotated[str, typer.Argument(help="Full name.", show_default=False)],
    directory: Dir = None,
    source: From = None,
    form: Form = Format.table,
) -> None:
    """An official: posts, meetings, and with whom they sit most.

    Examples:

        kg show official 陆明谦
    """
    with connect(target(directory, source)) as store:
        if not store.query("MATCH (p:Person {name: $name}) RETURN p.id AS id", {"name": name}).rows:
            raise NotFound(
                f"Nobody in {store.address} is called {name}.",
                "Look for a part of the name: kg query \"MATCH (p:Person) WHERE p.name CONTAINS '…' RETURN p.name\"",
            )
        _print(store, "career", form, name=name)
        if form is Format.table:
            meetings = store.query(_MEETINGS, {"name": name})
            if len(meetings):
                rows(meetings.columns, meetings.rows, form, title="Meetings and visits · 会议与调研")
            _print(store, "companions", form, name=name, most=10)


_MEETINGS = """
MATCH (o:Person {name: $name})-[r:CHAIRED|SPOKE_AT|ATTENDED|LED|JOINED]->(e)
WITH e, r, type(r) AS how ORDER BY how
WITH e, collect(how) AS roles, max(r.support) AS articles
RETURN coalesce(e.name, e.kind) AS event, e.date AS date, roles, articles
ORDER BY date, event
"""


@app.command()
def city(
    name: Annotated[str, typer.Argument(help="Full name of a division.", show_default=False)],
    directory: Dir = None,
    source: From = None,
) -> None:
    """A city: who chaired what there, its projects and initiatives.

    Examples:

        kg show city 池州市
    """
    with connect(target(directory, source)) as store:
        known_place(store, name)
        found = store.query(_CHAIRED, {"city": name})
        rows(found.columns, found.rows, title="Who chaired what · 谁主持了什么会议")
        _print(store, "city_projects", Format.table, city=name)
        found = store.query(_INITIATIVES, {"city": name})
        rows(found.columns, found.rows, title="Initiatives · 政策举措")


_CHAIRED = """
MATCH (o:Person)-[c:CHAIRED]->(m:Meeting)-[:HELD_IN]->(:Place)-[:PART_OF*0..4]->(:Place {name: $city})
WITH DISTINCT o, c, m
RETURN o.name AS chair, coalesce(m.name, m.kind) AS meeting, m.date AS date, c.support AS articles, c.id AS fact
ORDER BY date, meeting, chair, fact
"""
_INITIATIVES = """
MATCH (i:Initiative)-[r:CARRIED_OUT_IN]->(p:Place)-[:PART_OF*0..4]->(:Place {name: $city})
WITH i, p, r ORDER BY p.name
WITH i, collect(DISTINCT p.name) AS places, max(r.support) AS articles
RETURN i.name AS initiative, i.kind AS kind, places, articles
ORDER BY initiative
"""


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
    with connect(target(directory, source)) as store:
        if not _print(store, "evidence", form, fact=fact):
            raise NotFound(
                f"{store.address} has no fact {fact}.", "Take an id from the column fact of: kg show chaired"
            )


@app.command("queries")
def list_queries() -> None:
    """The saved queries, with their parameters.

    Examples:

        kg show queries
    """
    for query in saved_queries():
        given = ", ".join(f"{one.name}={one.example!r}" for one in query.parameters)
        out.print(f"[bold]{query.name}[/]  {query.title}" + (f"  ({given})" if given else ""))
