"""How well initiatives are told in documents that the scorer was not trained on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.annotate.initiatives.names import shown
from kg.annotate.initiatives.scoring import probability
from kg.annotate.initiatives.select import selected
from kg.evaluate.initiative_examples import Example, Proposed, examples, with_wording
from kg.evaluate.score import score
from kg.evaluate.tally import Tally
from kg.model.record import ArticleRecord, Initiative

THRESHOLDS = tuple(percent / 100 for percent in range(25, 75, 5))

Weights = dict[str, float]
Train = Callable[[Sequence[Example]], tuple[Weights, Weights]]
"""From examples to weights of features and of the wording's sequences."""


def folded(documents: Sequence[Proposed], folds: int, train: Train) -> dict[float, Tally]:
    """The tally at each threshold, every document judged by weights fitted without its fold.

    Sets the confidence of the names of `documents`.
    """
    given = {document.answer.source: list(examples(document)) for document in documents}
    fold = {source: i % folds for i, source in enumerate(sorted(given))}
    for part in range(folds):
        weights, sequences = train([e for source in given if fold[source] != part for e in given[source]])
        for document in documents:
            source = document.answer.source
            if fold[source] == part:
                names = (named for _, groups in document.articles for named in groups)
                for named, example in zip(names, given[source], strict=True):
                    named.confidence = probability(with_wording(example, sequences).features, weights)
    return {floor: tallied(documents, floor) for floor in THRESHOLDS}


def tallied(documents: Sequence[Proposed], floor: float) -> Tally:
    """Found names against annotated ones, where names of this confidence and more are taken."""
    records = []
    for document in documents:
        for article, groups in document.articles:
            for named in groups:
                named.joined = False
            names = [
                shown(article.text[named.first.start : named.first.end]) for named in selected(groups, floor=floor)
            ]
            record = ArticleRecord(
                source=document.answer.source,
                title=article.title,
                initiatives=[Initiative(name=name) for name in names],
            )
            records.append(record)
    return score([document.answer for document in documents], records)["initiative"]


def table(tallies: dict[float, Tally]) -> str:
    """Precision, recall and F1 at each threshold, the best one marked."""
    best = max(tallies, key=lambda floor: tallies[floor].f1)
    rows = [
        f"{floor:.2f}  P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}{'  best' if floor == best else ''}"
        for floor, tally in tallies.items()
    ]
    return "\n".join(rows)
