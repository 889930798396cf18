"""Spells of a post: when someone is seen to hold it, from when to when."""

from __future__ import annotations

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from kg.graph.delta import Node, Relationship, Value
from kg.graph.links import Outlets, read_properties
from kg.graph.said import Said, best, evidence, hashed, seen

GAP_MONTHS = 24
"""A longer silence ends a spell."""


def holders(
    statements: Sequence[Said], outlets: Outlets, *, exclusive: bool, with_evidence: bool
) -> tuple[list[Node], list[Relationship]]:
    """The spells of everyone who held a post, of statements about that post alone.

    Args:
        statements: Of one post (of one person and post, where it is not exclusive), the earliest article first.
        exclusive: One person holds it at a time, so that another's holding it parts two spells.
        with_evidence: Give the facts with the articles that state them.
    """
    by_person: dict[str, list[Said]] = defaultdict(list)
    for one in statements:
        by_person[one.subject].append(one)
    current = {
        person: sorted({one.day for one in said if _status(one) == "current" and one.day})
        for person, said in by_person.items()
    }
    nodes: list[Node] = []
    relationships: list[Relationship] = []
    for person, said in by_person.items():
        others = sorted(day for other, days in current.items() if other != person for day in days) if exclusive else []
        for spell in _spells(said, current[person], others):
            made = _relationship(spell, outlets)
            relationships.append(made)
            if with_evidence:
                fact, states = evidence(made.id, "HOLDS", None, [(_value(one), one) for one in spell])
                nodes += fact
                relationships += states
    return nodes, relationships


def _status(one: Said) -> str:
    return str(one.extra.get("status", "current"))


def _value(one: Said) -> str:
    status = _status(one)
    return str(one.value) if status == "current" else f"{one.value} ({status})"


def _spells(said: list[Said], days: list[str], others: list[str]) -> list[list[Said]]:
    """Statements parted into spells: by the days on which articles call the post current."""
    starts = [day for before, day in zip(["", *days], days, strict=False) if not before or _parted(before, day, others)]
    if len(starts) < 2:
        return [said]
    spells: list[list[Said]] = [[] for _ in starts]
    for one in said:
        # What an undated article says goes with the first spell. A look back goes with the last spell
        # begun before it, a nomination with the first one that begins after it.
        at = max(bisect.bisect_right(starts, one.day) - 1, 0)
        if _status(one) == "nominated" and one.day not in days:
            at = min(bisect.bisect_left(starts, one.day), len(starts) - 1)
        spells[at].append(one)
    return spells


def _parted(before: str, day: str, others: list[str]) -> bool:
    first, second = dt.date.fromisoformat(before), dt.date.fromisoformat(day)
    months = (second.year - first.year) * 12 + second.month - first.month - (second.day < first.day)
    if months > GAP_MONTHS or (months == GAP_MONTHS and second.day > first.day):
        return True
    at = bisect.bisect_right(others, before)
    return at < len(others) and others[at] < day


def _relationship(spell: list[Said], outlets: Outlets) -> Relationship:
    """One HOLDS, of the statements of a spell."""
    current = [one for one in spell if _status(one) == "current"]
    last = max((one.day for one in current), default="")
    ended = sorted(
        (one.day, one.published_on) for one in spell if _status(one) == "former" and one.published_on and one.day > last
    )
    until = sorted(one.extra["until"] for one in spell if one.extra.get("until"))
    first = spell[0]
    assert first.object is not None
    properties: dict[str, Value] = {**read_properties(spell, outlets), **seen(current)}
    if not current:
        for name in ("first_seen", "last_seen"):
            for part in (name, f"{name}_from", f"{name}_to"):
                properties.pop(part, None)
    properties["status"] = (
        "former"
        if ended or (not current and any(_status(one) == "former" for one in spell))
        else ("current" if current else "nominated")
    )
    if until or ended:
        properties["ended_by"] = until[0] if until else str(ended[0][1])
    if (quote := best(current)) is not None and quote.quote:
        properties["quote"] = quote.quote
    made = hashed("HOLDS", first.subject, first.object, first.article)
    return Relationship("HOLDS", made, ("Person", first.subject), ("Post", first.object), properties)
