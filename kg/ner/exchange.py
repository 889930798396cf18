"""Sentences with other people's names in them, so that the tagger learns the frame and not the names."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator

from kg.ner.entity import Entity
from kg.ner.material import Piece

_HAN = (2, 3)
"""Lengths of the names that are exchanged; longer ones are foreign or of a minority, and built otherwise."""


class Exchange:
    """Makes names from the family and given names of the material, rare family names oftener than they occur."""

    def __init__(self, material: Iterable[Piece], surnames: Iterable[str], seed: int) -> None:
        known = frozenset(surnames)
        families: Counter[str] = Counter()
        given: Counter[str] = Counter()
        for piece in material:
            for start, end, label in piece.entities:
                name = piece.text[start:end]
                if label == "PERSON" and len(name) in _HAN and name[0] in known:
                    families[name[0]] += 1
                    given[name[1:]] += 1
        self._families = sorted(families)
        self._weights = [families[name] ** 0.5 for name in self._families]
        self._given = sorted(given)
        self._given_weights = [given[name] ** 0.5 for name in self._given]
        self._random = random.Random(seed)

    def _name(self) -> str:
        family = self._random.choices(self._families, self._weights)[0]
        return family + self._random.choices(self._given, self._given_weights)[0]

    def __call__(self, piece: Piece) -> Iterator[Piece]:
        """The piece with each Han name of two or three characters exchanged; nothing where it has none."""
        if not self._families:
            return
        parts: list[str] = []
        entities: list[Entity] = []
        at = length = 0
        names: dict[str, str] = {}
        for start, end, label in piece.entities:
            name = piece.text[start:end]
            if label == "PERSON" and len(name) in _HAN:
                name = names.setdefault(name, self._name())
            parts += [piece.text[at:start], name]
            length += start - at
            entities.append(Entity(length, length + len(name), label))
            length += len(name)
            at = end
        if names:
            yield Piece("".join([*parts, piece.text[at:]]), tuple(entities))
