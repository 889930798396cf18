"""How characters stand in personal names and behind them: log odds against running text."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

from kg.lexicon import load

_WEAK = 0.25
"""Added to every count, so that an unseen character is unlikely and not impossible."""


@dataclass(frozen=True, slots=True)
class Characters:
    """Log odds (natural) of a character at a place in a name against its frequency in text."""

    surname: dict[str, float]
    only: dict[str, float]
    """As the whole given name."""
    first: dict[str, float]
    second: dict[str, float]
    behind: dict[str, float]
    """Right behind a name."""
    unseen: tuple[float, float, float]
    """For a character that the lexicon does not list: it is rare in text, and rare in names."""


@functools.cache
def characters() -> Characters:
    """The model of the lexicons `surnames` and `name_characters`."""
    counts = {char: [int(n) for n in row.split()] for char, row in load("name_characters").table.items()}
    sums = [sum(row[i] for row in counts.values()) for i in range(5)]
    size = len(counts)

    def odds(column: int) -> dict[str, float]:
        total = sums[column] + _WEAK * size
        return {
            char: math.log((row[column] + _WEAK) / total) - math.log((row[4] + 1) / sums[4])
            for char, row in counts.items()
        }

    names = {char: int(n) for char, n in load("surnames").table.items()}
    bearers = sum(names.values())
    surname = {
        char: math.log((n + 0.5) / bearers) - math.log((counts[char][4] if char in counts else 50) / sums[4])
        for char, n in names.items()
    }
    return Characters(surname, odds(0), odds(1), odds(2), odds(3), (0.6, 0.6, 0.6))
