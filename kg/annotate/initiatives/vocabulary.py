"""The words of the initiative lexicons in a text, found in one pass."""

from __future__ import annotations

import bisect
import functools
import itertools
from dataclasses import dataclass, field
from typing import NamedTuple

import ahocorasick

from kg.lexicon import load

FUNCTION = frozenset("的在对把将以为和与及暨等是由从向就并要该了被让使也都还又再已于至")
"""Single characters that part phrases, where no protected word holds them."""

JOINS = frozenset("和与及、暨")
"""Of these, the ones that join what may be parts of one name."""


class Word(NamedTuple):
    """A lexicon's word in a text; `value` is what its lexicon says of it. A tuple, as they are many: one for every seven characters."""

    start: int
    end: int
    value: str


@dataclass(slots=True)
class Words:
    """What one pass found. Words inside a protected word are left out."""

    heads: list[Word] = field(default_factory=list)
    """Head nouns, the longest ending at a place, in order; `value` is the kind."""
    openers: dict[int, Word] = field(default_factory=dict)
    """Words behind which a name may begin, by the offset of their end; `value` is the strength."""


@functools.cache
def _automaton() -> ahocorasick.Automaton:
    tags: dict[str, list[tuple[str, str]]] = {}
    for lexicon in ("heads", "openers"):
        for word, value in load(f"initiative_{lexicon}").table.items():
            tags.setdefault(word, []).append((lexicon, value))
    for word in load("initiative_protected").entries:
        tags.setdefault(word, []).append(("protected", ""))
    for char in FUNCTION:
        tags.setdefault(char, []).append(("openers", "join" if char in JOINS else "plain"))
    automaton = ahocorasick.Automaton()
    for word, values in tags.items():
        automaton.add_word(word, (len(word), values))
    automaton.make_automaton()
    return automaton


def words(text: str) -> Words:
    """The head nouns and openers of `text`."""
    heads: dict[int, Word] = {}
    openers: dict[int, Word] = {}
    ends: dict[int, int] = {}
    """The furthest end of a protected word or head, by its start."""
    for last, (length, values) in _automaton().iter(text):
        start, end = last + 1 - length, last + 1
        for tag, value in values:
            found = heads if tag == "heads" else openers
            if tag != "openers":
                ends[start] = max(end, ends.get(start, 0))
            if tag != "protected" and (end not in found or found[end].start > start):
                found[end] = Word(start, end, value)
    starts = sorted(ends)
    reach = list(itertools.accumulate((ends[start] for start in starts), max, initial=0))
    """`reach[i]`: how far the first `i` protected words and heads go."""

    def free(word: Word) -> bool:
        before = reach[bisect.bisect_left(starts, word.start)]
        return before < word.end and ends.get(word.start, 0) <= word.end

    return Words(
        [heads[end] for end in sorted(heads) if free(heads[end])],
        {end: word for end, word in openers.items() if free(word)},
    )
