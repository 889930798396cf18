"""The candidates of one name in an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.reading import Candidate


@dataclass(slots=True)
class Named:
    """All candidates of one name in an article; `plain` is the name as names are compared."""

    plain: str
    mentions: list[Candidate] = field(default_factory=list)
    features: set[str] = field(default_factory=set)
    confidence: float = 0.0
    joined: bool = False
    """Whether a shorter form was joined to it."""

    @property
    def first(self) -> Candidate:
        """Its first mention."""
        return self.mentions[0]

    @property
    def quoted(self) -> bool:
        """Whether it stands alone between quotation marks."""
        return self.first.rule in (patterns.QUOTED.id, patterns.NUMBERED.id)

    @property
    def is_known(self) -> bool:
        """Whether it is a known programme."""
        return self.first.rule == patterns.KNOWN.id

    @property
    def is_title(self) -> bool:
        """Whether it is the title of a document, between 《》."""
        return self.first.rule == patterns.DOCUMENT.id

    @property
    def is_document(self) -> bool:
        """Whether it names a document, with 《》 or without."""
        return self.is_title or self.first.kind == "document"

    @property
    def is_written(self) -> bool:
        """Whether it names a document or a plan, which may be about another initiative."""
        return self.is_document or self.first.kind == "plan"
