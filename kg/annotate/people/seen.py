"""What the NER saw of people, and how much it says for or against a reading of the rules.

The one place where the two are brought together. A tagger knows frames that no rule lists, and names without a
known family name; it stops short of rare given names, and takes brands and storms for people. So it decides
between readings, it adds readings where a rule expects a name, and what it alone saw is kept only where
something else in the text speaks for it (`kg.annotate.people.unruled`).
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from kg.annotate.layer import Mention
from kg.annotate.people.followers import ends_here
from kg.annotate.people.readings import Reading

AGREES = 2.0
"""Log odds that the tagger's very span adds to a reading."""
SILENT = -1.0
"""What it takes that a tagger, which finds nearly all names, saw none here."""
INSIDE = -6.0
"""What it takes that a reading begins within a body or place that the tagger saw, or lies in it (县长 in 湖口县|长江岸线)."""
_ALONE = 3.0
"""Of a span that only the tagger takes for a name, before what follows it is looked at."""


_DOUBT_LEFT, _TRUST_LEFT = 0.5, 0.85
"""Of a rule's doubt where the tagger agrees, of its confidence where it does not."""


class Seen:
    """The entities of one article.

    Args:
        people: Names, in order.
        others: Bodies and places, in order.
        active: Whether a NER ran at all; without one nothing is said for or against a reading.
    """

    def __init__(self, people: Sequence[Mention], others: Sequence[Mention], *, active: bool) -> None:
        self.people = people
        self._spans = {(m.start, m.end) for m in people}
        self._at = {m.start: m.end for m in people}
        self._to = {m.end: m.start for m in people}
        self._others = others
        self._starts = [m.start for m in others]
        self._active = active

    def at(self, start: int) -> Mention | None:
        """The name that the tagger saw begin at `start`."""
        end = self._at.get(start)
        return None if end is None else self.people[bisect.bisect_left(self.people, start, key=lambda m: m.start)]

    def agrees(self, start: int, end: int) -> bool:
        """Whether the tagger saw this very span as a name."""
        return (start, end) in self._spans

    def value(self, reading: Reading) -> float:
        """Log odds for (above zero) or against a reading."""
        if not self._active:
            return 0.0
        if self.agrees(reading.start, reading.end):
            return AGREES
        if self._within_other(reading.start, reading.end):
            return INSIDE
        return 0.0 if reading.start in self._at or reading.end in self._to else SILENT

    def confidence(self, prior: float, start: int, end: int) -> float:
        """A rule's confidence in a name, with what the tagger says of it: more where it saw the same, less where not."""
        if not self._active:
            return prior
        return round(1 - _DOUBT_LEFT * (1 - prior) if self.agrees(start, end) else prior * _TRUST_LEFT, 2)

    def beginning(self, text: str, start: int) -> Reading | None:
        """The name that the tagger saw begin at `start`."""
        end = self._at.get(start)
        return None if end is None else Reading(start, end, _ALONE + ends_here(text, end), "tagged")

    def ending(self, text: str, end: int) -> Reading | None:
        """The name that the tagger saw end at `end`."""
        start = self._to.get(end)
        return None if start is None else Reading(start, end, _ALONE + ends_here(text, end), "tagged")

    def _within_other(self, start: int, end: int) -> bool:
        i = bisect.bisect_right(self._starts, start) - 1
        return i >= 0 and self._others[i].end > start and (self._starts[i] < start or self._others[i].end >= end)
