"""zhengtu (政图): who chaired what, and which projects and initiatives link to which cities.

The public API. Everything is imported when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.model.failure import Failure
    from kg.model.record import ArticleRecord
    from kg.run.graph import Graph

__all__ = ["build", "extract", "load", "open"]

AnyPath = str | PathLike[str]


def load(*, ner: str | Language | None = "default", words: Literal["asked", "always"] = "asked") -> Language:
    """A spaCy pipeline that reads Chinese local news.

    `doc._.kg` is what was found, `doc.spans` shows it, `doc._.record` is the `ArticleRecord`. Its
    components are registered as spaCy factories and work in any pipeline: `nlp.add_pipe("kg_dates")`.

    Args:
        ner: The NER in front of the rules: `default` is the packaged one, `none` or None leaves the rules alone; the
            name or folder of another spaCy pipeline, or the pipeline itself, puts its NER there.

        words: `always` gives `doc.spans["words"]` for every sentence; else it holds those in which a component asked.

    Raises:
        ModelError: The NER cannot be loaded.
    """
    import kg.records  # noqa: F401  (registers doc._.record)
    from kg.annotate.pipeline import pipeline

    return pipeline(ner=ner, words=words)


def extract(
    *paths: AnyPath,
    metadata: AnyPath | None = None,
    workers: int = 1,
    ner: str = "default",
    failed: Callable[[Failure], None] = lambda failure: None,
) -> Iterator[ArticleRecord]:
    """The records of articles, streamed in the order of the sources.

    Args:
        paths: Files and folders.
        metadata: A CSV file that goes over what the pages say.
        workers: Processes.
        ner: The NER in front of the rules, as for `load`, by name.
        failed: Told of each source that cannot be read.
    """
    from kg.model.failure import Failure
    from kg.read import documents
    from kg.run.extract import extract as run

    for found in run(
        documents([str(path) for path in paths], metadata=Path(metadata) if metadata else None),
        workers=workers,
        ner=ner,
    ):
        if isinstance(found, Failure):
            failed(found)
        else:
            yield from (record for record, _ in found.records)


def build(
    *paths: AnyPath,
    dir: AnyPath = "out",
    to: str | None = None,
    metadata: AnyPath | None = None,
    workers: int = 1,
    ner: str = "default",
) -> Graph:
    """Read what is new or changed, and bring the graph of a build's folder, or a Neo4j, to it.

    Raises:
        KgError: The folder or the store cannot be used; what was read is kept.
    """
    from kg.read import documents
    from kg.run.build import build as run

    run(
        documents([str(path) for path in paths], metadata=Path(metadata) if metadata else None, skipped=True),
        Path(dir),
        to=to,
        workers=workers,
        ner=ner,
    )
    return open(to or dir)


def open(target: AnyPath = "out") -> Graph:
    """The graph in a build's folder, or at a Neo4j address, for reading.

    Raises:
        StoreError: There is none, or it does not answer.
    """
    from kg.run.graph import Graph

    return Graph(str(target) if "://" in str(target) else Path(target))
