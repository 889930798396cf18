"""Where in the texts a judged fact stands, and the texts cut at the edges of such places."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.evaluate.judged import Judged
from kg.evaluate.likeness import folded

SHOWN = 3
"""Places at which a missed name is shown: it may stand in forty sentences."""


@dataclass(frozen=True, slots=True)
class Place:
    """`start:end` of an article's text."""

    article: int
    start: int
    end: int


class Searchable:
    """A text in which names are found whatever their quotation marks, blanks and width."""

    def __init__(self, text: str) -> None:
        self.text = text
        kept = [(i, sign) for i, character in enumerate(text) if (sign := folded(character))]
        self._at = [i for i, _ in kept]
        self._folded = "".join(sign for _, sign in kept)

    def find(self, term: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Where the term stands in `text[start:end]`, left to right."""
        wanted = folded(term)
        at = self._folded.find(wanted) if wanted else -1
        while at >= 0:
            first, last = self._at[at], self._at[at + len(wanted) - 1] + 1
            if first >= start and (end is None or last <= end):
                yield first, last
            at = self._folded.find(wanted, at + len(wanted))


def places(one: Judged, texts: Sequence[Searchable]) -> list[Place]:
    """Where a fact stands: in the sentences of its evidence, else wherever the text has its most telling term."""
    if one.found and one.found.evidence:
        return list(dict.fromkeys(_of_evidence(one, texts)))
    for term in one.stated.terms:
        if found := [Place(i, *span) for i, text in enumerate(texts) for span in text.find(term)]:
            return found[:SHOWN]
    return []


def _of_evidence(one: Judged, texts: Sequence[Searchable]) -> Iterator[Place]:
    for said in one.found.evidence if one.found else ():
        for i, text in enumerate(texts):
            if text.text[said.start : said.end] == said.quote:
                spans = (span for term in one.stated.terms for span in text.find(term, said.start, said.end))
                yield Place(i, *next(spans, (said.start, said.end)))
                break


def pieces(text: str, marked: Iterable[tuple[int, int, int]]) -> Iterator[tuple[str, list[int]]]:
    """The text in pieces, each with the numbers of the marks `(start, end, number)` that cover it."""
    opened: dict[int, list[int]] = defaultdict(list)
    closed: dict[int, list[int]] = defaultdict(list)
    for start, end, number in (mark for mark in marked if mark[0] < mark[1]):
        opened[start].append(number)
        closed[end].append(number)
    edges = sorted({0, len(text), *opened, *closed})
    over: set[int] = set()
    for start, end in itertools.pairwise(edges):
        over = over.difference(closed[start]).union(opened[start])
        yield text[start:end], sorted(over)
