"""`kg_events`: joins people to the meetings and visits that an article reports."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.events.business import conveners, hosted_by, topics
from kg.annotate.events.dating import lead_date
from kg.annotate.events.ending import finish
from kg.annotate.events.holders import (
    place_of_chair,
    place_of_conveners,
    place_of_home,
    place_of_hosts,
    place_of_visit,
)
from kg.annotate.events.joins import (
    DATE_OF_REPORT,
    PLACE_AT_VENUE,
    PLACE_HELD_IN,
    PLACE_OF_BEFORE,
    PLACE_OF_HOME,
    VISIT_PROJECT,
)
from kg.annotate.events.leaders import leaders
from kg.annotate.events.name_places import place_in_name
from kg.annotate.events.narrate import tell
from kg.annotate.events.statements import Statement, statements
from kg.annotate.events.story import Story
from kg.annotate.events.thread import Gathering, Journey
from kg.annotate.layer import Layer, Link, layer_of, show
from kg.lexicon.division import NATION

_RELAYED = re.compile(r"电视电话|视频|暨全[省市州区县]")
"""What makes a national meeting one that is followed in each division, or joined with its own."""


def _dated(layer: Layer, story: Story, told: list[Statement]) -> None:
    """Give an event without a date of its own that of the visit it belongs to, of the event before it, or of the lead."""
    events: list[Gathering | Journey] = [*story.journeys, *story.gatherings]
    first = next((statement for statement in told if not statement.title), None)
    lead = lead_date(layer, [statement for statement in told if not statement.title][:2])
    known = [event for event in events if event.event.date]
    for event in events:
        own = event.event
        if own.date or event.undated or (isinstance(event, Gathering) and event.passing and event.told[0] is not first):
            continue
        trip = event.trip if isinstance(event, Gathering) else None
        source = trip if trip in known else next((e for e in reversed(known) if e.event.start < own.start), None)
        if source is not None:
            start, end, _ = source.event.fields["date"]
            own.date = source.event.date
        elif lead is not None and not known:
            start, end, own.date = lead.start, lead.end, lead.value
        else:
            continue
        own.fields["date"] = (start, end, DATE_OF_REPORT.id)


def _placed(layer: Layer, gathering: Gathering, before: Gathering | None) -> None:
    """Give a meeting the division that held it: by its name, the sentence, the visit, its chair, else the article's own."""
    meeting, name = gathering.event, gathering.fullest
    if meeting.place is not None and meeting.place.rule not in (PLACE_HELD_IN.id, PLACE_AT_VENUE.id):
        return
    visited = (
        place_of_visit(layer, gathering.trip.event.places, talks=name.bare and not name.kind.endswith("会"))
        if gathering.trip
        else None
    )
    said = meeting.place
    named = place_in_name(layer, name, said)
    meeting.place = (
        (None if _by_nation(gathering, named) else named)
        or (said if said and said.rule == PLACE_HELD_IN.id else None)
        or place_of_conveners(layer, meeting.conveners)
        or said
        or hosted_by(layer, gathering.told)
        or visited
        or place_of_chair(layer, meeting.chairs)
        or _place_before(layer, gathering, before)
        or place_of_hosts(layer, gathering.hosts)
        or place_of_home(layer, name)
    )


def _by_nation(gathering: Gathering, place: Link | None) -> bool:
    """Whether a place is the nation, though the report is of the city that hosts the meeting, or of its own branch hall."""
    return (
        place is not None
        and place.name == NATION.name
        and (
            gathering.event.place is not None
            or bool(_RELAYED.search(gathering.fullest.name))
            or any("分会场" in statement.code for statement in gathering.told)
        )
    )


def _place_before(layer: Layer, gathering: Gathering, before: Gathering | None) -> Link | None:
    """The place of the meeting told before, where it was said and the two are of one day."""
    said = before.event.place if before else None
    if before is None or said is None or said.rule == PLACE_OF_HOME.id:
        return None
    if gathering.event.date and gathering.event.date != before.event.date:
        return None
    if layer.home and said.name in layer.home.parents:
        return None
    return Link(said.name, said.start, said.end, PLACE_OF_BEFORE.id, said.code)


def _projects(layer: Layer, journey: Journey) -> None:
    for project in layer.projects:
        for statement in journey.told:
            at = layer.article.text.find(project.name, statement.start, statement.end)
            if at >= 0:
                journey.event.projects.append(Link(project.name, at, at + len(project.name), VISIT_PROJECT.id))
                break


@Language.component("kg_events")
def kg_events(doc: Doc) -> Doc:
    """Sets `doc._.kg.meetings`, `doc._.kg.visits`, `doc.spans["meetings"]` and `doc.spans["visits"]`.

    Reads people, dates, places, organizations, projects and initiatives of the layer. Every link
    carries the rule that made it and the stretch that says so.
    """
    layer = layer_of(doc)
    story = Story(layer, leaders(layer), frozenset(person.name for person in layer.people if person.posts))
    told = list(statements(layer))
    for statement in told:
        tell(story, statement)
    before = None
    for gathering in finish(story):
        meeting, name = gathering.event, gathering.fullest
        meeting.name, meeting.kind = name.name, name.kind
        meeting.conveners.extend(conveners(layer, gathering.told[0], meeting.start))
        _placed(layer, gathering, before)
        before = gathering
        meeting.topics.extend(topics(layer, name, gathering.told))
    for journey in story.journeys:
        _projects(layer, journey)
    _dated(layer, story, told)
    layer.meetings = [gathering.event for gathering in story.gatherings]
    layer.visits = [journey.event for journey in story.journeys]
    show(doc, "meetings", layer.meetings)
    show(doc, "visits", layer.visits)
    return doc
