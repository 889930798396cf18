"""The user dictionary: words of gazetteer and lexicons that go over the model's cuts.

A word joins what the model has cut, where both its edges are cuts already; it never cuts a word that
the model keeps whole. pkuseg's own user words do cut, and on news that is wrong more often than right:
上海市 in 上海|市委, 工作会 in 工作|会谈, 音乐节 in 音乐|节奏. Only long names of divisions cut too,
for which the model often finds no edges (七|台|河市, 长阳|铺镇).
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

import ahocorasick

from kg.lexicon import load
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.name_finder import surfaces

LEXICONS = ("ethnic_groups", "meeting_kinds", "ministries", "post_heads", "public_roles")
"""Lexicons whose entries are words, or set names that count as one."""

SHORTEST = 3
"""So many characters a word must have: 省长, 会议 need no dictionary, and shorter stems (长安) are in other words."""

SURE = 4
"""From so many characters on a division's full name also cuts."""

_ORGAN = "委"
"""市委, 县委 are words: a name in front of it gives its level word away (七台河|市委)."""


class UserWords:
    """Words known beforehand.

    Args:
        joining: Words that join what was cut.
        cutting: Words that cut too.
    """

    def __init__(self, joining: Iterable[str], cutting: Iterable[str] = ()) -> None:
        self._automaton: Any = ahocorasick.Automaton()
        for word in joining:
            self._automaton.add_word(word, (len(word), False))
        for word in cutting:
            self._automaton.add_word(word, (len(word), True))
        self._automaton.make_automaton()

    @classmethod
    @functools.cache
    def load(cls) -> UserWords:
        """The words of the gazetteer and the lexicons.

        Raises:
            LexiconError: One of them does not hold what it promises.
        """
        unclear = load("division_names_that_are_words")
        names = {
            name
            for name, surface in surfaces(Gazetteer.load()).items()
            if surface.kind != "stem" and len(name) >= SHORTEST and name not in unclear
        }
        joining = {word for lexicon in LEXICONS for word in load(lexicon).entries if len(word) >= SHORTEST}
        return cls(joining | names, {name for name in names if len(name) >= SURE})

    def __contains__(self, word: str) -> bool:
        return word in self._automaton

    def apply(self, text: str, starts: bytearray) -> None:
        """Take the cuts in `starts` (1 where a word begins, or the text ends) out of, and put them around, the words.

        Leftmost longest, as pkuseg does it.
        """
        if not len(self._automaton):
            return
        for last, (length, cuts) in self._automaton.iter_long(text):
            start, end = last + 1 - length, last + 1
            edges = (start == 0 or starts[start]) and (end == len(text) or starts[end])
            if cuts and not edges and text[end : end + 1] == _ORGAN:
                end -= 1
            if edges or cuts:
                starts[start + 1 : end] = bytes(end - start - 1)
                starts[start] = starts[end] = 1
