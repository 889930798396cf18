"""Fails when the records of annotated articles are less right than the committed baseline says.

    python -m kg.evaluate.baseline --gold GOLD [--texts TEXTS] [--gold …] --baseline FILE [--write]

A baseline holds F1 by the folder's name and the metric.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.annotate.pipeline import pipeline
from kg.errors import KgError
from kg.evaluate.folders import folders, parser_of
from kg.evaluate.readings import answered
from kg.evaluate.score import score
from kg.evaluate.scores import as_text, f1_of

Scores = dict[str, dict[str, float]]
"""F1 by folder and metric."""
FALL = 0.01
"""How far a metric may fall under its baseline."""


def read(path: Path) -> Scores:
    """The baseline in a file.

    Raises:
        KgError: It is missing, or holds something else.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {folder: {metric: float(f1) for metric, f1 in metrics.items()} for folder, metrics in content.items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise KgError(f"{path}: is no baseline ({error}).", "Make it with --write.") from None


def as_json(scores: Mapping[str, Mapping[str, float]]) -> str:
    """The baseline's file."""
    return json.dumps(scores, indent=1, sort_keys=True) + "\n"


def falls(scores: Scores, baseline: Scores) -> Iterator[str]:
    """A line for each metric of the baseline that is more than `FALL` under it; a metric no longer scored has fallen."""
    for folder, metrics in baseline.items():
        for metric, before in metrics.items():
            now = scores.get(folder, {}).get(metric)
            if now is None:
                yield f"{folder}: {metric} was {before:.3f} and is not scored"
            elif now < before - FALL - 1e-9:
                yield f"{folder}: {metric} was {before:.3f} and is {now:.3f}"


def rises(scores: Scores, baseline: Scores) -> int:
    """How many metrics are over their baseline by as much as a fall would be refused for."""
    return sum(
        f1 > baseline.get(folder, {}).get(metric, 0.0) + FALL
        for folder, metrics in scores.items()
        for metric, f1 in metrics.items()
    )


def main() -> None:
    """Prints the table of each folder; ends with 1 where a metric has fallen."""
    parser = parser_of(__doc__)
    parser.add_argument("--baseline", type=Path, required=True, help="the committed figures (JSON)")
    parser.add_argument("--write", action="store_true", help="write the figures there instead of comparing them")
    given = parser.parse_args()
    nlp = pipeline()
    scores: Scores = {}
    for answers, texts in folders(parser, given):
        read_now = answered(answers, texts, nlp=nlp)
        tallies = score(read_now.gold, read_now.records)
        scores[answers.name] = f1_of(tallies)
        print(f"{answers.name}, {len(read_now.gold)} documents\n{as_text(tallies)}\n")
    if given.write:
        given.baseline.write_text(as_json(scores), encoding="utf-8")
        return
    baseline = read(given.baseline)
    fallen = list(falls(scores, baseline))
    for line in fallen:
        print(line)
    if fallen:
        sys.exit(1)
    print(f"No metric is more than {FALL} under its baseline; {rises(scores, baseline)} are as much over it.")


if __name__ == "__main__":
    main()
