"""Meetings and visits: two reports are of one event where place and date agree, and either the names
do and say more than a kind, or the kinds do and the chair or two people are shared."""

from __future__ import annotations

from collections import defaultdict

from kg.model.dates import bounds
from kg.model.mention import Mention, folded
from kg.model.record import Meeting, Visit
from kg.resolve.clusters import Clusters
from kg.resolve.context import Context, prefecture

_KIND_ALONE = 5
"""A name of so few characters says no more than a kind (座谈会, 推进会议)."""


def _dates_agree(a: str | None, b: str | None) -> bool:
    if not a or not b:
        return False
    (a1, a2), (b1, b2) = bounds(a), bounds(b)
    return (a1 <= b1 and b2 <= a2) or (b1 <= a1 and a2 <= b2)


def _names_agree(a: str | None, b: str | None) -> bool:
    a, b = folded(a or ""), folded(b or "")
    return min(len(a), len(b)) > _KIND_ALONE and (a in b or b in a)


def _people(event: Meeting | Visit) -> set[str]:
    links = [*event.chairs, *event.speakers, *event.attendees] if isinstance(event, Meeting) else [*event.leaders, *event.companions]
    return {folded(link.name) for link in links}


def _leads(event: Meeting | Visit) -> set[str]:
    return {folded(link.name) for link in (event.chairs if isinstance(event, Meeting) else event.leaders)}


def _kinds_agree(a: str | None, b: str | None) -> bool:
    a, b = folded(a or ""), folded(b or "")
    return bool(a and b) and (a.endswith(b) or b.endswith(a))


def same_event(a: Meeting | Visit, b: Meeting | Visit) -> bool:
    """Whether two reports from one place are of one event."""
    if not _dates_agree(a.date, b.date):
        return False
    if isinstance(a, Meeting) and isinstance(b, Meeting) and _names_agree(a.name, b.name):
        return True
    shared = _people(a) & _people(b)
    return _kinds_agree(a.kind, b.kind) and bool(_leads(a) & _leads(b) or len(shared) >= 2)


def join_events(found: list[tuple[Mention, Meeting | Visit, Context]], clusters: Clusters) -> None:
    """Join reports within a prefecture and year that are of one event."""
    groups: dict[tuple[str, str, str], list[tuple[Mention, Meeting | Visit]]] = defaultdict(list)
    for mention, event, context in found:
        if not event.date:
            continue
        place = context.division(event.place) if isinstance(event, Meeting) else None
        region = prefecture(place.code if place else context.home)
        first, last = bounds(event.date)
        for year in range(first.year, last.year + 1):
            groups[mention.kind, region, str(year)].append((mention, event))
    for members in groups.values():
        members.sort(key=lambda one: one[0].id)
        for i, (a, one) in enumerate(members):
            for b, other in members[i + 1 :]:
                if a.article != b.article and same_event(one, other):
                    clusters.join(a.id, b.id)
