"""Gives people their part in an event."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.events.roles import Act
from kg.annotate.events.thread import Gathering
from kg.annotate.layer import Link, PersonMention


def add(links: list[Link], people: Iterable[PersonMention], rule: str) -> None:
    """Link each of the people once."""
    for person in people:
        if all(link.name != person.name for link in links):
            links.append(Link(person.name, person.start, person.end, rule))


def take(gathering: Gathering, act: Act, quoted: frozenset[str] = frozenset()) -> None:
    """Give the people of an act their part, save those of `quoted` who are not known to be there."""
    meeting = gathering.event
    lists = {"chair": meeting.chairs, "call": gathering.callers, "speak": meeting.speakers}
    there = {link.name for link in (*meeting.chairs, *meeting.attendees)}
    people = [person for person in act.people if person.name in there or person.name not in quoted]
    add(lists.get(act.role, meeting.attendees), people, act.rule)
