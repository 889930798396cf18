"""`kg_events`: joins people to the meetings and visits that an article reports."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.events.business import conveners, topics
from kg.annotate.events.circumstances import place_in_name, place_of_home
from kg.annotate.events.narrate import Narrator
from kg.annotate.events.patterns import DATE_OF_REPORT, VISIT_PROJECT
from kg.annotate.events.statements import Statement, statements
from kg.annotate.events.thread import Gathering, Journey
from kg.annotate.layer import Layer, Link, layer_of, show


def _dated(layer: Layer, narrator: Narrator, gatherings: list[Gathering], told: list[Statement]) -> None:
    """Give an event without a date of its own that of the visit it belongs to, of the event before it, or of the lead."""
    lead = next(
        (d for s in [s for s in told if not s.title][:2] for d in layer.dates if s.start <= d.start < s.end and d.value and len(d.value) > 7), None
    )
    known = [e.event for e in (*narrator.journeys, *gatherings) if e.event.date]
    for event in (*narrator.journeys, *gatherings):
        own = event.event
        vague = own.fields.pop("undated", None)
        if own.date or vague:
            continue
        trip = event.trip.event if isinstance(event, Gathering) and event.trip else None
        before = [e for e in known if e.start < own.start]
        if trip is not None and trip.date:
            own.date, (start, end, _) = trip.date, trip.fields["date"]
        elif before:
            own.date, (start, end, _) = before[-1].date, before[-1].fields["date"]
        elif lead is not None and not known:
            own.date, (start, end) = lead.value, (lead.start, lead.end)
        else:
            continue
        own.fields["date"] = (start, end, DATE_OF_REPORT.id)


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
    narrator = Narrator(layer)
    told = list(statements(layer))
    for statement in told:
        narrator.tell(statement)
    gatherings = list(narrator.gathered())
    _dated(layer, narrator, gatherings, told)
    for gathering in gatherings:
        meeting, fullest = gathering.event, gathering.fullest
        meeting.name, meeting.kind = fullest.name, fullest.kind
        if meeting.place is None or meeting.place.rule == "events.place-held-in":
            meeting.place = place_in_name(layer, fullest) or meeting.place or place_of_home(layer, fullest)
        meeting.conveners.extend(conveners(layer, gathering.told[0], meeting.start))
        meeting.topics.extend(topics(layer, fullest, gathering.told))
    for journey in narrator.journeys:
        _projects(layer, journey)
    layer.meetings = [gathering.event for gathering in gatherings]
    layer.visits = [journey.event for journey in narrator.journeys]
    show(doc, "meetings", layer.meetings)
    show(doc, "visits", layer.visits)
    return doc
