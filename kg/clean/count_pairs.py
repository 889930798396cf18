"""Counts which characters follow one another: `python -m kg.clean.count_pairs TEXTS.jsonl.xz > seeds/lexicons/character_pairs.yaml`."""

from __future__ import annotations

import itertools
import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

_COUNTED = re.compile(r"[一-鿿0]+")
_LEAST = 20
"""How often a pair has to stand in the texts."""
_OFTEN, _OFTENER = 2.0, 8.0
"""How many times as often as chance would have it."""


def pairs(texts: Iterable[str], *, least: int = _LEAST) -> dict[str, str]:
    """For a character those that follow it far oftener than by chance, a stroke, and those that do so oftener.

    Each in code-point order; 0 stands for every digit.
    """
    found: Counter[str] = Counter()
    for text in texts:
        for run in _COUNTED.findall(re.sub(r"\d", "0", text)):
            found.update(a + b for a, b in itertools.pairwise(run))
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for pair, count in found.items():
        first[pair[0]] += count
        second[pair[1]] += count
    whole = found.total()
    grades: dict[str, tuple[list[str], list[str]]] = {}
    for pair, count in sorted(found.items()):
        times = count * whole / (first[pair[0]] * second[pair[1]])
        if count >= least and times >= _OFTEN:
            grades.setdefault(pair[0], ([], []))[times < _OFTENER].append(pair[1])
    return {a: f"{''.join(far)}|{''.join(more)}" for a, (far, more) in grades.items()}


def main(path: Path) -> None:
    """Print the lexicon of a packed file (.xz) of JSON lines with `text`."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        table = pairs(json.loads(line)["text"] for line in lines)
    print("meaning: >-")
    print(
        "  Characters and those that follow them in news: before the stroke those that do so eight times as often as by"
    )
    print(
        "  chance or more, behind it those that do so twice as often; 0 for every digit. It tells whether a line goes on in"
    )
    print("  another.")
    print("source: >-")
    print(
        f"  Counts of pairs (at least {_LEAST}, and {_OFTENER:g} times chance) in the news texts of CRUD-RAG (Apache-2.0)"
    )
    print("  that the name tagger is trained on, by kg.clean.count_pairs.")
    print("entries:")
    for character, followers in table.items():
        print(f"  '{character}': '{followers}'")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
