"""What only all articles together tell: names that several elect, and strings that are words after all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import ahocorasick

from kg.ner.silver.bodies import bodies
from kg.ner.silver.people import elect, remembered
from kg.ner.silver.votes import Span, Votes

_SEVERAL = 3
"""Articles that elect a string before another one takes it on a single vote."""


def known_names(articles: Iterable[Votes]) -> frozenset[str]:
    """Names that three or more articles elect."""
    count: Counter[str] = Counter()
    for votes in articles:
        count.update({votes.text[start:end] for start, end in elect(votes).elected})
    return frozenset(name for name, articles_with in count.items() if articles_with >= _SEVERAL)


def words(articles: Callable[[], Iterable[Votes]], known: frozenset[str]) -> frozenset[str]:
    """Elected strings that stand mostly unmarked: 康养, 商超, the 卫健 of 卫健委.

    A mention within a longer name does not count against a string (李明 in 李明辉, in 李明医院).

    Args:
        articles: Gives them from the start each time it is called.
        known: From `known_names`.
    """
    marked: Counter[str] = Counter()
    for votes in articles():
        marked.update(votes.text[start:end] for start, end in remembered(votes, elect(votes), known))
    if not marked:
        return frozenset()
    finder = ahocorasick.Automaton()
    for name in marked:
        finder.add_word(name, name)
    finder.make_automaton()
    standing: Counter[str] = Counter()
    for votes in articles():
        people = remembered(votes, elect(votes), known)
        others, _ = bodies(votes, people)
        cover = _Cover([*people, *((mark.start, mark.end) for mark in others)], len(votes.text))
        for last, name in finder.iter(votes.text):
            if not cover.holds((last + 1 - len(name), last + 1)):
                standing[name] += 1
    return frozenset(name for name, count in marked.items() if 2 * count < standing[name])


class _Cover:
    """Which span, if any, each character of a text lies in."""

    def __init__(self, spans: Iterable[Span], size: int) -> None:
        self._at: list[Span | None] = [None] * size
        for span in spans:
            self._at[span[0] : span[1]] = [span] * (span[1] - span[0])

    def holds(self, span: Span) -> bool:
        """Whether a longer span holds this one."""
        outer = self._at[span[0]]
        return outer is not None and outer != span and outer[1] >= span[1]
