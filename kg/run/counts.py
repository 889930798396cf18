"""How much a graph holds, as the ledger knows it: without asking the store."""

from __future__ import annotations

from kg.graph.delta import Delta
from kg.graph.schema import LABELS, RELATIONSHIPS
from kg.ledger import Ledger
from kg.run.summary import Summary


def size(delta: Delta) -> int:
    """Rows that a delta writes or takes away."""
    return len(delta.nodes) + len(delta.relationships) + len(delta.gone_nodes) + len(delta.gone_relationships)


def count(ledger: Ledger, summary: Summary) -> None:
    """Note articles, facts, nodes and candidates in a summary; what is most frequent first."""
    rows = ledger.db.execute("SELECT type, count(*) FROM row GROUP BY type ORDER BY count(*) DESC, type").fetchall()
    summary.articles = len(ledger.article_ids())
    summary.nodes = {kind: number for kind, number in rows if kind in LABELS and kind not in ("Build", "Fact")}
    summary.facts = {
        kind: number for kind, number in rows if kind in RELATIONSHIPS and "support" in RELATIONSHIPS[kind].properties
    }
    [(summary.candidates,)] = ledger.db.execute("SELECT count(*) FROM candidate")
