"""Which files are read: what the user gave, folders opened, in an order that never changes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.model.failure import Failure

STDIN = "-"
SIDECAR = "metadata.csv"
"""The name under which a folder's metadata are picked up without being asked for."""
INSIDE = "!/"
"""Between the path of an archive or a mail and the name of what it holds."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; `root` is the folder that was given, the file's own where the file itself was."""

    path: Path
    root: Path
    given: bool = True
    """Whether the user named the file itself and not a folder above it."""
    container: Path | None = None
    """The archive or mail that it lies in, the outermost."""
    whole: bool = False
    """Whether it is all that its container holds to read: a packed file, the body of a mail."""

    @property
    def name(self) -> str:
        """As the user would write it."""
        return self.path.as_posix()

    @property
    def suffix(self) -> str:
        """Lower case with its dot; empty where the name has none."""
        return self.path.suffix.lower()

    def member(self, name: str, *, whole: bool = False) -> Source:
        """Something that lies in it."""
        inner = self.container is None or self.whole
        path = Path(f"{self.name}{INSIDE}{name}")
        return replace(self, path=path, container=self.container or self.path, whole=whole and inner)


def walk(paths: Sequence[str | Path]) -> Iterator[Source | Failure]:
    """Every file under the paths, each once: a folder's own files before those of its folders, hidden ones not at all."""
    seen: set[Path] = set()
    for given in paths:
        path = Path(given)
        if str(given) == STDIN:
            yield Source(path, path)
        elif path.is_dir():
            yield from _folder(path, seen)
        elif not path.exists():
            yield Failure(path.as_posix(), "is not there", "Check the path.")
        elif (real := path.resolve()) not in seen:
            seen.add(real)
            yield Source(path, path.parent)


def _folder(root: Path, seen: set[Path]) -> Iterator[Source | Failure]:
    refused: list[OSError] = []
    for folder, below, files in os.walk(root, onerror=refused.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            if name.startswith(".") or name == SIDECAR or (real := path.resolve()) in seen:
                continue
            seen.add(real)
            yield Source(path, root, given=False)
    for error in refused:
        yield Failure(str(error.filename), f"cannot be opened ({error.strerror})", "Allow reading it.")


def sources(paths: Sequence[str | Path]) -> list[Path]:
    """The files that `documents` will open for these paths, in its order; `-` for standard input.

    Cheap: nothing is opened but folders. For totals and progress bars.
    """
    return [found.path for found in walk(paths) if isinstance(found, Source)]
