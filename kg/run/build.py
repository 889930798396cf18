"""A build: from articles to a graph that holds just what the records of its folder say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kg.graph.delta import Delta, Node, Relationship
from kg.graph.project import Projection
from kg.ledger import Ledger
from kg.lexicon.gazetteer import Gazetteer
from kg.model.document import Document
from kg.model.failure import Failure
from kg.model.record import ArticleRecord
from kg.ner.choice import DEFAULT, model_name
from kg.records.version import made_by
from kg.run.diff import diff
from kg.run.extract import Extracted, extract
from kg.run.folder import Folder, fingerprint
from kg.run.records import by_article
from kg.store import Store, connect

Watch = Callable[[Extracted | Failure | Document], None]
"""Called for each document: what it gave, why it gave nothing, or itself where it was read before."""


@dataclass(slots=True)
class Summary:
    """What a build did."""

    read: int = 0
    """Documents read."""
    unchanged: int = 0
    """Documents that were read before and have not changed since."""
    failures: list[Failure] = field(default_factory=list)
    articles: int = 0
    """Articles that the folder now holds."""
    changed: int = 0
    """Rows of the graph that were written or taken away."""


@dataclass(frozen=True, slots=True)
class Options:
    """What decides how records become a graph."""

    evidence: bool = True
    """Keep articles' statements in the graph; the ledger has them in any case."""
    private_people: bool = False
    """Keep people without a public role."""


def build(
    documents: Iterable[Document | Failure],
    directory: Path,
    *,
    to: str | None = None,
    workers: int = 1,
    ner: str = DEFAULT,
    options: Options = Options(),
    watch: Watch = lambda found: None,
) -> Summary:
    """Read what is new or changed, and bring the graph to what all records of the folder say.

    Args:
        documents: From `kg.read.documents`.
        directory: The build's folder; made where it is missing.
        to: A Neo4j address; the folder's own file otherwise.
        workers: Processes that read.
        ner: The NER in front of the rules; records that another one made are made again.
        options: How records become a graph.
        watch: Told of each document as it is done with.

    Raises:
        KgError: The folder or the store cannot be used. What was read is kept, and the next build goes on from there.
    """
    folder, summary = Folder(directory), Summary()
    known, taken_out, version = folder.known(), folder.taken_out(), made_by(model_name(ner))

    def skip(document: Document) -> bool:
        print_of = fingerprint(document, version)
        same = print_of in known or print_of[:3] in taken_out
        if same:
            summary.unchanged += 1
            watch(document)
        return same

    with connect(to or directory, writing=True) as store:
        for found in extract(documents, workers=workers, ner=ner, skip=skip):
            if isinstance(found, Failure):
                summary.failures.append(found)
            else:
                folder.write(found)
                summary.read += 1
            watch(found)
        folder.write_failures(summary.failures)
        summary.articles, summary.changed = bring_up(folder, store, target=to or "", options=options)
    return summary


def load(
    records: Iterable[ArticleRecord], directory: Path, *, to: str | None = None, options: Options = Options()
) -> Summary:
    """Put records made elsewhere into a build's folder and its graph."""
    folder, summary = Folder(directory), Summary()
    by_path: dict[str, list[tuple[ArticleRecord, str]]] = {}
    for record in records:
        by_path.setdefault(record.sources[0].path if record.sources else record.source, []).append((record, ""))
    with connect(to or directory, writing=True) as store:
        for path, found in by_path.items():
            folder.write(Extracted(path, tuple(found)))
            summary.read += 1
        summary.articles, summary.changed = bring_up(folder, store, target=to or "", options=options)
    return summary


def bring_up(folder: Folder, store: Store, *, target: str, options: Options) -> tuple[int, int]:
    """Bring ledger and store to the records; how many articles there are, and how many rows changed.

    The ledger knows what it last told the store. A store that is empty, or one that another
    build's ledger wrote to since, is compared with the graph row by row instead.
    """
    merged = folder.merge()
    ledger = Ledger.open(folder.ledger)
    try:
        if ledger.article_ids() and merged.touched:
            ledger.put(r for r in by_article(folder.read()) if r.id in merged.touched)
            ledger.withdraw(merged.gone)
        else:
            wanted = {r.id for r in by_article(folder.read())}
            ledger.withdraw(set(ledger.article_ids()) - wanted)
            ledger.put(by_article(folder.read()))
        projection = Projection(
            ledger,
            Gazetteer.load(),
            folder.judgements,
            evidence=options.evidence,
            private_people=options.private_people,
        )
        delta = projection.delta()
        if store.build() is None or ledger.meta("target") != target:
            projection.applied(delta)
            delta = diff(store.rows(), projection.rows())
        if delta:
            store.apply(delta)
        projection.applied(delta)
        ledger.set_meta("target", target)
        folder.settled()
        return len(set(ledger.article_ids())), size(delta)
    finally:
        ledger.close()


def size(delta: Delta) -> int:
    """Rows that a delta writes or takes away."""
    return len(delta.nodes) + len(delta.relationships) + len(delta.gone_nodes) + len(delta.gone_relationships)


def counts(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> dict[str, int]:
    """Nodes by first label, relationships by type."""
    return dict(Counter(node.label for node in nodes) + Counter(r.type for r in relationships))
