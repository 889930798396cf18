"""Lexicons: every one that ships loads, and a bad one is refused with its fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.lexicon import load, seeds_folder
from kg.lexicon.lexicon import read_lexicon


@pytest.mark.parametrize("path", sorted(seeds_folder("lexicons").glob("*.yaml")), ids=lambda path: path.stem)
def test_it_loads_and_says_what_it_is(path: Path) -> None:
    lexicon = load(path.stem)
    assert lexicon.meaning
    assert lexicon.source
    assert lexicon.entries


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("meaning: a\nsource: b\nentries: [乙, 乙]", "乙"),
        ("meaning: a\nsource: b\nentries: [乙, 丁]", "out of order"),
        ("meaning: a\nsource: b\nentries: {丁: x, 丁: y}", "twice"),
        ("meaning: a\nentries: [丁]", "source"),
        ("meaning: a\nsource: b\nentries: [' 丁']", "NFC"),
        ("meaning: [", "expected"),
    ],
)
def test_a_bad_one_is_refused(tmp_path: Path, content: str, fault: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=fault):
        read_lexicon(path)


def test_a_missing_one_is_named() -> None:
    with pytest.raises(LexiconError, match="no lexicon nothing"):
        load("nothing")
