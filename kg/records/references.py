"""Mention ids within one article, and the links that point to them."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.layer import Layer, Link
from kg.model.mention import mention_id
from kg.model.names import fold, fold_person
from kg.model.record import Reference
from kg.records.evidence import evidence

PEOPLE = ("official", "person")


class Mentions:
    """Hands out the ids of an article's mentions, and finds them again by name."""

    def __init__(self, article: str) -> None:
        self._article = article
        self._count: dict[tuple[str, str], int] = {}
        self._known: dict[tuple[str, str], str] = {}

    def add(self, kind: str, name: str) -> str:
        """A new id; the first mention of a kind and name is the one that links find."""
        folded = fold_person(name) if kind in PEOPLE else fold(name)
        ordinal = self._count.get((kind, folded), 0)
        self._count[kind, folded] = ordinal + 1
        made = mention_id(self._article, kind, folded, ordinal)
        self._known.setdefault((kind, name), made)
        return made

    def find(self, name: str, kinds: Iterable[str]) -> str | None:
        """The id of what bears the name, the first of the kinds that has one."""
        return next((self._known[kind, name] for kind in kinds if (kind, name) in self._known), None)


def reference(layer: Layer, link: Link, mentions: Mentions, kinds: Iterable[str] = ()) -> Reference:
    """A link of the layer as the record's reference, with its sentence."""
    return Reference(
        name=link.name,
        code=link.code,
        mention=mentions.find(link.name, kinds),
        evidence=[evidence(layer, link.start, link.end, link.rule)],
    )


def references(layer: Layer, links: Iterable[Link], mentions: Mentions, kinds: Iterable[str] = ()) -> list[Reference]:
    """Links as references, one a name, in order."""
    kept: dict[str, Reference] = {}
    for link in links:
        if link.name not in kept:
            kept[link.name] = reference(layer, link, mentions, kinds)
    return list(kept.values())
