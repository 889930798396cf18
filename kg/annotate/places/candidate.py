"""A stretch of text that may name a division, before anybody knows whether it does and which."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from kg.lexicon import load
from kg.lexicon.division import Division
from kg.lexicon.name_finder import Surface


@dataclass(slots=True)
class Candidate:
    """A form of a division's name at `text[start:end]`, with the divisions that bear it at the article's time."""

    start: int
    end: int
    surface: Surface
    divisions: list[Division]
    sure: bool
    """Whether it is a division's name whatever the article is about."""
    context: bool = False
    """Whether the words around it want a place."""
    outlet: bool = False
    """Whether it begins the name of a newspaper or station."""
    listed: bool = False
    """Whether only the list in which it stands makes it sure, so that it says little of what the article is about."""
    behind: Division | None = None
    """The parent that stands right in front, and settles a shared name."""

    @property
    def stem(self) -> bool:
        """Whether it is a bare stem: 抚顺."""
        return self.surface.kind == "stem"

    @property
    def customary(self) -> bool:
        """Whether it is a short form of two characters that ends in its level word: 锡盟, 巴州."""
        return self.surface.kind == "levelled" and len(self.surface.text) == 2 and self.surface.text[1] in "盟州旗"


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load(name).entries)


def is_word(surface: Surface) -> bool:
    """Whether the form is also a common word or a given name."""
    return surface.text in _words(
        "place_stems_that_are_words" if surface.kind == "stem" else "division_names_that_are_words"
    )


def stays_a_word(c: Candidate) -> bool:
    """Whether the stem is a word of everyday prose even right behind what its division lies in: 广西资源丰富."""
    return c.surface.text in _words("place_stems_that_are_plain_words")
