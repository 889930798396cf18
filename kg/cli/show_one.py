"""`kg show official`, `kg show city`: all that the graph has on one of them."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import completion
from kg.cli.options import Dir, From, opened
from kg.cli.output import Format, rows
from kg.cli.show_rows import Form, known_place, print_saved
from kg.errors import NotFound


def official(
    name: Annotated[str, typer.Argument(help="Full name.", show_default=False, autocompletion=completion.person)],
    directory: Dir = None,
    source: From = None,
    form: Form = Format.table,
) -> None:
    """An official: posts, meetings, and with whom they sit most.

    Examples:

        kg show official 陆明谦
    """
    with opened(directory, source) as store:
        if not store.query("MATCH (p:Person {name: $name}) RETURN p.id AS id", {"name": name}).rows:
            raise NotFound(
                f"Nobody in {store.address} is called {name}.",
                "Look for a part of the name: kg query \"MATCH (p:Person) WHERE p.name CONTAINS '…' RETURN p.name\"",
            )
        print_saved(store, "career", form, name=name)
        if form is Format.table:
            meetings = store.query(_MEETINGS, {"name": name})
            if len(meetings):
                rows(meetings.columns, meetings.rows, form, title="Meetings and visits · 会议与调研")
            print_saved(store, "companions", form, name=name, most=10)


_MEETINGS = """
MATCH (o:Person {name: $name})-[r:CHAIRED|SPOKE_AT|ATTENDED|LED|JOINED]->(e)
WITH e, r, type(r) AS how ORDER BY how
WITH e, collect(how) AS roles, max(r.support) AS articles
RETURN coalesce(e.name, e.kind) AS event, e.date AS date, roles, articles
ORDER BY date, event
"""


def city(
    name: Annotated[
        str, typer.Argument(help="Full name of a division.", show_default=False, autocompletion=completion.place)
    ],
    directory: Dir = None,
    source: From = None,
) -> None:
    """A city: who chaired what there, its projects and initiatives.

    Examples:

        kg show city 池州市
    """
    with opened(directory, source) as store:
        known_place(store, name)
        found = store.query(_CHAIRED, {"city": name})
        rows(found.columns, found.rows, title="Who chaired what · 谁主持了什么会议")
        print_saved(store, "city_projects", Format.table, city=name)
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
