"""The saved queries: Cypher files that run on every store, and in Neo4j Browser as favourites.

A file begins with comments: the title (English · Chinese), `// :params {…}` with an example of every
parameter (a line that Neo4j Browser takes as it is), a line `//   name: meaning` for each of them,
and what else is to be said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kg.errors import NotFound, QueryRefused
from kg.store.result import Result
from kg.store.store import Store


@dataclass(frozen=True, slots=True)
class Parameter:
    """What stands for `$name`."""

    name: str
    meaning: str
    example: Any


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """One file."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    cypher: str
    """The whole file, comments and all."""

    def run(self, store: Store, **values: Any) -> Result:
        """Its rows, in an order that is the same on every store.

        Raises:
            QueryRefused: A parameter is missing, or it has no such parameter.
        """
        names = [one.name for one in self.parameters]
        if unknown := values.keys() - set(names):
            raise QueryRefused(
                f"The query {self.name} has no parameter {min(unknown)}.", f"It has: {', '.join(names) or 'none'}."
            )
        for one in self.parameters:
            if one.name not in values:
                raise QueryRefused(
                    f"The query {self.name} needs {one.name}: {one.meaning}.",
                    f"Give it, as in {one.name}={one.example!r}.",
                )
        return store.query(self.cypher, values)

    @property
    def examples(self) -> dict[str, Any]:
        """An example of every parameter, as the file gives them."""
        return {one.name: one.example for one in self.parameters}


_PARAMETER = re.compile(r"  (\w+): (.+)")


def _parsed(name: str, text: str) -> SavedQuery:
    header: list[str] = []
    for line in text.splitlines():
        if not line.startswith("//"):
            break
        header.append(line[2:].removeprefix(" "))
    title, params, *rest = header
    examples: dict[str, Any] = yaml.safe_load(params.removeprefix(":params "))
    meanings = {match[1]: match[2] for line in rest if (match := _PARAMETER.fullmatch(line))}
    described = " ".join(line for line in rest if not _PARAMETER.fullmatch(line))
    return SavedQuery(
        name, title, described, tuple(Parameter(one, meanings[one], value) for one, value in examples.items()), text
    )


@cache
def _all() -> dict[str, SavedQuery]:
    found = {
        file.name.removesuffix(".cypher"): file
        for file in files(__package__).iterdir()
        if file.name.endswith(".cypher")
    }
    return {name: _parsed(name, found[name].read_text(encoding="utf-8")) for name in sorted(found)}


def saved_queries() -> Iterator[SavedQuery]:
    """All of them, by name."""
    yield from _all().values()


def saved(name: str) -> SavedQuery:
    """One of them.

    Raises:
        NotFound: There is none of that name.
    """
    try:
        return _all()[name]
    except KeyError:
        raise NotFound(f"There is no saved query {name}.", f"There are: {', '.join(_all())}.") from None
