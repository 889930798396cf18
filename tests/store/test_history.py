"""Whatever the order, the batches, the repeats and the withdrawals: the store holds the graph of a fresh build."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from kg.graph.digest import digest
from kg.graph.project import Projection
from kg.ledger import Ledger
from kg.lexicon import seeds_folder
from kg.lexicon.gazetteer import Gazetteer
from kg.model.record import ArticleRecord
from kg.store import Store
from tests.conftest import SHARED
from tests.store.conftest import Somewhere


def seeds() -> list[ArticleRecord]:
    return list(kg.extract(seeds_folder("documents")))


def gold() -> list[ArticleRecord]:
    """A part of the annotated articles, read as records with ids of their own."""
    from kg.evaluate import gold as read

    if not (SHARED / "gold").is_dir():
        pytest.skip(f"NOT RUN: needs the annotated articles in {SHARED} (set KG_SHARED)")
    found = []
    for document in read(SHARED / "gold/dev")[:40]:
        for i, article in enumerate(document.articles):
            found.append(article.model_copy(update={"id": f"{document.id}-{i}", "source": document.source}))
    return found


def fresh(records: list[ArticleRecord]) -> str:
    with Ledger.open(":memory:") as ledger:
        ledger.put(records)
        return digest(*Projection(ledger, Gazetteer.load()).rows())


def live(store: Store, ledger: Ledger) -> None:
    projection = Projection(ledger, Gazetteer.load())
    delta = projection.delta()
    store.apply(delta)
    projection.applied(delta)


@pytest.mark.parametrize("records", [seeds, pytest.param(gold, marks=pytest.mark.shared)])
@pytest.mark.parametrize("seed", [1, 2])
def test_any_history_ends_in_the_graph_of_a_fresh_build(
    somewhere: Somewhere, tmp_path: Path, records: Callable[[], list[ArticleRecord]], seed: int
) -> None:
    chance, articles = random.Random(seed), records()
    chance.shuffle(articles)
    withdrawn = {record.id for record in articles[: len(articles) // 4]}
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger, somewhere.open(writing=True) as store:
        rest = list(articles)
        while rest:
            batch, rest = rest[: (size := chance.randint(1, max(2, len(articles) // 2)))], rest[size:]
            ledger.put(batch)
            live(store, ledger)
            ledger.put(chance.sample(batch, 1))
            live(store, ledger)
        assert store.digest() == fresh(articles)
        ledger.withdraw(withdrawn)
        live(store, ledger)
        left = [record for record in articles if record.id not in withdrawn]
        assert store.digest() == fresh(left)
        changed = [left[0].model_copy(update={"officials": [], "meetings": []}), *left[1:]]
        ledger.put(changed[:1])
        live(store, ledger)
        assert store.digest() == fresh(changed)
