"""Collects what one article says: mentions under their ids, statements once each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.ledger.names import Mentions
from kg.model.dates import bounds
from kg.model.mention import PlaceName
from kg.model.record import ArticleRecord, Evidence, Fact, Reference
from kg.model.statement import Scalar, Statement


class Collected:
    """The mentions and statements of a record."""

    def __init__(self, record: ArticleRecord) -> None:
        day = bounds(record.published_on)[1].isoformat() if record.published_on else ""
        home = PlaceName(record.place.name, record.place.code) if record.place else None
        self.record = record
        self.mentions = Mentions(record.id, day, home)
        self._statements: dict[tuple[Any, ...], Statement] = {}

    @property
    def statements(self) -> list[Statement]:
        """In the order of the record."""
        return list(self._statements.values())

    def state(
        self,
        subject: str,
        predicate: str,
        evidence: Iterable[Evidence],
        confidence: float,
        object: str | None = None,
        value: Scalar | None = None,
        **extra: Any,
    ) -> None:
        """Note a statement with its first sentence; one that the article makes twice counts once."""
        said = next(iter(evidence), None)
        where = (said.start, said.end, said.quote, said.rule) if said else (None, None, None, None)
        extra = {name: value for name, value in extra.items() if value is not None}
        made = Statement(self.record.id, subject, predicate, object, value, extra, round(confidence, 4), *where)
        self._statements.setdefault((subject, predicate, object, value, *sorted(extra.items())), made)

    def state_value(self, subject: str, name: str, value: Scalar | None, fact: Fact, **extra: Any) -> None:
        """State a property, where there is a value, with the sentence of its field."""
        if value is not None:
            own = [one for one in fact.evidence if one.field == name]
            self.state(subject, name, own or fact.evidence, fact.confidence, value=value, **extra)

    def state_link(self, subject: str, predicate: str, object: str | None, reference: Reference, fact: Fact) -> None:
        """State a relationship, where the reference points to something."""
        if object is not None:
            self.state(subject, predicate, reference.evidence or fact.evidence, fact.confidence, object, reference.name)
