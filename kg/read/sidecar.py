"""Metadata beside the texts: a CSV file with one row a text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import MetadataError, ReadError
from kg.model.document import Metadata
from kg.model.failure import Failure
from kg.read.encoding import decode
from kg.read.published import published_on
from kg.read.sources import Source

COLUMNS = ("file", "title", "published_on", "publisher", "url", "place")
_DATES = "Write a day (2023-02-28), a month (2023-02) or a year (2023)."


@dataclass(slots=True)
class Row:
    """A line of the CSV file."""

    line: int
    metadata: Metadata
    used: bool = False


@dataclass(slots=True)
class Sidecar:
    """The rows of one metadata file by what they call their text, and what is wrong with them."""

    path: Path
    rows: dict[str, Row] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    def metadata(self, source: Source, item: int | None = None) -> Metadata:
        """What the rows say of a source, of its `item`-th line (from 1) first.

        A row names its text by the path from the CSV file's folder, from the folder that was given,
        as the user gave it, or (in a file given by `--metadata`) by the file's name alone.
        """
        found = Metadata()
        for name in dict.fromkeys(_names(source, self.path.parent)):
            if (row := self.rows.get(name)) is not None:
                row.used = True
                found = found.over(row.metadata)
            if item is not None and (row := self.rows.get(f"{name}#{item}")) is not None:
                row.used = True
                found = row.metadata.over(found)
        return found

    def missing(self, roots: list[Path]) -> Iterator[Failure]:
        """A failure for each row whose text was not read and is in none of these folders."""
        for name, row in self.rows.items():
            file = name.partition("#")[0]
            if not row.used and not any((root / file).exists() for root in [self.path.parent, *roots]):
                reason = f"describes {file}, which is not there"
                yield Failure(self.path.as_posix(), reason, "Correct the name or take the row out.", row.line)


def _names(source: Source, folder: Path) -> Iterator[str]:
    for base in (folder, source.root):
        if source.path.is_relative_to(base):
            yield source.path.relative_to(base).as_posix()
    yield source.name
    yield source.path.resolve().as_posix()
    yield source.path.name


def load_sidecar(path: Path, data: bytes | None = None) -> Sidecar:
    """The metadata of a CSV file (in any encoding that texts have) with a column `file` and any of the others.

    `data` are its bytes where it lies in an archive.

    Rows that say something impossible keep the rest of what they say, and stand in `failures`.

    Raises:
        MetadataError: The file cannot be read, or has no column `file`.
    """
    try:
        text, _ = decode(path.read_bytes() if data is None else data, path.as_posix())
    except OSError as error:
        raise MetadataError(f"{path} cannot be read ({error.strerror}).", "Check the path.") from None
    except ReadError as error:
        raise MetadataError(f"{path} {error.reason}.", "Save it as CSV in UTF-8.") from None
    reader = csv.DictReader(io.StringIO(text, newline=""), skipinitialspace=True)
    try:
        return _filled(Sidecar(path), reader)
    except csv.Error as error:
        raise MetadataError(f"{path}:{reader.line_num} is no CSV ({error}).", "Mend the line.") from None


def _filled(sidecar: Sidecar, reader: csv.DictReader[str]) -> Sidecar:
    columns = [column.strip() for column in reader.fieldnames or () if column]
    known = f"Columns are {', '.join(COLUMNS)}."
    if "file" not in columns:
        raise MetadataError(f"{sidecar.path} has no column file.", known)
    for column in columns:
        if column not in COLUMNS:
            sidecar.failures.append(Failure(sidecar.path.as_posix(), f"has an unknown column {column}", known, 1))
    for cells in reader:
        values = {str(k).strip(): v.strip() for k, v in cells.items() if k and isinstance(v, str) and v.strip()}
        line = reader.line_num
        if file := values.pop("file", "").removeprefix("./"):
            _add(sidecar, file, line, values)
        elif values:
            sidecar.failures.append(Failure(sidecar.path.as_posix(), "names no file", "Fill the column file.", line))
    return sidecar


def _add(sidecar: Sidecar, file: str, line: int, values: dict[str, str]) -> None:
    where = sidecar.path.as_posix()
    if file in sidecar.rows:
        first = sidecar.rows[file].line
        reason = f"describes {file} again, which line {first} does already"
        sidecar.failures.append(Failure(where, reason, "Leave one row.", line))
        return
    date = values.pop("published_on", None)
    if date is not None:
        try:
            date = published_on(date)
        except ValueError as error:
            sidecar.failures.append(Failure(where, f"says of {file}: {error}", _DATES, line))
            date = None
    known = {name: value for name, value in values.items() if name in COLUMNS}
    sidecar.rows[file] = Row(line, Metadata(published_on=date, **known))
