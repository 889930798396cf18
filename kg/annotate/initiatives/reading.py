"""One article read for initiatives: its words, quoted stretches, documents and known programmes."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.bounds import Edge
from kg.annotate.initiatives.known import Known, known
from kg.annotate.initiatives.vocabulary import Word, Words, words
from kg.annotate.layer import Layer


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may name an initiative: `text[start:end]` is the name, with marks inside it."""

    start: int
    end: int
    rule: str
    kind: str
    head: str
    edge: Edge
    """What stands in front; its `start` is the name's before words that name nothing were taken off."""
    owner: str | None = None
    """Canonical name of the division a known programme belongs to."""


class Cover:
    """Whether a stretch lies within one of some stretches that do not overlap."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def holds(self, start: int, end: int) -> bool:
        """Whether one of the stretches holds `start:end`."""
        i = bisect.bisect_right(self._spans, (start, float("inf"))) - 1
        return i >= 0 and self._spans[i][1] >= end


class Reading:
    """What the finders of candidates share. People and organisations of the layer part names from what is in front."""

    def __init__(self, layer: Layer) -> None:
        self.text = layer.article.text
        self.words: Words = words(self.text)
        for mention in (*layer.people, *layer.organizations):
            self.words.openers.setdefault(mention.end, Word(mention.start, mention.end, "plain"))
        self.places = layer.places
        self.documents = [(value.start, value.end) for _, value in patterns.DOCUMENT.find(self.text)]
        """Titles between 《》, without the marks."""
        self.quotes = [(match.start(), match.end()) for match, _ in patterns.QUOTED.find(self.text)]
        """Short quoted stretches, with their marks."""
        self.known: list[Known] = known(self.text)
        self.starts = [head.start for head in self.words.heads]
        """Where the head nouns start."""
        self.ends = (
            frozenset(head.end for head in self.words.heads)
            | {end for _, end in self.quotes}
            | {one.end for one in self.known}
        )
        """Where names may end."""

    def head_ending(self, start: int, end: int) -> Word | None:
        """The head noun that ends at `end` and starts at `start` or behind it."""
        i = bisect.bisect_left(self.starts, end) - 1
        while i >= 0 and self.starts[i] >= start:
            if self.words.heads[i].end == end:
                return self.words.heads[i]
            i -= 1
        return None

    def noun(self, head: Word) -> str:
        """The characters of a head noun."""
        return self.text[head.start : head.end]
