"""Which division a shared or short name means: by the article's own division, and by what else it names."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.layer import PlaceMention
from kg.annotate.places.candidate import Candidate, is_word
from kg.annotate.places.patterns import BELOW, FULL, LEVELLED, SHARED, STEM
from kg.lexicon.division import Division
from kg.lexicon.gazetteer import MUNICIPALITIES, Gazetteer

_RANK = {"nation": 0, "province": 1, "prefecture": 2, "county": 3, "town": 4}
_FAR = 99


class Company:
    """How near each division is to what the article is about."""

    def __init__(
        self, gazetteer: Gazetteer, home: Division | None, named: Iterable[Candidate], on: str | None = None
    ) -> None:
        self._gazetteer = gazetteer
        self.on = on
        """The article's date: parents are those of its time."""
        self.own = [home, *gazetteer.parents(home, on)] if home else []
        self._near: dict[str, int] = {}
        for distance, division in enumerate(self.own):
            self._near.setdefault(division.code, distance)
        self.said: set[str] = set()
        """Codes of divisions that the text names for sure, and of those that they lie in."""
        for c in named:
            if c.sure and len(c.divisions) == 1:
                for division in (c.divisions[0], *gazetteer.parents(c.divisions[0], on)):
                    self.said.add(division.code)
        self.full = {d.code for c in named if c.sure and not c.stem for d in c.divisions}
        """Codes of divisions that stand in the text by their full name."""

    def distance(self, division: Division) -> int:
        """0 the article's own division, 1 what it lies in …; 10 and more where the text merely names its parent."""
        if division.code in self._near:
            return self._near[division.code]
        if division.code in self.said:
            return 4
        for steps, parent in enumerate(self._gazetteer.parents(division, self.on), 1):
            near = self._near.get(parent.code, _FAR)
            wide = parent.level == "province" and parent.code not in MUNICIPALITIES
            if near < _FAR and not wide:
                return 5 + steps + near
            if parent.code in self.said and not wide:
                return 10 + steps
            if near < _FAR or parent.code in self.said:
                return 20 + steps
        return _FAR

    def choose(self, divisions: list[Division]) -> list[Division]:
        """The nearest of some divisions; all of the nearest where several are equally near."""
        best = min(self.distance(d) for d in divisions)
        kept = [d for d in divisions if self.distance(d) == best]
        top = min(_RANK[d.level] for d in kept)
        return [d for d in kept if _RANK[d.level] == top]


def mention(
    gazetteer: Gazetteer,
    start: int,
    end: int,
    division: Division,
    rule: str,
    *,
    on: str | None,
    confidence: float = 0.95,
) -> PlaceMention:
    """A mention of a division, with what it lies in on the article's date."""
    parents = tuple(parent.name for parent in gazetteer.parents(division, on))
    return PlaceMention(start, end, rule, division.name, division.level, division.code, parents, confidence=confidence)


def leave_open(gazetteer: Gazetteer, place: PlaceMention, divisions: list[Division], on: str | None) -> None:
    """Take the code from a mention that several divisions may be, and say which."""
    lines = [gazetteer.parents(d, on) for d in divisions]
    whole = ("".join(p.name for p in reversed(line)) + d.name for d, line in zip(divisions, lines, strict=True))
    shared = next((p for p in lines[0] if all(p in line for line in lines)), None)
    place.code, place.parents, place.open = None, (), "one of " + "、".join(whole)
    place.within = shared.code if shared else None


def settle(gazetteer: Gazetteer, c: Candidate, company: Company) -> PlaceMention | None:
    """The mention that a candidate makes; None where it is more likely a word or a person's name."""
    if not c.sure and not _about(gazetteer, c, company):
        return None
    kept = company.choose(c.divisions)
    if len(kept) > 1:
        shared = mention(gazetteer, c.start, c.end, kept[0], SHARED.id, on=company.on, confidence=0.6)
        leave_open(gazetteer, shared, kept, company.on)
        return shared
    rule = FULL if c.surface.text == kept[0].name else STEM if c.stem else LEVELLED
    rule = BELOW if c.behind else rule
    return mention(gazetteer, c.start, c.end, kept[0], rule.id, on=company.on, confidence=0.95 if c.sure else 0.85)


def _about(gazetteer: Gazetteer, c: Candidate, company: Company) -> bool:
    """Whether the article is about one of the divisions that a doubtful form may mean."""
    nearest = min(company.choose(c.divisions), key=company.distance)
    distance = company.distance(nearest)
    if not c.stem:
        # 城区, 道县: in an article about it or about what it lies in
        return distance < 3 or nearest.code in company.full or (c.context and distance < 9)
    if distance < 3:
        return True
    if is_word(c.surface):
        return c.context and (nearest.code in company.full or distance < 9)
    return nearest.code in company.full or (c.context and distance < 9)
