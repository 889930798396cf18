"""Records against gold: a tally a metric."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from kg.evaluate.gold import GoldDocument
from kg.evaluate.likeness import align, folded, likeness
from kg.evaluate.metrics import METRICS, Tallies, compare
from kg.evaluate.tally import Tally
from kg.model.record import ArticleRecord


def _merged(articles: Sequence[ArticleRecord]) -> ArticleRecord:
    """One article's worth of everything, for documents whose articles cannot be paired by title."""
    kinds = ("officials", "people", "meetings", "visits", "projects", "initiatives", "dates")
    return ArticleRecord().model_copy(
        update={kind: [item for a in articles for item in getattr(a, kind)] for kind in kinds}
    )


def _alike(a: ArticleRecord, b: ArticleRecord) -> float:
    shared = {folded(o.name) for o in a.officials} & {folded(o.name) for o in b.officials}
    return likeness(a.title, b.title) + 0.001 * len(shared)


def _document(tallies: Tallies, document: GoldDocument, found: list[ArticleRecord]) -> None:
    gold, where = document.articles, document.id
    if len(gold) == 1 or len(found) <= 1:
        compare(tallies, where, _merged(gold), _merged(found))
        paired = min(len(gold), len(found))
    else:
        pairs = align(gold, found, _alike, 0.6)
        for i, j in pairs.items():
            compare(tallies, f"{where}#{i}", gold[i], found[j])
        rest = [a for i, a in enumerate(gold) if i not in pairs]
        over = [a for j, a in enumerate(found) if j not in pairs.values()]
        if rest or over:
            compare(tallies, f"{where}#rest", _merged(rest), _merged(over))
        paired = len(pairs)
    articles = tallies["article"]
    articles.right += paired
    articles.missed += [(where, "article")] * (len(gold) - paired)
    articles.extra += [(where, "article")] * (len(found) - paired)


def score(gold: Iterable[GoldDocument], records: Iterable[ArticleRecord]) -> Tallies:
    """A tally for each of `METRICS`; records are matched to gold by the file name of their `source`."""
    by_source: dict[str, list[ArticleRecord]] = defaultdict(list)
    for record in records:
        by_source[PurePath(record.source).name].append(record)
    tallies = {metric: Tally() for metric in METRICS}
    for document in gold:
        _document(tallies, document, by_source.get(document.source, []))
    return tallies
