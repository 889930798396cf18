"""Documents to records: a pure map, in one process or in many, in the order of the documents."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from itertools import islice
from typing import TypeVar

from spacy.language import Language

from kg.annotate.pipeline import annotate, pipeline
from kg.clean import articles
from kg.errors import KgError, ReadError
from kg.model.document import Document
from kg.model.failure import Failure
from kg.model.record import ArticleRecord
from kg.ner.choice import DEFAULT, model_name
from kg.records import assemble
from kg.records.version import made_by

_BATCH = 8
"""Documents that a worker takes at a time: enough to hide the cost of handing them over, few enough to be waited for after Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one document gave: its articles' records, each with its clean text."""

    path: str
    records: tuple[tuple[ArticleRecord, str], ...]


def given(document: Document) -> str:
    """Hash of the metadata that came with a document from outside its text; 12 hex digits."""
    return hashlib.sha256(json.dumps(asdict(document.metadata), sort_keys=True).encode()).hexdigest()[:12]


@functools.cache
def _nlp(ner: str) -> Language:
    return pipeline(ner=ner)


def extract_document(document: Document, ner: str, version: str) -> Extracted | Failure:
    """The records of one document, with the NER of that name, as made by that version.

    A bug that one text among millions brings out must not end the run: it comes back as a failure
    that names the document.
    """
    try:
        items = articles(document)
        if not items:
            return Failure(document.path, "holds no article in Chinese", "Leave it out, or look at its encoding.")
        records = []
        for article, doc in annotate(_nlp(ner), items):
            record = assemble(doc, made_by=version)
            record.sources[0].given = given(document)
            records.append((record, article.text))
        return Extracted(document.path, tuple(records))
    except ReadError as error:
        return Failure.of(error)
    except Exception as error:
        return Failure(
            document.path,
            f"could not be understood ({type(error).__name__}: {error})",
            "Please report it with the text.",
        )


def _extract_batch(documents: list[Document], ner: str, version: str) -> list[Extracted | Failure]:
    return [extract_document(document, ner, version) for document in documents]


def extract(
    documents: Iterable[Document | Failure],
    *,
    workers: int = 1,
    ner: str = DEFAULT,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Extracted | Failure]:
    """Records of documents, in order, whatever the number of workers; failures pass through.

    Args:
        documents: From `kg.read.documents`.
        workers: Processes; 1 stays in this one.
        ner: The NER in front of the rules: `default`, `none`, the name or folder of a spaCy pipeline.
        stop: Asked again and again; once it says so, no document is begun, and what workers have begun is still given.

    Raises:
        ModelError: The NER cannot be loaded.
        KgError: A worker was killed.
    """
    version = made_by(model_name(ner))
    wanted = until(stop, documents)
    if workers <= 1:
        for document in wanted:
            yield document if isinstance(document, Failure) else extract_document(document, ner, version)
        return
    waiting: deque[Future[list[Extracted | Failure]] | Failure] = deque()
    with ProcessPoolExecutor(
        workers, mp_context=multiprocessing.get_context("spawn"), initializer=_deaf_for_good
    ) as pool:
        try:
            for batch in _batches(wanted):
                if isinstance(batch, Failure):
                    waiting.append(batch)
                else:
                    with _deaf():
                        waiting.append(pool.submit(_extract_batch, batch, ner, version))
                while len(waiting) > 4 * workers and not stop():
                    yield from _results(waiting.popleft())
            while waiting:
                done = waiting.popleft()
                if not (stop() and isinstance(done, Future) and done.cancel()):
                    yield from _results(done)
        except BrokenProcessPool:
            if stop():
                return
            raise KgError(
                "A process that reads articles was killed; perhaps memory ran out.",
                "What was read is kept: run the same again, with fewer --workers.",
            ) from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_T = TypeVar("_T")


def until(stop: Callable[[], bool], items: Iterable[_T]) -> Iterator[_T]:
    """The items that come before `stop` says yes."""
    for item in items:
        if stop():
            return
        yield item


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Processes started inside do not hear Ctrl-C, which a terminal sends to all of them: it is for the first one to end them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _deaf_for_good() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _batches(documents: Iterable[Document | Failure]) -> Iterator[list[Document] | Failure]:
    """Runs of at most `_BATCH` documents, failures apart, in order."""
    iterator = iter(documents)
    while chunk := list(islice(iterator, _BATCH)):
        batch: list[Document] = []
        for document in chunk:
            if isinstance(document, Failure):
                if batch:
                    yield batch
                batch = []
                yield document
            else:
                batch.append(document)
        if batch:
            yield batch


def _results(done: Future[list[Extracted | Failure]] | Failure) -> Iterator[Extracted | Failure]:
    if isinstance(done, Failure):
        yield done
    else:
        yield from done.result()
