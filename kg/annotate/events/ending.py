"""What is settled once the whole report is read: the meetings, complete."""

from __future__ import annotations

from kg.annotate.events.dating import apart, lead_date
from kg.annotate.events.implied import implied
from kg.annotate.events.joins import FROM_VISIT
from kg.annotate.events.links import take
from kg.annotate.events.story import Story
from kg.annotate.events.thread import Gathering, matches
from kg.annotate.events.visit_patterns import LED_BY
from kg.annotate.layer import Link, MeetingEvent


def finish(story: Story) -> list[Gathering]:
    """The meetings, complete, in the order of the text; that of the headline where the body names none."""
    if not story.gatherings:
        for made, statement in (pair for pair in story.headline if pair[0].strong):
            name = made.name
            event = MeetingEvent(name.start, name.end, made.rule, name.name, name.kind, confidence=0.6)
            story.gatherings.append(Gathering(event, [name], [statement]))
            break
    for made, _ in story.headline:
        known = next((g for g in story.gatherings if not made.name.bare and matches(made.name, g)), None)
        if known is not None and made.name not in known.names:
            known.names.append(made.name)
    if (meant := implied(story)) is not None:
        story.gatherings.insert(0, meant)
    elif _only(story):
        for act, _ in story.unplaced:
            take(story.gatherings[0], act)
    for gathering in story.gatherings:
        _complete(gathering)
    return story.gatherings


def _only(story: Story) -> bool:
    """Whether the report tells of one meeting, and of visits only after it: what people did before it was named is its own."""
    if len(story.gatherings) != 1 or story.gatherings[0].passing:
        return False
    meeting, begun = story.gatherings[0].event, story.gatherings[0].told[0].start
    first = next((statement for _, statement in story.unplaced), None)
    day = lead_date(story.layer, [first]) if first else None
    if day and day.value and meeting.date and apart(day.value, meeting.date):
        return False
    return all(journey.told[0].start > begun for journey in story.journeys)


def _complete(gathering: Gathering) -> None:
    """Callers chair where nobody else does; speakers and those on its visit were there; chairs are no attendees."""
    meeting = gathering.event
    meeting.chairs = meeting.chairs or list(gathering.callers)
    on_visit: list[Link] = []
    if gathering.trip:
        visit = gathering.trip.event
        on_visit = [*visit.leaders, *(link for link in visit.companions if link.rule != LED_BY.id)]
    kept: dict[str, Link] = {link.name: link for link in meeting.attendees}
    for link in on_visit:
        kept.setdefault(link.name, Link(link.name, link.start, link.end, FROM_VISIT.id))
    for link in (*gathering.callers, *meeting.speakers):
        kept.setdefault(link.name, link)
    chairs = {link.name for link in meeting.chairs}
    meeting.attendees = [link for link in kept.values() if link.name not in chairs]
