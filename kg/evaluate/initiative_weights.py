"""Fits the weights by which initiatives are told (`seeds/lexicons/initiative_weights.yaml`) on annotated articles.

    python -m kg.evaluate.initiative_weights --gold GOLD --texts TEXTS [--gold … --texts …] > weights.yaml

Logistic regression with an L2 penalty, solved by Newton's method: the same bytes for the same articles.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from kg.annotate.initiatives.candidates import candidates
from kg.annotate.initiatives.reading import Reading
from kg.annotate.initiatives.select import Named, grouped
from kg.annotate.layer import layer_of
from kg.annotate.pipeline import annotate, pipeline
from kg.clean import articles
from kg.evaluate.gold import gold
from kg.evaluate.likeness import likeness
from kg.model.document import Document
from kg.read import documents

RIGHT = 0.7
"""From this likeness on a candidate is the annotated initiative, as in the score."""

PENALTY = 1.0
SEEN = 3
"""In so many documents a feature must occur to have a weight."""

BY_HAND = {"rule:articles": 2.5, "rule:census": 1.5}
"""Weights of patterns too rare in the annotated articles to be fitted, and plain in their meaning."""


@dataclass(frozen=True, slots=True)
class Example:
    """A name proposed in a document, and whether the annotators have it."""

    document: str
    features: frozenset[str]
    right: bool


def proposed(nlp: Language, document: Document) -> Iterator[Named]:
    """The names that the rules propose in a document."""
    for _, doc in annotate(nlp, articles(document)):
        layer = layer_of(doc)
        reading = Reading(layer)
        yield from grouped(candidates(reading), reading.words, layer)


def examples(answers: Path, texts: Path) -> Iterator[Example]:
    """The examples of a folder of answers and a folder of their texts; `metadata.csv` lies with the answers."""
    nlp = pipeline()
    nlp.select_pipes(disable=["kg_initiatives", "kg_events"])
    wanted = {answer.source: [i.name for a in answer.articles for i in a.initiatives] for answer in gold(answers)}
    for document in documents([texts], metadata=answers / "metadata.csv"):
        name = Path(document.path).name
        if isinstance(document, Document) and name in wanted:
            for named in proposed(nlp, document):
                right = any(likeness(named.plain, other) >= RIGHT for other in wanted[name])
                yield Example(name, frozenset(named.features), right)


def fit(given: list[Example]) -> dict[str, float]:
    """The weight of each feature that enough documents show, and `bias`."""
    seen = Counter(feature for _, feature in sorted({(e.document, f) for e in given for f in e.features}))
    columns = {feature: i for i, feature in enumerate(sorted(f for f, n in seen.items() if n >= SEEN))}
    x: NDArray[np.float64] = np.zeros((len(given), len(columns) + 1))
    x[:, -1] = 1
    for row, example in enumerate(given):
        x[row, [columns[f] for f in example.features if f in columns]] = 1
    y = np.array([example.right for example in given], dtype=np.float64)
    ridge = np.full(x.shape[1], PENALTY)
    ridge[-1] = 1e-3
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + np.diag(ridge), x.T @ (p - y) + ridge * weights)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return {**{feature: float(weights[i]) for feature, i in columns.items()}, "bias": float(weights[-1])}


def as_yaml(weights: dict[str, float]) -> str:
    """The lexicon's file: weights to one digit, those that round to nothing left out."""
    shown = {
        feature: f"{weight + 0.0:.1f}"
        for feature, weight in {**weights, **BY_HAND}.items()
        if abs(weight) >= 0.05 or feature == "bias"
    }
    entries = "".join(f'  "{feature}": "{weight}"\n' for feature, weight in sorted(shown.items()))
    return (
        "# Written by `python -m kg.evaluate.initiative_weights`.\n"
        "meaning: >-\n  What each feature of a name (kg/annotate/initiatives/features.py) adds to the log-odds that it names an initiative.\n"
        "source: >-\n  Logistic regression on the annotated development articles, to one digit; rare patterns by hand.\n"
        f"entries:\n{entries}"
    )


def main() -> None:
    """Prints the lexicon fitted on all folders given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--gold", type=Path, action="append", required=True, help="folder of answers, with metadata.csv"
    )
    parser.add_argument(
        "--texts", type=Path, action="append", required=True, help="folder of their texts, in the same order"
    )
    given = parser.parse_args()
    found = [e for answers, texts in zip(given.gold, given.texts, strict=True) for e in examples(answers, texts)]
    print(as_yaml(fit(found)), end="")


if __name__ == "__main__":
    main()
