"""`kg picture`: the graph to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Dir, From, opened
from kg.cli.output import err
from kg.cli.show_rows import known_place

if TYPE_CHECKING:
    from matplotlib.figure import Figure

app = typer.Typer(help="Draw the network, a city's projects, a fact with its sentences.", no_args_is_help=True)

Output = Annotated[Path, typer.Option("--output", "-o", help="Where to; the suffix says the form: .png, .svg or .pdf.")]
Most = Annotated[int, typer.Option(min=1, help="How many are shown at most; what is left out is counted.")]


@app.command()
def network(output: Output = Path("network.png"), most: Most = 30, directory: Dir = None, source: From = None) -> None:
    """Officials, the events they held, what these were about, and where.

    Examples:

        kg picture network -o network.svg
    """
    from kg.export.pictures import draw_chain

    with opened(directory, source) as store:
        _save(draw_chain(store, most=most), output)


@app.command()
def city(
    name: Annotated[str, typer.Argument(help="Full name of a division.", show_default=False)],
    output: Output = Path("city.png"),
    most: Most = 30,
    directory: Dir = None,
    source: From = None,
) -> None:
    """A city's projects by the stage that they reached, with sums and firms.

    Examples:

        kg picture city 池州市 -o chizhou.png
    """
    from kg.export.pictures import draw_city

    with opened(directory, source) as store:
        known_place(store, name)
        _save(draw_city(store, name, most=most), output)


@app.command()
def fact(
    identifier: Annotated[
        str,
        typer.Argument(metavar="ID", help="Id of a relationship, as the queries give it.", show_default=False),
    ],
    output: Output = Path("fact.png"),
    most: Most = 6,
    directory: Dir = None,
    source: From = None,
) -> None:
    """A fact and the sentences that state it.

    Examples:

        kg picture fact bdc7cdee2281cd65
    """
    from kg.export.pictures import draw_fact

    with opened(directory, source) as store:
        _save(draw_fact(store, identifier, most=most), output)


def _save(figure: Figure, output: Path) -> None:
    from kg.export.pictures.canvas import FORMS, save
    from kg.export.pictures.fonts import REMEDY, chinese_font

    if output.suffix.lower() not in FORMS:
        raise typer.BadParameter(f"{output} ends in none of {', '.join(FORMS)}", param_hint="--output")
    if chinese_font() is None:
        err.print(f"No font with Chinese characters is installed. {REMEDY}")
    save(figure, output)
    err.print(str(output), markup=False)
