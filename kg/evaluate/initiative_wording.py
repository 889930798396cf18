"""Learns how initiatives are worded (`kg/annotate/initiatives/wording.py`) from news that nobody annotated."""

from __future__ import annotations

import json
import lzma
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from kg.annotate.initiatives import wording
from kg.annotate.initiatives.candidates import candidates
from kg.annotate.initiatives.reading import Reading
from kg.annotate.initiatives.scoring import probability
from kg.annotate.initiatives.select import grouped
from kg.annotate.layer import layer_of
from kg.annotate.pipeline import annotate
from kg.model.document import Article

SEEN = 20
"""So many names must show a sequence for it to have a weight."""

SMOOTHING = 30.0
"""Names of middling confidence that each sequence is taken to have shown besides."""


@dataclass(slots=True)
class Unlabelled:
    """The names that the rules propose in unlabelled news: their features, and the sequences in and around them."""

    features: list[frozenset[str]] = field(default_factory=list)
    sequences: list[str] = field(default_factory=list)
    """Those that `SEEN` names or more show, in order."""
    of: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    """Indices into `sequences`, those of the first name first."""
    lengths: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    """How many each name has."""


def news(path: Path) -> Iterator[Article]:
    """The items of a `.jsonl.xz` file with `id`, `text` and perhaps `published_on`."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            yield Article(
                id=item["id"],
                text=item["text"],
                source=item["id"],
                sha256="0" * 64,
                published_on=item.get("published_on"),
            )


def unlabelled(nlp: Language, path: Path) -> Unlabelled:
    """What the rules propose in the items of a file."""
    found, shown = Unlabelled(), []
    for _, doc in annotate(nlp, news(path)):
        layer = layer_of(doc)
        reading = Reading(layer)
        for named in grouped(candidates(reading), reading.words, layer):
            first = named.first
            found.features.append(frozenset(named.features))
            shown.append(wording.in_name(named.plain) | wording.around(reading.text, first.start, first.end))
    seen = Counter(sequence for sequences in shown for sequence in sequences)
    found.sequences = sorted(sequence for sequence, count in seen.items() if count >= SEEN)
    index = {sequence: i for i, sequence in enumerate(found.sequences)}
    rows = [sorted(index[s] for s in sequences if s in index) for sequences in shown]
    found.of = np.array([i for row in rows for i in row], np.int64)
    found.lengths = np.array([len(row) for row in rows], np.int64)
    return found


def learn(given: Unlabelled, weights: dict[str, float]) -> dict[str, float]:
    """The log-odds of each sequence against the average, in tenths, where `weights` judge the names."""
    p = np.array([probability(features, weights) for features in given.features])
    size = len(given.sequences)
    taken = np.bincount(given.of, np.repeat(p, given.lengths), size)
    left = np.bincount(given.of, minlength=size) - taken
    mean = float(p.mean()) if len(p) else 0.5
    odds = np.log((taken + SMOOTHING * mean) / (left + SMOOTHING * (1 - mean))) - np.log(mean / (1 - mean))
    return {
        sequence: float(value)
        for sequence, value in zip(given.sequences, np.round(odds, 1), strict=True)
        if value and "\t" not in sequence
    }


def write(weights: dict[str, float], path: Path) -> None:
    """The file that `kg.annotate.initiatives.wording` reads."""
    lines = "".join(f"{sequence}\t{round(value * 10)}\n" for sequence, value in sorted(weights.items()))
    path.write_bytes(lzma.compress(lines.encode("utf-8"), preset=9))
