"""What the tagger sees of a character: its neighbours, and whether a title, a family name, a verb stands by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import ahocorasick

from kg.lexicon import load


@dataclass(frozen=True)
class Signs:
    """The word lists behind the features. They are kept with the model: it knows them as they were in training."""

    surnames: list[str]
    """Family names of one character."""
    compounds: list[str]
    """Family names of two and more."""
    titles: list[str]
    """Words that end a title, in front of a name or behind it."""
    verbs: list[str]
    """Words that follow a name."""

    @classmethod
    def of_lexicons(cls) -> Signs:
        """The lists as the lexicons have them now."""
        return cls(
            surnames=sorted(load("surnames").entries),
            compounds=sorted(load("compound_surnames").entries),
            titles=sorted({*load("post_heads").entries, *load("role_heads").entries}),
            verbs=sorted(load("name_followers").entries),
        )


def _automaton(words: Iterable[str]) -> Any:
    made = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    for word in words:
        made.add_word(word)
    made.make_automaton()
    return made


class Features:
    """Turns a piece of folded text into one list of features a character."""

    def __init__(self, signs: Signs) -> None:
        self._surnames = frozenset(signs.surnames)
        self._compounds = frozenset(signs.compounds)
        self._titles = _automaton(signs.titles)
        self._verbs = _automaton(signs.verbs)

    def __call__(self, piece: str) -> list[list[str]]:
        """Features of each character of `piece`: 14 to 18 short strings."""
        text = f"^^{piece}$$"
        surnames, compounds = self._surnames, self._compounds
        family = ["s" if c in surnames else "" for c in text]
        rows = [
            [
                "0" + c,
                "1" + b,
                "2" + d,
                "3" + a,
                "4" + e,
                "5" + a + b,
                "6" + b + c,
                "7" + c + d,
                "8" + d + e,
                "9" + b + d,
                "s" + s0 + "|" + s1 + "|" + s2 + "|" + s3,
            ]
            for a, b, c, d, e, s0, s1, s2, s3 in zip(
                text, text[1:], text[2:], text[3:], text[4:], family, family[1:], family[2:], family[3:], strict=False
            )
        ]
        for at in range(len(piece) - 1):
            if piece[at : at + 2] in compounds:
                for step, row in enumerate(rows[at : at + 4]):
                    row.append(f"c{step}")
        for last in sorted({last for last, _ in self._titles.iter(piece)}):
            for step, row in enumerate(rows[last : last + 5]):
                row.append(f"t{step}")
        for first in sorted({last + 1 - length for last, length in self._verbs.iter(piece)}):
            for step in range(5):
                if first >= step:
                    rows[first - step].append(f"v{step}")
        return rows
