"""How many nodes the tests' records make, by what they name."""

from __future__ import annotations

from collections.abc import Iterable

from kg.ledger import Ledger
from kg.lexicon.gazetteer import Gazetteer
from kg.model.judgement import Judgement
from kg.model.record import ArticleRecord
from kg.resolve import Decisions
from kg.resolve.resolver import Resolver


def nodes(records: Iterable[ArticleRecord], kind: str, judgements: tuple[Judgement, ...] = ()) -> list[list[str]]:
    """The sources of the mentions of each node, sorted."""
    ledger = Ledger.open(":memory:")
    ledger.put(records)
    with ledger.writing():
        Resolver(ledger, Gazetteer.load(), Decisions(judgements), private_people=True).run()
    found: dict[str, list[str]] = {}
    query = (
        "SELECT m.node, s.path FROM mention m JOIN source s ON s.article = m.article WHERE m.kind = ? ORDER BY s.path"
    )
    for node, path in ledger.db.execute(query, (kind,)):
        found.setdefault(node, []).append(path.removesuffix(".txt"))
    return sorted(found.values())
