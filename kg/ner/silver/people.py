"""The vote on persons, within one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kg.ner.silver.dotted import dotted_names
from kg.ner.silver.forms import PERSON
from kg.ner.silver.votes import Span, Votes, crosses

NEEDED = 2
"""Of three votes."""
_REMEMBERED = 3
"""Characters of a name whose other mentions are taken unseen: shorter strings are words too often."""


@dataclass(frozen=True, slots=True)
class Election:
    """Spans that were elected, and those that were proposed in vain, each with its votes; in order."""

    elected: tuple[Span, ...]
    rejected: tuple[tuple[Span, int], ...]


def elect(votes: Votes) -> Election:
    """Two of three for the exact span; a name with marks is one span; 龚正作 beside 龚正 is cut."""
    text, people = votes.text, votes.people()
    dotted = dict(dotted_names(text, people))
    ballots: Counter[Span] = Counter({span: count for span, count in dotted.items() if count})
    for spans in people:
        ballots.update(span for span in spans if not any(crosses(span, whole) for whole in dotted))
    fit = {span: count for span, count in ballots.items() if PERSON.fullmatch(text, *span)}
    elected = _apart(sorted((s for s, n in fit.items() if n >= NEEDED), key=lambda s: (-fit[s], s[0] - s[1], s)))
    chosen = set(elected)
    failed = [(span, count) for span, count in sorted(ballots.items()) if span not in chosen]
    return Election(_cut(text, elected, fit), tuple(failed))


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Of spans that cross, the first given."""
    kept: list[Span] = []
    for span in spans:
        if not any(crosses(span, other) for other in kept):
            kept.append(span)
    return sorted(kept)


def _cut(text: str, spans: list[Span], ballots: Mapping[Span, int]) -> tuple[Span, ...]:
    """Without the third character where the first two are a name here at least as often, and not all three say so."""
    often = Counter(text[start:end] for start, end in spans)

    def overlong(start: int, end: int) -> bool:
        if end - start != 3 or ballots[start, end] > NEEDED:
            return False
        return often[text[start : end - 1]] >= often[text[start:end]]

    return tuple((start, end - overlong(start, end)) for start, end in spans)


def remembered(votes: Votes, election: Election, known: Collection[str]) -> list[Span]:
    """The elected with the mentions that memory adds.

    Args:
        votes: On the article.
        election: What `elect` found.
        known: Names that several articles elected.
    """
    text = votes.text
    names = {text[start:end] for start, end in election.elected}
    people = list(election.elected)

    def take(span: Span) -> None:
        if not any(crosses(span, other) for other in people):
            people.append(span)

    for span, _ in election.rejected:
        if (name := text[span[0] : span[1]]) in names or (name in known and PERSON.fullmatch(name)):
            take(span)
    for name in sorted((name for name in names if len(name) >= _REMEMBERED), key=lambda name: (-len(name), name)):
        at = text.find(name)
        while at >= 0:
            take((at, at + len(name)))
            at = text.find(name, at + len(name))
    return sorted(people)
