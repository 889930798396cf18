"""The teachers and the vote against articles that were labelled the same way before."""

from __future__ import annotations

import itertools
import json
import lzma
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.evaluate.tally import Tally
from kg.ner.silver import Votes, silver
from kg.ner.teachers import teachers

SHOWN = 50
"""Articles: few, so that what only many tell (names known elsewhere, words taken for names) is missing here."""


@pytest.mark.shared
def test_the_vote_agrees_with_the_labels_there_are(shared: Path) -> None:
    try:
        who = teachers()
    except KgError as missing:
        pytest.skip(f"NOT RUN: {missing}")
    with lzma.open(shared / "corpus" / "silver.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, SHOWN)]
    votes = [Votes(r["id"], r["published_on"], r["text"], *(tuple(t.entities(r["text"])) for t in who)) for r in rows]
    tallies = {label: Tally() for label in ("PER", "ORG", "LOC")}
    for row, labelled in zip(rows, silver(lambda: votes), strict=True):
        for label, tally in tallies.items():
            wanted = [(start, end) for start, end, kind in row["entities"] if kind == label]
            tally.count(row["id"], wanted, [(start, end) for start, end, kind in labelled.entities if kind == label])
    f1 = {label: round(tally.f1, 3) for label, tally in tallies.items()}
    assert f1["PER"] >= 0.97, f1
    assert f1["ORG"] >= 0.97, f1
    assert f1["LOC"] >= 0.98, f1
    print(f1, {label: tally.gold for label, tally in tallies.items()})
