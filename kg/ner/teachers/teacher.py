"""What a teacher is: an open model that marks people, organisations and places in a text."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from kg.errors import KgError
from kg.ner.entity import Entity


class Teacher(Protocol):
    """An open model. The same text gives the same entities, whatever was read before."""

    name: str
    """Its package and version, as the labelled text records it."""

    def entities(self, text: str) -> list[Entity]:
        """What it marks, in order, without overlaps."""
        ...


LAC_REMEDY = 'Run: pip install "setuptools<70" wheel && pip install --no-deps --no-build-isolation lac==2.1.2'
"""The package declares paddle, which is not needed here, and builds with old setuptools only."""
EXTRA_REMEDY = 'Run: pip install "zhengtu[silver]"'


def package_folder(module: str, distribution: str, wanted: str, remedy: str) -> Path:
    """The folder of an installed package, found without importing it.

    Args:
        module: The name it would be imported by.
        distribution: The name it is installed by.
        wanted: The version whose model the teacher is.
        remedy: How it is had.

    Raises:
        KgError: It is not installed, or in another version.
    """
    spec = find_spec(module)
    try:
        found = version(distribution)
    except PackageNotFoundError:
        found = None
    if spec is None or found is None or not spec.submodule_search_locations:
        raise KgError(f"The teacher {distribution} {wanted} is not installed.", remedy)
    if found != wanted:
        raise KgError(f"The teacher {distribution} is installed as {found}; its model is that of {wanted}.", remedy)
    return Path(next(iter(spec.submodule_search_locations)))
