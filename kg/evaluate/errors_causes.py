"""Why a fact is missed or extra, as far as the other facts of its document tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kg.evaluate.judged import Judged
from kg.evaluate.likeness import align, folded, likeness

Cause = Literal["near", "other kind", "owner", "absent", "alone"]
CAUSES: dict[Cause, str] = {
    "near": "one much like it stands on the other side",
    "other kind": "the other side has it under another metric",
    "owner": "what it belongs to is itself missed or extra",
    "absent": "its name is not in the text that was read",
    "alone": "nothing of the kind on the other side",
}
NEAR = 0.5
"""Likeness from which two facts of a metric are taken for one that went wrong."""


@dataclass(frozen=True, slots=True)
class Explained:
    """An error with its cause, and the fact of the other side that explains it."""

    error: Judged
    cause: Cause
    other: Judged | None = None


def explained(facts: Sequence[Judged], absent: set[int]) -> list[Explained]:
    """The errors among the facts of one document, in order.

    Args:
        facts: Of one document.
        absent: Indices of the missed ones whose names the text has nowhere.
    """
    counterparts = _near(facts)
    owners = {id(one.stated.fact) for one in facts if one.verdict != "right" and one.metric in ("meeting", "visit")}
    by_text: dict[str, list[Judged]] = defaultdict(list)
    for one in facts:
        if one.verdict != "right":
            by_text[folded(one.stated.shown)].append(one)
    found = []
    for i, one in enumerate(facts):
        if one.verdict == "right":
            continue
        owned = one.metric not in ("meeting", "visit") and id(one.stated.fact) in owners
        elsewhere = next((x for x in by_text[folded(one.stated.shown)] if x.verdict != one.verdict), None)
        if i in counterparts:
            found.append(Explained(one, "near", facts[counterparts[i]]))
        elif elsewhere:
            found.append(Explained(one, "other kind", elsewhere))
        else:
            found.append(Explained(one, "owner" if owned else "absent" if i in absent else "alone"))
    return found


def _near(facts: Sequence[Judged]) -> dict[int, int]:
    """For missed and extra facts of one metric that are much alike, each other's index."""
    sides: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i, one in enumerate(facts):
        if one.verdict != "right":
            sides[one.metric][one.verdict == "extra"].append(i)
    pairs: dict[int, int] = {}
    for missed, extra in sides.values():
        alike = align(missed, extra, lambda i, j: likeness(facts[i].stated.shown, facts[j].stated.shown), NEAR)
        for i, j in alike.items():
            pairs[missed[i]], pairs[extra[j]] = extra[j], missed[i]
    return pairs
