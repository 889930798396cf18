"""The names found so far in one article, none across another."""

from __future__ import annotations

import bisect

from kg.annotate.layer import PersonMention


class Found:
    """Person mentions by their place in the text."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self.mentions: list[PersonMention] = []

    def add(self, mention: PersonMention) -> PersonMention | None:
        """Keep a mention; None where it would cross one that is kept already. The same span again gives the one kept."""
        i = bisect.bisect_left(self._starts, mention.start)
        if i < len(self.mentions) and self.mentions[i].start == mention.start and self.mentions[i].end == mention.end:
            return self.mentions[i]
        if i < len(self.mentions) and self.mentions[i].start < mention.end:
            return None
        if i and self.mentions[i - 1].end > mention.start:
            return None
        self._starts.insert(i, mention.start)
        self.mentions.insert(i, mention)
        return mention

    def at(self, start: int) -> PersonMention | None:
        """The mention that begins at `start`."""
        i = bisect.bisect_left(self._starts, start)
        return self.mentions[i] if i < len(self._starts) and self._starts[i] == start else None

    def before(self, offset: int) -> PersonMention | None:
        """The last mention that ends at or before `offset`."""
        i = bisect.bisect_right(self._starts, offset) - 1
        while i >= 0 and self.mentions[i].end > offset:
            i -= 1
        return self.mentions[i] if i >= 0 else None

    def crosses(self, start: int, end: int) -> bool:
        """Whether a mention overlaps `[start, end)`."""
        i = bisect.bisect_left(self._starts, end) - 1
        return i >= 0 and self.mentions[i].end > start
