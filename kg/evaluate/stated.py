"""One fact as one side of a comparison states it: what it is compared by, what it is shown as, where it is said."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from kg.evaluate.likeness import folded
from kg.model.record import Evidence, Fact, Reference


@dataclass(frozen=True, slots=True)
class Stated:
    """One fact of one side."""

    key: Hashable
    """Facts of two sides with the same key are the same fact."""
    shown: str
    """The fact for a reader."""
    terms: tuple[str, ...]
    """What to look for in the text, the most telling first."""
    fact: Fact | None = None
    """The part of the record that holds it, whose confidence is its own."""
    evidence: tuple[Evidence, ...] = ()
    """Of this very fact; empty in a gold answer."""


Side = list[Stated]
Comparison = tuple[str, Side, Side]
"""A metric, the facts of the gold, the facts found."""


def once(facts: Iterable[Stated]) -> Side:
    """The facts as a set: of those with one key, the first."""
    kept: dict[Hashable, Stated] = {}
    for fact in facts:
        kept.setdefault(fact.key, fact)
    return list(kept.values())


def whole(key: Hashable, shown: str, fact: Fact, *terms: str | None) -> Stated:
    """A fact that a part of the record is as a whole."""
    return Stated(key, shown, tuple(term for term in (*terms, shown) if term), fact, tuple(fact.evidence))


def linked(label: Hashable, owner: str, fact: Fact, reference: Reference, role: str = "") -> Stated:
    """A link of the fact under `label`, shown with its owner's name."""
    key = (label, role, folded(reference.name)) if role else (label, folded(reference.name))
    shown = f"{role} {reference.name}".strip()
    return Stated(key, f"{shown} — {owner}", (reference.name,), fact, tuple(reference.evidence))


def valued(label: Hashable, owner: str, fact: Fact, field: str, value: Hashable) -> Stated:
    """A plain value in a field of the fact under `label`, with the evidence that is the field's own."""
    shown = getattr(fact, field)
    said = tuple(one for one in fact.evidence if one.field == field)
    return Stated((label, value), f"{shown} — {owner}", (owner,), fact, said)
