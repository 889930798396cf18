"""What articles disagree on, for people to look at: nothing here changes the graph."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass

from kg.graph.said import said
from kg.ledger import Ledger

_DISPUTED = ("kind", "date", "investment_cny", "stage")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A property of a node to which articles give several values."""

    label: str
    node: str
    property: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    """Each value with the ids of the articles that give it, by value."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two people whom articles call the holder of an exclusive post over days that overlap."""

    post: str
    people: tuple[str, str]
    first: str
    """First and last day of the overlap, ISO."""
    last: str


def disagreements(ledger: Ledger) -> list[Disagreement]:
    """All properties on which articles disagree, by label, node and property."""
    marks = ",".join("?" * len(_DISPUTED))
    query = (
        f"SELECT unit, predicate, value, article FROM statement WHERE predicate IN ({marks}) AND unit IN"
        f" (SELECT unit FROM statement WHERE predicate IN ({marks}) AND unit IS NOT NULL GROUP BY unit, predicate HAVING count(DISTINCT value) > 1)"
    )
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for unit, predicate, value, article in ledger.db.execute(query, _DISPUTED * 2):
        written = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
        found[unit, predicate][written].add(article)
    made = []
    for (unit, predicate), values in found.items():
        if len(values) > 1:
            _, label, node = unit.split("|")
            made.append(
                Disagreement(
                    label,
                    node,
                    predicate,
                    tuple((value, tuple(sorted(articles))) for value, articles in sorted(values.items())),
                )
            )
    return sorted(made, key=lambda one: (one.label, one.node, one.property))


def rival_holders(ledger: Ledger) -> list[Rivals]:
    """Pairs of holders of one exclusive post who are seen in it at one time, by post and people."""
    made = []
    for (unit,) in ledger.db.execute(
        "SELECT DISTINCT unit FROM statement WHERE unit >= 'holders|' AND unit < 'holders}'"
    ).fetchall():
        days: dict[str, list[str]] = defaultdict(list)
        for one in said(ledger.db, unit):
            if one.day and one.extra.get("status", "current") == "current":
                days[one.subject].append(one.day)
        people = sorted(days)
        for person, other in itertools.combinations(people, 2):
            first, last = max(days[person][0], days[other][0]), min(days[person][-1], days[other][-1])
            if first <= last:
                made.append(Rivals(unit.split("|")[1], (person, other), first, last))
    return sorted(made, key=lambda one: (one.post, one.people))
