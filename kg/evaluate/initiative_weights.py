"""Fits the weights by which initiatives are told (`seeds/lexicons/initiative_weights.yaml`) on annotated articles.

    python -m kg.evaluate.initiative_weights --gold GOLD --texts TEXTS [--gold … --texts …] \
        --unlabelled news.jsonl.xz --wording wording.xz > weights.yaml
    python -m kg.evaluate.initiative_weights --gold GOLD --texts TEXTS --unlabelled news.jsonl.xz --folds 10

Two steps: weights fitted on the annotated articles judge the names that the rules propose in the unlabelled news,
from which the wording of initiatives is learned; then the weights are fitted again, with the wording among the
features. `--folds` does both for each tenth of the documents without it, and scores what is found in that tenth.
Logistic regression with an L2 penalty, solved by Newton's method: the same bytes for the same articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.annotate.pipeline import pipeline
from kg.evaluate.folders import folders, parser_of
from kg.evaluate.initiative_examples import Example, Reader, examples, with_wording
from kg.evaluate.initiative_folds import folded, table
from kg.evaluate.initiative_wording import Unlabelled, learn, unlabelled, write

PENALTY = 3.0
"""Best on articles left out (`--folds 10`); 1 fits the articles at hand better, and others worse."""

SEEN = 3
"""In so many documents a feature must occur to have a weight."""

BY_HAND = {
    "aim-of-place": 2.0,
    "beside-law": -2.5,
    "declared-year": 3.0,
    "company-paper": -3.0,
    "feast": -3.5,
    "honours-listed": -1.5,
    "rule:articles": 2.5,
    "rule:census": 1.5,
}
"""Weights of patterns too rare in the annotated articles to be fitted, and plain in their meaning."""


def fit(given: Sequence[Example]) -> dict[str, float]:
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


def trained(given: Sequence[Example], news: Unlabelled) -> tuple[dict[str, float], dict[str, float]]:
    """Weights of the features, those of the wording among them, and weights of the wording's sequences."""
    sequences = learn(news, fit(given))
    return {**fit([with_wording(example, sequences) for example in given]), **BY_HAND}, sequences


def as_yaml(weights: dict[str, float]) -> str:
    """The lexicon's file: weights to two digits, those that round to nothing left out."""
    shown = {
        feature: f"{weight + 0.0:.2f}"
        for feature, weight in weights.items()
        if abs(weight) >= 0.005 or feature == "bias"
    }
    entries = "".join(f'  "{feature}": "{weight}"\n' for feature, weight in sorted(shown.items()))
    return (
        "# Written by `python -m kg.evaluate.initiative_weights`.\n"
        "meaning: >-\n  What each feature of a name (kg/annotate/initiatives/features.py) adds to the log-odds that it names an initiative.\n"
        "source: >-\n  Logistic regression on the annotated development articles, to two digits; rare patterns by hand.\n"
        f"entries:\n{entries}"
    )


def main(given: Iterable[str] | None = None) -> None:
    """Prints the lexicon fitted on all folders given, or the scores on what was left out."""
    parser = parser_of(__doc__)
    parser.add_argument("--unlabelled", type=Path, required=True, help="news without answers, .jsonl.xz")
    parser.add_argument("--wording", type=Path, help="where to write the weights of the wording")
    parser.add_argument("--folds", type=int, help="score on documents left out of the training, in so many parts")
    options = parser.parse_args(None if given is None else list(given))
    nlp = pipeline()
    nlp.select_pipes(disable=["kg_initiatives", "kg_events"])
    readers = [Reader(nlp, answers, texts or answers) for answers, texts in folders(parser, options)]
    documents = [document for reader in readers for document in reader.documents()]
    news = unlabelled(nlp, options.unlabelled)
    if options.folds:
        print(table(folded(documents, options.folds, lambda given: trained(given, news))))
        return
    weights, sequences = trained([e for document in documents for e in examples(document)], news)
    if options.wording:
        write(sequences, options.wording)
    print(as_yaml(weights), end="")


if __name__ == "__main__":
    main()
