"""From the records of a folder to the graph: the last part of a build."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.graph.project import Projection
from kg.ledger import Ledger
from kg.lexicon.gazetteer import Gazetteer
from kg.run.counts import count, size
from kg.run.diff import diff
from kg.run.folder import Folder
from kg.run.records import by_article
from kg.run.summary import Summary, by_kind
from kg.store import Store

Stage = Callable[[str], None]
"""Called when a build goes on to something else: `resolve`, `write`, `report`."""


@dataclass(frozen=True, slots=True)
class Options:
    """What decides how records become a graph."""

    evidence: bool = True
    """Keep articles' statements in the graph; the ledger has them in any case."""
    private_people: bool = False
    """Keep people without a public role."""


DEFAULTS = Options()


def bring_up(
    folder: Folder,
    store: Store,
    summary: Summary,
    *,
    target: str,
    options: Options,
    stage: Stage = lambda name: None,
) -> None:
    """Bring ledger and store to the records, and note in the summary what they hold.

    The ledger knows what it last told the store, and of which state of the records. A store that is
    empty, or one that another build's ledger wrote to since, is compared with the graph row by row
    instead; and a ledger of other records takes them all.
    """
    stage("resolve")
    before = folder.stamp()
    merged = folder.merge()
    with Ledger.open(folder.ledger) as ledger:
        if ledger.meta("records") == before and ledger.article_ids():
            ledger.put(by_article(folder.read(merged.touched)) if merged.touched else [])
            ledger.withdraw(merged.gone)
        else:
            ledger.withdraw(ledger.article_ids() - {entry.key[0] for entry in folder.entries()})
            ledger.put(by_article(folder.read()))
        ledger.set_meta("records", folder.stamp())
        projection = Projection(
            ledger,
            Gazetteer.load(),
            folder.judgements,
            evidence=options.evidence,
            private_people=options.private_people,
        )
        delta = projection.delta()
        stage("write")
        if store.build() is None or ledger.meta("target") != target:
            projection.applied(delta)
            delta = diff(store.rows(), projection.rows())
        if delta:
            store.apply(delta)
        projection.applied(delta)
        ledger.set_meta("target", target)
        folder.settled()
        summary.changed = size(delta)
        count(ledger, summary)
    summary.warnings = by_kind((entry.key[1], entry.warnings) for entry in folder.entries() if entry.warnings)
