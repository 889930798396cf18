"""What a build would do: its documents sorted without reading them further, and nothing written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kg.model.document import Document
from kg.model.failure import Failure
from kg.model.skipped import Skipped
from kg.ner.choice import DEFAULT, model_name
from kg.records.version import made_by
from kg.run.folder import Folder
from kg.run.paths import file_of, format_of
from kg.run.selection import EVERYTHING, Selection, Wanted


@dataclass(slots=True)
class Plan:
    """Documents by what would be done with them; each list has paths, in the order of reading."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    """Read before; bytes, metadata, rules or models are others now."""
    unchanged: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    """Taken out by hand; they stay away."""
    before: list[str] = field(default_factory=list)
    """Published before the day that was asked for."""
    undated: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    """Have records and are no longer there; the records stay until somebody removes them."""
    failures: list[Failure] = field(default_factory=list)
    passed_over: dict[str, int] = field(default_factory=dict)
    """Files in folders that are of no format that is read, by suffix."""
    by_format: dict[str, dict[str, int]] = field(default_factory=dict)
    """How many of each state there are of a format."""

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        return asdict(self)


def plan(
    documents: Iterable[Document | Failure | Skipped],
    directory: Path,
    *,
    paths: Sequence[str] = (),
    ner: str = DEFAULT,
    wanted: Wanted = EVERYTHING,
) -> Plan:
    """Sort the documents as a build of the folder would.

    Args:
        documents: From `kg.read.documents`.
        directory: The build's folder, which need not be there.
        paths: What the documents were read from: documents of the folder that lie under these and did not come up are gone.
        ner: The NER in front of the rules.
        wanted: Which of the new and changed documents are read.
    """
    found, seen = Plan(), set[str]()
    formats: dict[str, Counter[str]] = defaultdict(Counter)
    passed_over: Counter[str] = Counter()
    selection = Selection(Folder(directory, reading=True), made_by(model_name(ner)), wanted)
    for document, state in selection(documents):
        seen.add(document.path)
        if isinstance(document, Skipped):
            passed_over[document.suffix] += 1
            continue
        if isinstance(document, Failure):
            found.failures.append(document)
        elif state is not None:
            getattr(found, state.value).append(document.path)
        formats[format_of(document.path)][state.value if state else "failed"] += 1
    limited = wanted.limit is not None and len(found.new) + len(found.changed) >= wanted.limit
    if not limited:
        found.gone = sorted(
            path for path in selection.paths - seen if _under(path, paths) and file_of(path) not in seen
        )
    found.passed_over = dict(passed_over.most_common())
    found.by_format = {name: dict(counts) for name, counts in sorted(formats.items())}
    return found


def _under(path: str, given: Sequence[str]) -> bool:
    return any(
        path == one or path.startswith((one.rstrip("/") + "/", f"{one}#", f"{one}!/")) for one in map(_posix, given)
    )


def _posix(path: str) -> str:
    return Path(path).as_posix()
