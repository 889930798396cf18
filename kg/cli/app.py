"""The `kg` command: its groups, and how errors reach the user."""

from __future__ import annotations

import errno
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from kg.cli import (
    build,
    demo,
    doctor,
    evaluate,
    explain,
    export,
    extract,
    maintain,
    picture,
    query,
    schema,
    show,
    train,
)
from kg.cli.output import complain
from kg.errors import KgError

app = typer.Typer(
    name="kg",
    help="zhengtu (政图): who chaired what, and which projects and initiatives link to which cities, read from Chinese local news.",
    epilog="Start with: kg demo. Something does not work: kg doctor.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="markdown",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"zhengtu {version('zhengtu')}")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass


app.command("build")(build.build)
app.command("extract")(extract.extract)
app.command("load")(build.load)
app.command("query")(query.query)
app.add_typer(show.app, name="show")
app.add_typer(picture.app, name="picture")
app.command("explain")(explain.explain)
app.command("eval")(evaluate.evaluate)
app.command("export")(export.export)
app.command("remove")(maintain.remove)
app.command("forget")(maintain.forget)
app.command("digest")(maintain.digest)
app.command("schema")(schema.schema)
app.add_typer(train.app, name="train")
app.command("demo")(demo.demo)
app.command("doctor")(doctor.doctor)


def main() -> None:
    """Run the command line; exit 0 when all is done, 1 on an error, 2 on wrong usage, 3 when done but for some sources."""
    try:
        app()
    except KgError as error:
        complain(error)
        sys.exit(error.exit_code)
    except OSError as error:
        if error.filename is None and error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO):
            raise
        where = f"{error.filename}: " if error.filename is not None else ""
        complain(KgError(f"{where}{error.strerror}.", "See that the path is right, may be written, and has room."))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
