"""A build: from articles to a graph that holds just what the records of its folder say."""

from __future__ import annotations

import contextlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import KgError
from kg.model.document import Document
from kg.model.failure import Failure
from kg.model.record import ArticleRecord
from kg.model.skipped import Skipped
from kg.ner.choice import DEFAULT, model_name
from kg.records.version import made_by
from kg.run.bring_up import DEFAULTS, Options, Stage, bring_up
from kg.run.extract import Extracted, extract, until
from kg.run.folder import Folder
from kg.run.report import write_report
from kg.run.selection import EVERYTHING, Selection, State, Wanted
from kg.run.summary import Summary
from kg.store import Store, connect

Watch = Callable[[Extracted | Failure | Document], None]
"""Called for each document: what it gave, why it gave nothing, or itself where it is not read."""


def build(
    documents: Iterable[Document | Failure | Skipped],
    directory: Path,
    *,
    to: str | None = None,
    workers: int = 1,
    ner: str = DEFAULT,
    options: Options = DEFAULTS,
    wanted: Wanted = EVERYTHING,
    watch: Watch = lambda found: None,
    stage: Stage = lambda name: None,
    stop: Callable[[], bool] = lambda: False,
) -> Summary:
    """Read what is new or changed, and bring the graph to what all records of the folder say.

    The folder's `report.html` and `failures.jsonl` are written in any case.

    Args:
        documents: From `kg.read.documents`.
        directory: The build's folder; made where it is missing.
        to: A Neo4j address; the folder's own file otherwise.
        workers: Processes that read.
        ner: The NER in front of the rules; records that another one made are made again.
        options: How records become a graph.
        wanted: Which of the new and changed documents are read.
        watch: Told of each document as it is done with.
        stage: Told of what comes after reading.
        stop: Asked while reading; once it says so, the build ends there, keeps what it read, and leaves the graph.

    Raises:
        KgError: The folder or the store cannot be used. What was read is kept, and the next build goes on from there.
    """
    folder, summary = Folder(directory), Summary()
    begun = time.monotonic()
    with connect(to or directory, writing=True) as store, _reported(summary, folder, store, begun, stage):
        selection, begun_with = Selection(folder, made_by(model_name(ner)), wanted), dict[str, State]()
        chosen = _chosen(until(stop, documents), selection, begun_with, summary, watch)
        for found in extract(chosen, workers=workers, ner=ner, stop=stop):
            state = begun_with.pop(found.path, State.NEW)
            if isinstance(found, Failure):
                summary.failures.append(found)
            else:
                folder.write(found)
                summary.was_read(again=state is State.AGAIN)
            watch(found)
        summary.reading_seconds = time.monotonic() - begun
        summary.stopped = stop()
        if not summary.stopped:
            bring_up(folder, store, summary, target=to or "", options=options, stage=stage)
    return summary


def load(
    records: Iterable[ArticleRecord],
    directory: Path,
    *,
    to: str | None = None,
    options: Options = DEFAULTS,
    stage: Stage = lambda name: None,
) -> Summary:
    """Put records made elsewhere into a build's folder and its graph."""
    folder, summary = Folder(directory), Summary()
    begun = time.monotonic()
    by_path: dict[str, list[tuple[ArticleRecord, str]]] = {}
    for record in records:
        by_path.setdefault(record.sources[0].path if record.sources else record.source, []).append((record, ""))
    with connect(to or directory, writing=True) as store, _reported(summary, folder, store, begun, stage):
        known = {path for path, *_ in folder.known()}
        for path, found in by_path.items():
            folder.write(Extracted(path, tuple(found)))
            summary.was_read(again=path in known)
        summary.reading_seconds = time.monotonic() - begun
        bring_up(folder, store, summary, target=to or "", options=options, stage=stage)
    return summary


def _chosen(
    documents: Iterable[Document | Failure | Skipped],
    selection: Selection,
    begun_with: dict[str, State],
    summary: Summary,
    watch: Watch,
) -> Iterator[Document | Failure]:
    """What is to be read, its state noted by its path; the others are counted."""
    counts: Counter[State] = Counter()
    passed_over: Counter[str] = Counter()
    for document, state in selection(documents):
        if isinstance(document, Skipped):
            passed_over[document.suffix] += 1
            summary.passed_over = dict(passed_over.most_common())
            continue
        if state is None:
            yield document
        elif state.read:
            begun_with[document.path] = state
            yield document
        else:
            watch(document)
        if state is State.UNDATED:
            summary.undated.append(document.path)
        if state is not None:
            counts[state] += 1
        summary.unchanged, summary.withdrawn = counts[State.UNCHANGED], counts[State.WITHDRAWN]
        summary.before = counts[State.BEFORE]


@contextlib.contextmanager
def _reported(summary: Summary, folder: Folder, store: Store, begun: float, stage: Stage) -> Iterator[None]:
    """Failures and report are written whatever becomes of the build."""
    try:
        yield
    except BaseException as error:
        summary.stopped = isinstance(error, KeyboardInterrupt)
        summary.error = "" if summary.stopped else str(error) if isinstance(error, KgError) else repr(error)
        summary.seconds = time.monotonic() - begun
        with contextlib.suppress(Exception):
            folder.write_failures(summary.failures)
            write_report(summary, folder, store)
        raise
    stage("report")
    summary.seconds = time.monotonic() - begun
    folder.write_failures(summary.failures)
    write_report(summary, folder, store)
