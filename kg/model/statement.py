"""Statements: one fact as one article states it, the unit of provenance."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Scalar = str | int | float


@dataclass(frozen=True, slots=True)
class Statement:
    """`subject predicate object` or `subject predicate value`, in the words of one article.

    The predicate is a relationship type of the graph's schema (then there is an object) or the
    name of a property (then there is none).
    """

    article: str
    subject: str
    """Id of a mention of the article, or the article itself."""
    predicate: str
    object: str | None = None
    """Id of another mention of the article."""
    value: Scalar | None = None
    """The property's value; of a relationship, the object's name as written."""
    extra: dict[str, Any] = field(default_factory=dict)
    """What qualifies it: `status` of a post, `role`, `date` of a stage."""
    confidence: float = 1.0
    start: int | None = None
    """`start`, `end`, `quote` and `rule` are of the evidence; None where the record has none."""
    end: int | None = None
    quote: str | None = None
    rule: str | None = None
