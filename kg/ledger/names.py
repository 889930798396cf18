"""The mentions of one record: their ids, and what a reference in it points to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.model.mention import Kind, Mention, PlaceName, mention_id
from kg.model.names import fold, fold_person
from kg.model.record import Reference

PEOPLE: tuple[Kind, ...] = ("official", "person")


class Mentions:
    """Collects the mentions of an article, and finds them again by id or by folded name."""

    def __init__(self, article: str, day: str, home: PlaceName | None) -> None:
        self.found: dict[str, Mention] = {}
        self._article, self._day, self._home = article, day, home
        self._by_name: dict[tuple[str, str], str] = {}

    def add(self, kind: Kind, name: str, data: dict[str, Any], given: str | None = None) -> str:
        """A new mention; its id is the record's where it gives one."""
        folded = fold_person(name) if kind in PEOPLE else fold(name)
        made, ordinal = given or mention_id(self._article, kind, folded), 0
        while made in self.found:
            ordinal += 1
            made = mention_id(self._article, kind, folded, ordinal)
        self.found[made] = Mention(made, self._article, kind, name, folded, data, self._day, self._home)
        self._by_name.setdefault((kind, folded), made)
        return made

    def once(self, kind: Kind, key: str, name: str, data: dict[str, Any]) -> str:
        """The article's only mention of what `key` names; made where there is none yet."""
        made = mention_id(self._article, kind, key)
        if made not in self.found:
            folded = fold_person(name) if kind in PEOPLE else fold(name)
            self.found[made] = Mention(made, self._article, kind, name, folded, data, self._day, self._home)
            self._by_name.setdefault((kind, folded), made)
        return made

    def find(self, reference: Reference, *kinds: Kind) -> str | None:
        """What a reference points to: its own mention, else the first that bears its name, by order of kinds."""
        if reference.mention in self.found and self.found[reference.mention].kind in kinds:
            return reference.mention
        names = {kind: fold_person(reference.name) if kind in PEOPLE else fold(reference.name) for kind in kinds}
        return next((self._by_name[kind, name] for kind, name in names.items() if (kind, name) in self._by_name), None)

    def place(self, reference: Reference) -> str:
        """The mention of a place."""
        settled = reference.code or (f"in {reference.within}" if reference.within else "")
        data = {"code": reference.code, "within": reference.within}
        return self.once("place", f"{settled}\x1f{fold(reference.name)}", reference.name, data)

    def organization(self, name: str) -> str:
        """The mention of an organisation."""
        return self.once("organization", fold(name), name, {})


def place_name(place: Reference) -> list[str | None]:
    """A place as the data of a mention has it: `[name, code, within]`."""
    return [place.name, place.code, place.within]


def place_names(places: Iterable[Reference]) -> list[list[str | None]]:
    """Places as the data of a mention has them."""
    return [place_name(place) for place in places]
