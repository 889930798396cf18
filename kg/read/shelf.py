"""The metadata files that apply to what is read: the one given, each folder's own, those packed in archives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.errors import MetadataError
from kg.model.document import Metadata
from kg.model.failure import Failure
from kg.read.entry import Table
from kg.read.sidecar import Sidecar, load_sidecar
from kg.read.sources import SIDECAR, Source


class Shelf:
    """What they say of a source, and what is wrong with them."""

    def __init__(self, explicit: Sidecar | None) -> None:
        self.explicit = explicit
        self.folders: dict[Path, Sidecar | None] = {}
        self._told: list[Failure] = list(explicit.failures) if explicit else []

    def metadata(self, source: Source, item: int | None = None) -> Metadata:
        """What the rows say of a source; where they name its archive or mail, less what is one text's own."""
        found = self._rows(source, item)
        if source.container is not None:
            around = self._rows(Source(source.container, source.root, source.given))
            if not source.whole:
                around = Metadata(published_on=around.published_on, publisher=around.publisher, place=around.place)
            found = found.over(around)
        return found

    def _rows(self, source: Source, item: int | None = None) -> Metadata:
        found = self.explicit.metadata(source, item) if self.explicit else Metadata()
        for folder in _folders(source):
            own = self.folders.get(folder)
            if own is not None:
                found = found.over(own.metadata(source, item))
        return found

    def failures(self, source: Source) -> Iterator[Failure]:
        """Opens the metadata files that apply to a source, and says what is wrong in those not yet opened."""
        for folder in _folders(source):
            if folder not in self.folders:
                self.folders[folder] = None if _packed(source, folder) else self._open(folder / SIDECAR)
        yield from self._told
        self._told.clear()

    def missing(self, roots: list[Path]) -> Iterator[Failure]:
        """A failure for each row that describes a file that is not there, once all is read."""
        yield from self._told
        self._told.clear()
        for sidecar in [self.explicit, *self.folders.values()]:
            if sidecar is not None:
                yield from sidecar.missing(roots if sidecar is self.explicit else [])

    def take(self, table: Table) -> None:
        """Takes up a metadata file that was packed with the texts that it describes."""
        path = table.entry.source.path
        if any(folder.is_relative_to(path.parent) for folder in self.folders):
            reason = "is left out: it comes behind texts that it describes"
            self._told.append(Failure(path.as_posix(), reason, "Pack it in front of them, or give it by --metadata."))
            return
        self.folders[path.parent] = self._load(path, table.data)

    def _open(self, path: Path) -> Sidecar | None:
        if not path.is_file() or (self.explicit and path.resolve() == self.explicit.path.resolve()):
            return None
        return self._load(path)

    def _load(self, path: Path, data: bytes | None = None) -> Sidecar | None:
        try:
            sidecar = load_sidecar(path, data)
        except MetadataError as error:
            self._told.append(Failure(path.as_posix(), f"is left out: {error.what}", error.remedy))
            return None
        self._told += sidecar.failures
        return sidecar


def _folders(source: Source) -> Iterator[Path]:
    """The folders whose `metadata.csv` applies, nearest first: up to the one that was given."""
    for folder in source.path.parents:
        if source.given and not _packed(source, folder):
            return
        yield folder
        if folder == source.root:
            return


def _packed(source: Source, folder: Path) -> bool:
    """Whether a folder is one inside the archive that the source lies in."""
    return source.container is not None and folder.is_relative_to(f"{source.container.as_posix()}!")
