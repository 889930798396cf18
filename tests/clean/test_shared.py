"""Real pages with their answers: how many articles, and which title. They lie outside the project."""

import json
from pathlib import Path

import pytest

from kg.clean import articles
from kg.clean.columns import in_order
from kg.clean.gutters import reading_spans
from kg.clean.lines import lines, spans
from kg.model.document import Document
from kg.read import documents

pytestmark = pytest.mark.shared


def compared(shared: Path, name: str, texts: Path) -> list[tuple[list[str | None], list[str | None]]]:
    """For each document the titles of its answer and those found, blanks aside."""
    pairs = []
    folder = shared / "gold" / name
    for answer in sorted(folder.glob("*.json")):
        gold = json.loads(answer.read_text(encoding="utf-8"))
        found = documents([texts / gold["source"]], metadata=folder / "metadata.csv")
        [document] = [each for each in found if isinstance(each, Document)]
        pairs.append(([_plain(a["title"]) for a in gold["articles"]], [_plain(a.title) for a in articles(document)]))
    return pairs


def _plain(title: str | None) -> str | None:
    return None if title is None else "".join(title.split())


def test_the_seeds_have_their_articles_and_titles(shared: Path) -> None:
    pairs = compared(shared, "seeds", shared / "seeds")
    assert sum(len(gold) for gold, _ in pairs) == 12
    assert [found for _, found in pairs] == [gold for gold, _ in pairs]


def test_nearly_all_development_pages_agree(shared: Path) -> None:
    pairs = compared(shared, "dev", shared / "gold" / "dev")
    assert sum(len(gold) == len(found) for gold, found in pairs) >= 0.98 * len(pairs)
    titles = [pair for gold, found in pairs if len(gold) == len(found) for pair in zip(gold, found, strict=True)]
    assert sum(gold == found for gold, found in titles) >= 0.97 * len(titles)


def test_pages_that_read_well_keep_their_order(shared: Path) -> None:
    for path in [*(shared / "seeds").glob("*.txt"), *(shared / "gold" / "dev").glob("*.txt")]:
        [document] = [each for each in documents([path]) if isinstance(each, Document)]
        assert list(reading_spans(document.text)) == list(spans(document.text))
        assert in_order(lines(document.text), document.text) == lines(document.text)
