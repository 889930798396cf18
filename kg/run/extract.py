"""Documents to records: a pure map, in one process or in many, in the order of the documents."""

from __future__ import annotations

import functools
import hashlib
import json
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import asdict, dataclass
from itertools import islice

from spacy.language import Language

from kg.annotate.pipeline import annotate, pipeline
from kg.clean import articles
from kg.model.document import Document
from kg.model.failure import Failure
from kg.model.record import ArticleRecord
from kg.ner.choice import DEFAULT, model_name
from kg.records import assemble
from kg.records.version import made_by

_BATCH = 16
"""Documents that a worker takes at a time: enough to hide the cost of handing them over."""


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


def extract_document(document: Document, ner: str = DEFAULT) -> Extracted | Failure:
    """The records of one document, with the NER of that name.

    A bug that one text among millions brings out must not end the run: it comes back as a failure
    that names the document.
    """
    try:
        items = articles(document)
        if not items:
            return Failure(document.path, "holds no article in Chinese.", "Leave it out, or look at its encoding.")
        records = []
        version = made_by(model_name(ner))
        for article, doc in annotate(_nlp(ner), items):
            record = assemble(doc, made_by=version)
            record.sources[0].given = given(document)
            records.append((record, article.text))
        return Extracted(document.path, tuple(records))
    except Exception as error:
        return Failure(
            document.path,
            f"could not be understood ({type(error).__name__}: {error}).",
            "Please report it with the text.",
        )


def _extract_batch(documents: list[Document], ner: str) -> list[Extracted | Failure]:
    return [extract_document(document, ner) for document in documents]


def extract(
    documents: Iterable[Document | Failure],
    *,
    workers: int = 1,
    ner: str = DEFAULT,
    skip: Callable[[Document], bool] = lambda document: False,
) -> Iterator[Extracted | Failure]:
    """Records of documents, in order, whatever the number of workers; failures pass through.

    Args:
        documents: From `kg.read.documents`.
        workers: Processes; 1 stays in this one.
        ner: The NER in front of the rules: `default`, `none`, the name or folder of a spaCy pipeline.
        skip: Says of a document that it need not be read again.

    Raises:
        ModelError: The NER cannot be loaded.
    """
    model_name(ner)
    wanted = (document for document in documents if isinstance(document, Failure) or not skip(document))
    if workers <= 1:
        for document in wanted:
            yield document if isinstance(document, Failure) else extract_document(document, ner)
        return
    waiting: deque[Future[list[Extracted | Failure]] | Failure] = deque()
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            for batch in _batches(wanted):
                waiting.append(batch if isinstance(batch, Failure) else pool.submit(_extract_batch, batch, ner))
                while len(waiting) > 4 * workers:
                    yield from _results(waiting.popleft())
            while waiting:
                yield from _results(waiting.popleft())
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


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
