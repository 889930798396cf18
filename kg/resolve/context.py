"""An article as identity is settled on it: its record, its day, its places as keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from kg.lexicon.division import Division
from kg.lexicon.gazetteer import Gazetteer
from kg.model.dates import bounds
from kg.model.mention import Mention, folded, mention_id
from kg.model.record import ArticleRecord, Reference

NATION = "100000"


@dataclass(frozen=True)
class Context:
    """One record with what the gazetteer knows of its places."""

    record: ArticleRecord
    gazetteer: Gazetteer = field(repr=False)

    @cached_property
    def seen(self) -> str:
        """Last day of the publication date, in ISO form; empty without one."""
        return bounds(self.record.published_on)[1].isoformat() if self.record.published_on else ""

    @cached_property
    def home(self) -> str:
        """Code of the article's division; empty where it has none."""
        division = self.division(self.record.place)
        return division.code if division else ""

    def division(self, place: Reference | None) -> Division | None:
        """The division that a reference names: by its code, else by its name where only one bears it, or one near the home."""
        if place is None:
            return None
        if place.code:
            return self.gazetteer.by_code(place.code)
        found = [d for d in self.gazetteer.lookup(place.name) if d.level != "town" or self._near(d)]
        near = [d for d in found if self._near(d)]
        chosen = near or found
        return chosen[0] if len(chosen) == 1 else None

    def _near(self, division: Division) -> bool:
        own = self.record.place
        code = own.code if own else None
        if own and not code:
            bearers = [d for d in self.gazetteer.lookup(own.name) if d.level != "town"]
            code = bearers[0].code if len(bearers) == 1 else None
        return bool(code) and division.code[:4] == (code or "")[:4]

    def place_key(self, place: Reference) -> str:
        """Lineage of a division; else its name within the prefecture of the article."""
        division = self.division(place)
        return division.lineage if division else f"{folded(place.name)}@{prefecture(self.home)}"

    def mention(self, kind: str, name: str, given: str | None, ordinal: int = 0) -> Mention:
        """The mention of a thing of this record; its id is made where the record has none."""
        return Mention(given or mention_id(self.record.id, kind, name, ordinal), self.record.id, kind, name, self.seen)


def prefecture(code: str) -> str:
    """The prefecture's code of a division's, the province's for one above it or in a municipality."""
    if not code or code == NATION:
        return code
    return code[:4] + "00"


def contains(outer: str, inner: str) -> bool:
    """Whether the division of one code is, or holds, that of the other."""
    if outer in (NATION, inner):
        return True
    if not outer or not inner or inner == NATION:
        return False
    stem = outer[:6].rstrip("0") if len(outer) == 6 else outer
    stem = stem if len(stem) % 2 == 0 else stem + "0"
    return inner.startswith(stem)
