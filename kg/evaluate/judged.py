"""Every fact of the gold and of the records with its verdict: what stands behind the figures of `score`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from kg.evaluate.compare_events import meetings, visits
from kg.evaluate.compare_people import people
from kg.evaluate.compare_undertakings import initiatives, projects
from kg.evaluate.gold import GoldDocument
from kg.evaluate.likeness import align, folded, likeness, span
from kg.evaluate.stated import Comparison, Side, Stated, once, whole
from kg.model.record import ArticleRecord

Verdict = Literal["right", "missed", "extra"]
KINDS = ("officials", "people", "meetings", "visits", "projects", "initiatives", "dates")
"""The fields of a record that hold facts."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact that both sides state, or one of them."""

    document: str
    metric: str
    gold: Stated | None
    found: Stated | None

    @property
    def verdict(self) -> Verdict:
        """`missed` is the gold's alone, `extra` the records' alone."""
        return "right" if self.gold and self.found else "missed" if self.gold else "extra"

    @property
    def stated(self) -> Stated:
        """The fact as the records state it, else as the gold does."""
        one = self.found or self.gold
        assert one is not None
        return one

    @property
    def rules(self) -> list[str]:
        """Ids of the rules that found it, each once, the first one first; none for a missed fact."""
        return list(dict.fromkeys(one.rule for one in self.found.evidence)) if self.found else []


def judged(gold: Iterable[GoldDocument], records: Iterable[ArticleRecord]) -> Iterator[Judged]:
    """Facts document by document; records are matched to gold by the file name of their `source`."""
    by_source: dict[str, list[ArticleRecord]] = defaultdict(list)
    for record in records:
        by_source[PurePath(record.source).name].append(record)
    for document in gold:
        yield from _document(document.id, document.articles, by_source.get(document.source, []))


def _document(where: str, gold: Sequence[ArticleRecord], found: Sequence[ArticleRecord]) -> Iterator[Judged]:
    if len(gold) == 1 or len(found) <= 1:
        pairs = {i: i for i in range(min(len(gold), len(found)))}
        together = [(_merged(gold), _merged(found))]
    else:
        pairs = align(gold, found, _alike, 0.6)
        rest = [a for i, a in enumerate(gold) if i not in pairs]
        over = [a for j, a in enumerate(found) if j not in pairs.values()]
        together = [*((gold[i], found[j]) for i, j in pairs.items()), (_merged(rest), _merged(over))]
    taken = set(pairs.values())
    for i, article in enumerate(gold):
        yield Judged(where, "article", _article(article), _article(found[pairs[i]]) if i in pairs else None)
    for j, article in enumerate(found):
        if j not in taken:
            yield Judged(where, "article", None, _article(article))
    for wanted, had in together:
        for metric, ours, theirs in _comparisons(wanted, had):
            yield from _verdicts(where, metric, ours, theirs)


def _comparisons(gold: ArticleRecord, found: ArticleRecord) -> Iterator[Comparison]:
    yield from people(gold, found)
    yield from meetings(gold.meetings, found.meetings)
    yield from visits(gold.visits, found.visits)
    yield from projects(gold.projects, found.projects)
    yield from initiatives(gold.initiatives, found.initiatives)
    yield "date", _dates(gold), _dates(found)


def _dates(a: ArticleRecord) -> Side:
    return once(whole((folded(d.text), span(d.value)), f"{d.text} = {d.value}", d, d.text) for d in a.dates if d.value)


def _verdicts(where: str, metric: str, gold: Side, found: Side) -> Iterator[Judged]:
    """Two sides as multisets of keys."""
    waiting: dict[Hashable, list[Stated]] = defaultdict(list)
    for one in found:
        waiting[one.key].append(one)
    for one in gold:
        same = waiting[one.key]
        yield Judged(where, metric, one, same.pop(0) if same else None)
    for rest in waiting.values():
        for one in rest:
            yield Judged(where, metric, None, one)


def _merged(articles: Sequence[ArticleRecord]) -> ArticleRecord:
    """One article's worth of everything, for documents whose articles cannot be paired by title."""
    return ArticleRecord().model_copy(
        update={kind: [item for a in articles for item in getattr(a, kind)] for kind in KINDS}
    )


def _alike(a: ArticleRecord, b: ArticleRecord) -> float:
    shared = {folded(o.name) for o in a.officials} & {folded(o.name) for o in b.officials}
    return likeness(a.title, b.title) + 0.001 * len(shared)


def _article(article: ArticleRecord) -> Stated:
    title = article.title or "(no headline)"
    return Stated(title, title, (title,))
