"""Votes to labelled articles, in the form that the name tagger is trained on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.ner.silver.bodies import bodies
from kg.ner.silver.corpus import known_names, words
from kg.ner.silver.forms import CHINESE
from kg.ner.silver.people import NEEDED, elect, remembered
from kg.ner.silver.votes import Span, Votes, crosses

_SHORT = {"PERSON": "PER", "ORG": "ORG", "LOC": "LOC"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its entities (start, end, PER | ORG | LOC) and the spans in doubt, both in order.

    Sentences that hold a span in doubt are to be left out of training.
    """

    id: str
    published_on: str | None
    text: str
    entities: tuple[tuple[int, int, str], ...]
    doubt: tuple[Span, ...]

    def dump(self, teachers: str) -> str:
        """One line of JSON; `teachers` says who voted."""
        line = {
            "id": self.id,
            "published_on": self.published_on,
            "text": self.text,
            "entities": self.entities,
            "doubt": self.doubt,
            "teachers": teachers,
        }
        return json.dumps(line, ensure_ascii=False)


def silver(articles: Callable[[], Iterable[Votes]]) -> Iterator[Labelled]:
    """The labelled articles, in their order.

    Args:
        articles: Gives the votes from the start each time it is called: they are gone through four times,
            so that they need not lie in memory.
    """
    known = known_names(articles())
    ordinary = words(articles, known)
    for votes in articles():
        yield _label(votes, known, ordinary)


def _label(votes: Votes, known: frozenset[str], ordinary: frozenset[str]) -> Labelled:
    text = votes.text
    election = elect(votes)
    people = [span for span in remembered(votes, election, known) if text[span[0] : span[1]] not in ordinary]
    others, doubt = bodies(votes, people)
    taken = [*people, *((mark.start, mark.end) for mark in others)]
    # LAC alone on a person is right half of the time, and so are two on a string of an unlikely form.
    leading = set(votes.people()[0])
    doubt += [
        span
        for span, count in election.rejected
        if (count >= NEEDED or span in leading)
        and CHINESE.fullmatch(text, *span)
        and text[span[0] : span[1]] not in ordinary
        and not any(crosses(span, other) for other in taken)
    ]
    entities = sorted([*((start, end, "PERSON") for start, end in people), *others])
    return Labelled(
        votes.id,
        votes.published_on,
        text,
        tuple((start, end, _SHORT[label]) for start, end, label in entities),
        tuple(sorted(set(doubt))),
    )
