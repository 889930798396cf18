"""How one more visit, or the talks on it, go into what was told so far."""

from __future__ import annotations

import re

from kg.annotate.events.dating import apart, date_beside, undated
from kg.annotate.events.joins import VISIT_PLACE
from kg.annotate.events.links import add
from kg.annotate.events.names import MeetingName
from kg.annotate.events.patterns import SAT_DOWN
from kg.annotate.events.roles import Reading
from kg.annotate.events.statements import Statement, full_width
from kg.annotate.events.story import Story
from kg.annotate.events.thread import Gathering, Journey
from kg.annotate.events.visit_patterns import ACCOMPANIES
from kg.annotate.events.visits import Trip, places
from kg.annotate.layer import Link, MeetingEvent, VisitEvent


def sit_down(story: Story, trip: Journey, statement: Statement, match: re.Match[str]) -> Gathering:
    """The talks with which the last statement ended, as a meeting of the visit."""
    start = statement.offset(match.start("kind"))
    name = MeetingName(start, start + len(match["kind"]), match["kind"], match["kind"])
    event = MeetingEvent(name.start, name.end, SAT_DOWN.id, name.name, name.kind, confidence=0.75)
    known = Gathering(event, [name], [statement], trip=trip)
    story.gatherings.append(known)
    story.talks = None
    return known


def travel(story: Story, reading: Reading, trip: Trip, *, kind: str | None = None) -> Journey | None:
    """Take in a visit that a statement reports: a new one, or more of one by the same leaders."""
    statement = reading.statement
    group = statement.group(trip.subject)
    severally = trip.severally and len(group.people) > 1 and trip.kind != "会见"
    if severally:
        story.several = trip.kind
        story.apart.update(person.name for person in group.people)
    offset = statement.offset(trip.at)
    date = date_beside(story.layer, statement, offset, None)
    kind = kind or trip.kind
    known = next(
        (
            j
            for j in reversed(story.journeys)
            if j.led_by(group.people)
            and (j.event.kind == "会见") == (kind == "会见")
            and not (date and j.event.date and apart(date[0], j.event.date))
        ),
        None,
    )
    if known is not None and known.severally and len(group.people) < len(known.event.leaders):
        story.journeys.remove(known)
        known = None
    if known is None:
        event = VisitEvent(group.start, statement.offset(trip.end - 1) + 1, trip.rule, kind, confidence=0.85)
        known = Journey(event, [statement], severally=severally)
        story.journeys.append(known)
        add(event.leaders, group.people, trip.rule)
        if date:
            event.date, event.fields["date"] = date
        known.undated = date is None and undated(story.layer, statement, offset)
    add(
        known.event.companions, (p for p in reading.led.get(trip.subject, ()) if not known.led_by((p,))), ACCOMPANIES.id
    )
    if trip.where and kind != "会见":
        begin, end = (statement.offset(index) for index in trip.where)
        for first, last in places(full_width(story.layer.article.text)[begin:end]):
            written = story.layer.article.text[begin + first : begin + last]
            known.event.places.append(Link(written, begin + first, begin + last, VISIT_PLACE.id))
    return known
