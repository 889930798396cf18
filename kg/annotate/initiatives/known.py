"""Known programmes of the nation and the provinces, found however the text quotes them."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import ahocorasick

from kg.lexicon import load

QUOTES = "“”‘’「」『』\"'《》〈〉"
"""Marks that a name may wear or shed: 农村“三变”改革, 农村三变改革."""

_BLANKS = " \t\n\u3000"
_BARE = str.maketrans("", "", QUOTES + _BLANKS)


def bare(name: str) -> str:
    """A name without quotation marks and blanks, as names are compared."""
    return name.translate(_BARE)


@dataclass(frozen=True, slots=True)
class Known:
    """A known programme in a text: `kind` and `owner` (canonical name of a division) from the lexicon."""

    start: int
    end: int
    name: str
    kind: str
    owner: str


@functools.cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name, value in load("initiative_known").table.items():
        automaton.add_word(bare(name), (len(bare(name)), bare(name), *value.split(" ")))
    automaton.make_automaton()
    return automaton


def known(text: str) -> list[Known]:
    """The known programmes named in `text`, the longest at each place, in order."""
    places = [i for i, char in enumerate(text) if char not in QUOTES and char not in _BLANKS]
    shed = "".join(text[i] for i in places)
    found: list[Known] = []
    for last, (length, name, kind, owner) in _automaton().iter(shed):
        start, end = places[last + 1 - length], places[last] + 1
        while found and found[-1].start >= start:
            found.pop()
        if not found or (found[-1].end < end and found[-1].end <= start):
            found.append(Known(start, end, name, kind, owner))
    return found
