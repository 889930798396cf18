"""A pair of nodes that may be one, for a person to decide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two nodes of a kind, how likely they are one (0 to 1), and why."""

    kind: str
    a: str
    b: str
    score: float
    reason: str
