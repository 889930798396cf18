"""Counts of right, wrong and missed for one metric."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """Right, extra and missed items, with where the wrong ones stand."""

    right: int = 0
    missed: list[tuple[str, Hashable]] = field(default_factory=list)
    extra: list[tuple[str, Hashable]] = field(default_factory=list)

    def count(self, where: str, gold: Iterable[Hashable], found: Iterable[Hashable]) -> None:
        """Compare two collections as multisets."""
        wanted, had = Counter(gold), Counter(found)
        self.right += (wanted & had).total()
        self.missed += [(where, item) for item in (wanted - had).elements()]
        self.extra += [(where, item) for item in (had - wanted).elements()]

    @property
    def gold(self) -> int:
        """How many the gold has."""
        return self.right + len(self.missed)

    @property
    def found(self) -> int:
        """How many were found."""
        return self.right + len(self.extra)

    @property
    def precision(self) -> float:
        """Of those found, the share that is right; 1 if none was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of the gold, the share that was found; 1 if there is none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0
