"""What has been told so far, and how one more meeting or visit goes into it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.annotate.events.dating import date_beside, undated
from kg.annotate.events.groups import Group
from kg.annotate.events.held import Introduction, during
from kg.annotate.events.joins import VISIT_PLACE
from kg.annotate.events.names import MeetingName
from kg.annotate.events.patterns import AT_NAME, ATTENDED, GUESTS, HELD, SAT_DOWN, TALKS, THIS
from kg.annotate.events.placing import place_beside
from kg.annotate.events.roles import ASIDE, Act, Reading
from kg.annotate.events.statements import MEETING, PEOPLE, Statement, full_width
from kg.annotate.events.thread import Event, Gathering, Journey, begins, resolve
from kg.annotate.events.visit_patterns import ACCOMPANIES
from kg.annotate.events.visits import Trip, places
from kg.annotate.layer import Layer, Link, MeetingEvent, PersonMention, VisitEvent

_WITHIN = re.compile(
    rf"(?:会上|会后|会前|现场|期间|活动[中期]|(?:在)?{MEETING}(?:上|还|期间|现场|中|结束后|后|前)?)[^。{PEOPLE}]*$"
)
_NEXT = re.compile(r"随后|会后|接着|之后|上午|下午|晚上|当天|当日|同日|日前|近日")
_AS_SUBJECT = re.compile(
    r"(?:并|还|又|也|主持|组织|紧急|立即|迅速|随后|分别|现场|将|今天|明天|当[天日晚]|上午|下午|晚上|就[^，]{1,40}|在[^，]{1,40}|于[^，]{1,20}|以[^，]{1,20}"
    r"|\d+[日月时]|先后|代表[^，]{1,20}|率[^，]{1,20}|一同|共同|联合)*"
)


def add(links: list[Link], people: Iterable[PersonMention], rule: str) -> None:
    """Link each of the people once."""
    for person in people:
        if all(link.name != person.name for link in links):
            links.append(Link(person.name, person.start, person.end, rule))


@dataclass(slots=True)
class Story:
    """The events of an article as far as it was read, in the order of the text."""

    layer: Layer
    leaders: frozenset[str] = frozenset()
    """Who leads the nation: quoted everywhere, so that words alone put him nowhere."""
    gatherings: list[Gathering] = field(default_factory=list)
    journeys: list[Journey] = field(default_factory=list)
    current: Event | None = None
    headline: list[tuple[Introduction, Statement]] = field(default_factory=list)
    """Meetings that the headline names."""
    unplaced: list[Act] = field(default_factory=list)
    """What people did before any event was told."""
    subject: tuple[PersonMention, ...] = ()
    """Who was spoken of last."""
    several: str | None = None
    """The kind of the visits, where several leaders go each their own way."""
    talks: tuple[Statement, re.Match[str]] | None = None
    """Talks on a visit (与…座谈) with which the last statement ended."""
    ceremony: Gathering | None = None
    """A ceremony within the current meeting that the last statement told of."""


def introduce(
    story: Story, reading: Reading, made: Introduction, now: Event | None, begun: dict[int, Gathering]
) -> Gathering | None:
    """Take in a meeting that a statement reports: a new one, or more of one told before; None if it is neither."""
    statement, name = reading.statement, made.name
    offset = statement.offset(made.verb)
    date = date_beside(story.layer, statement, max(offset, name.start) if made.rule == HELD.id else name.start, name)
    known = resolve(name, now, story.gatherings, loosely=made.rule == AT_NAME.id)
    if known is None and made.rule == AT_NAME.id and date is None and len(story.gatherings) == 1:
        known = story.gatherings[0] if story.gatherings[0].event.kind == name.kind else None
    if not _credible(story, reading, made, now, known, dated=date is not None):
        return None
    place = place_beside(story.layer, statement, offset, name)
    if known is None or begins(made, known, place, date[0] if date else None):
        event = MeetingEvent(
            name.start, name.end, made.rule, name.name, name.kind, confidence=0.9 if made.strong else 0.75
        )
        known = Gathering(event, [name], [statement], passing=made.passing and not name.bare)
        story.gatherings.append(known)
        if isinstance(now, Journey) and (name.bare or made.rule == TALKS.id or "座谈" in name.kind):
            known.trip = now
    else:
        known.call(name, sure=made.rule != AT_NAME.id)
    if known.event.date is None:
        if date and not (known.undated and len(date[0]) < len("2024-03-05")):
            known.event.date, known.event.fields["date"] = date
        known.undated = known.undated or (date is None and undated(story.layer, statement, offset))
    if place and not known.place_said:
        known.event.place, known.place_said = place, True
    begun[made.at] = known
    _hosts(reading, made, known)
    return known


def _credible(
    story: Story, reading: Reading, made: Introduction, now: Event | None, known: Gathering | None, *, dated: bool
) -> bool:
    """Whether a statement so worded reports a meeting, given what was told before it."""
    if made.rule == GUESTS.id:
        return dated and not story.gatherings and now is None and bool(reading.subjects)
    if made.rule == THIS.id:
        return not story.gatherings or known is not None
    if made.rule == AT_NAME.id and isinstance(now, Journey) and not (made.name.bare or dated):
        return PEOPLE in reading.view
    if made.rule == ATTENDED.id and isinstance(now, Journey) and made.name.generic:
        return False
    if made.rule == ATTENDED.id and not made.name.bare and not dated and story.gatherings and known is None:
        return False
    return dated or not (made.planned or made.loose)


def _hosts(reading: Reading, made: Introduction, gathering: Gathering) -> None:
    """Those who hold a meeting are there; at talks the guests too."""
    statement = reading.statement
    if made.rule == GUESTS.id:
        for index, sign in sorted(statement.signs.items()):
            if index < made.verb and isinstance(sign, Group):
                add(gathering.event.attendees, sign.people, made.rule)
    subject = reading.subject_before(made.verb)
    if (
        subject is None
        or made.rule not in (HELD.id, TALKS.id)
        or ASIDE.search(reading.view, max(0, subject - 10), subject)
    ):
        return
    between = reading.view[subject + 1 : made.verb]
    if "，" not in between or _AS_SUBJECT.fullmatch(between.rpartition("，")[2]):
        add(gathering.event.attendees, statement.group(subject).people, made.rule)
        add(gathering.hosts, statement.group(subject).people, made.rule)


def is_aside(story: Story, reading: Reading, made: Introduction, now: Event | None) -> bool:
    """Whether a meeting is only a part of the one told, or is named in passing, so that the report goes on about the other."""
    if during(reading.statement.code, made.at):
        return True
    if now is None:
        return False
    front = reading.view[: made.verb]
    if isinstance(now, Journey):
        return now.event.kind == "会见" and PEOPLE not in front
    if PEOPLE in front:
        return False
    if _WITHIN.match(front) and made.rule == HELD.id:
        return True
    dated = date_beside(story.layer, reading.statement, reading.statement.offset(made.verb), made.name) is not None
    return made.strong and not made.name.bare and not dated and not _NEXT.search(front)


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
    if trip.severally and len(group.people) > 1 and trip.kind != "会见":
        story.several = trip.kind
        return None
    offset = statement.offset(trip.at)
    date = date_beside(story.layer, statement, offset, None)
    kind = kind or trip.kind
    known = next(
        (
            j
            for j in reversed(story.journeys)
            if j.led_by(group.people) and (j.event.kind == "会见") == (kind == "会见")
        ),
        None,
    )
    if known is None:
        event = VisitEvent(group.start, statement.offset(trip.end - 1) + 1, trip.rule, kind, confidence=0.85)
        known = Journey(event, [statement])
        story.journeys.append(known)
        apart = group.parts[1] if trip.mutual and len(group.parts) > 1 else len(group.people)
        add(event.leaders, group.people[:apart], trip.rule)
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
