"""What the shell offers behind Tab: saved queries and their parameters, NER models, names that the graph has.

Asked at every Tab, so nothing here opens a store: the queries are files, the names lie in the ledger.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path

import typer

from kg.cli.options import folder
from kg.errors import KgError
from kg.run.names import names

_MOST = 50


def _queries() -> Iterator[tuple[str, list[str]]]:
    for file in sorted(files("kg").joinpath("store/queries").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".cypher"):
            lines = file.read_text(encoding="utf-8").splitlines()
            yield file.name.removesuffix(".cypher"), [line[2:].strip() for line in lines if line.startswith("//")]


def saved_query(incomplete: str) -> list[tuple[str, str]]:
    """Names of saved queries, with their titles."""
    return [(name, header[0]) for name, header in _queries() if name.startswith(incomplete)]


def parameter(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """`name=` for each parameter of the saved query that is asked for."""
    queries = dict(_queries())
    # Where -p has no value yet, the words before it are left as they are.
    header = next((queries[word] for word in (ctx.params.get("cypher"), *ctx.args) if word in queries), [])
    meanings = (line.partition(": ") for line in header[1:] if not line.startswith(":params"))
    return [
        (f"{name}=", meaning) for name, _, meaning in meanings if name.isidentifier() and name.startswith(incomplete)
    ]


def ner(incomplete: str) -> list[tuple[str, str]]:
    """The packaged tagger, none, installed spaCy pipelines, and folders here that `kg train ner` made."""
    found = [("default", "the packaged tagger"), ("none", "the rules alone")]
    found += [(one.name, "an installed spaCy pipeline") for one in entry_points(group="spacy_models")]
    with contextlib.suppress(OSError):
        found += [(str(path.parent), "a trained tagger") for path in sorted(Path().glob("*/model.json"))]
    return [(name, meaning) for name, meaning in found if name.startswith(incomplete)]


def person(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names of people in the build's folder."""
    return _names(ctx, "Person", incomplete)


def place(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names of places in the build's folder."""
    return _names(ctx, "Place", incomplete)


def _names(ctx: typer.Context, label: str, incomplete: str) -> list[str]:
    try:
        return names(folder(ctx.params.get("directory")), label, incomplete, most=_MOST)
    except KgError:
        return []
