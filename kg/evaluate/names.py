"""Names of persons against gold: a set a document, as peers without articles and posts can be scored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.annotate.people.bylines import Bylines
from kg.annotate.people.doctrine import is_doctrine
from kg.evaluate.gold import GoldDocument
from kg.evaluate.likeness import folded
from kg.evaluate.tally import Tally
from kg.model.record import ArticleRecord


def of_records(records: Iterable[ArticleRecord]) -> list[str]:
    """The officials and other people of a document's records."""
    found: list[str] = []
    for record in records:
        found += [official.name for official in record.officials]
        found += [person.name for person in record.people]
    return found


def kept(text: str, names: Iterable[str]) -> list[str]:
    """The names that stand somewhere outside a byline and a doctrine, by the pipeline's own rules.

    A gold answer leaves out reporters, editors and leaders whose name is that of a doctrine; a name finder
    is right to find them.
    """
    bylines = Bylines(text)

    def stands(name: str) -> bool:
        at = text.find(name) if name else -1
        while at >= 0:
            if not bylines.cover(at) and not is_doctrine(text, at + len(name)):
                return True
            at = text.find(name, at + 1)
        return False

    return [name for name in dict.fromkeys(names) if stands(name)]


def tally(gold: Sequence[GoldDocument], found: Sequence[Iterable[str]]) -> Tally:
    """Right, missed and extra names, documents taken together.

    Args:
        gold: Documents.
        found: Names in each of them, in the same order.
    """
    count = Tally()
    for document, names in zip(gold, found, strict=True):
        wanted = {folded(name) for name in of_records(document.articles)}
        count.count(document.id, wanted, {bare for name in names if (bare := folded(name))})
    return count
