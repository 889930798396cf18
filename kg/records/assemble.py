"""An annotated doc as the record of its article."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from kg.annotate.layer import InitiativeMention, Layer, MeetingEvent, Mention, ProjectMention, VisitEvent, layer_of
from kg.model.record import (
    ArticleRecord,
    DateExpression,
    Evidence,
    Initiative,
    Meeting,
    Project,
    Source,
    Visit,
)
from kg.records.calibration import calibrate, fitted
from kg.records.evidence import evidence
from kg.records.people import people
from kg.records.places import home_reference, place_reference, place_references
from kg.records.references import PEOPLE, Mentions, references


def _said(layer: Layer, mention: Mention, fields: dict[str, tuple[int, int, str]] | None = None) -> list[Evidence]:
    whole = evidence(layer, mention.start, mention.end, mention.rule)
    parts = [evidence(layer, start, end, rule, field=name) for name, (start, end, rule) in (fields or {}).items()]
    return [whole, *parts]


def _dates(layer: Layer) -> Iterable[DateExpression]:
    seen = set()
    for date in layer.dates:
        if (date.text, date.value) not in seen:
            seen.add((date.text, date.value))
            yield DateExpression(
                text=date.text, value=date.value, evidence=_said(layer, date), confidence=round(date.confidence, 2)
            )


def _project(layer: Layer, project: ProjectMention, mentions: Mentions) -> Project:
    return Project.model_validate(
        {
            "name": project.name,
            "mention": mentions.add("project", project.name),
            "places": place_references(layer, project.places, mentions),
            "investment_cny": project.investment_cny,
            "stage": project.stage,
            "organizations": references(layer, project.organizations, mentions, ("organization",)),
            "date": project.date,
            "evidence": _said(layer, project, project.fields),
            "confidence": round(project.confidence, 2),
        }
    )


def _initiative(layer: Layer, initiative: InitiativeMention, mentions: Mentions) -> Initiative:
    return Initiative.model_validate(
        {
            "name": initiative.name,
            "kind": initiative.kind,
            "mention": mentions.add("initiative", initiative.name),
            "places": place_references(layer, initiative.places, mentions),
            "evidence": _said(layer, initiative),
            "confidence": round(initiative.confidence, 2),
        }
    )


def _meeting(layer: Layer, meeting: MeetingEvent, mentions: Mentions) -> Meeting:
    place = place_reference(layer, meeting.place) if meeting.place else None
    return Meeting(
        name=meeting.name,
        kind=meeting.kind,
        mention=mentions.add("meeting", meeting.name or meeting.kind or ""),
        date=meeting.date,
        place=place,
        conveners=references(layer, meeting.conveners, mentions, ("organization",)),
        chairs=references(layer, meeting.chairs, mentions, PEOPLE),
        speakers=references(layer, meeting.speakers, mentions, PEOPLE),
        attendees=references(layer, meeting.attendees, mentions, PEOPLE),
        topics=references(layer, meeting.topics, mentions, ("project", "initiative")),
        evidence=_said(layer, meeting, meeting.fields),
        confidence=round(meeting.confidence, 2),
    )


def _visit(layer: Layer, visit: VisitEvent, mentions: Mentions) -> Visit:
    return Visit(
        kind=visit.kind,
        mention=mentions.add("visit", visit.kind or ""),
        date=visit.date,
        leaders=references(layer, visit.leaders, mentions, PEOPLE),
        companions=references(layer, visit.companions, mentions, PEOPLE),
        places=place_references(layer, visit.places, mentions, ("organization",)),
        projects=references(layer, visit.projects, mentions, ("project",)),
        evidence=_said(layer, visit, visit.fields),
        confidence=round(visit.confidence, 2),
    )


def assemble(doc: Doc, *, made_by: str = "", calibrated: bool = True) -> ArticleRecord:
    """The record of an annotated article.

    Args:
        doc: What the pipeline returned; its `doc._.kg` is the layer.
        made_by: Version of what made it (`kg.records.version.made_by`).
        calibrated: Turn what the rules think of their finds into confidence; False leaves it as it is.
    """
    layer = layer_of(doc)
    article = layer.article
    mentions = Mentions(article.id)
    officials, others = people(layer, mentions)
    projects = [_project(layer, project, mentions) for project in layer.projects]
    initiatives = [_initiative(layer, initiative, mentions) for initiative in layer.initiatives]
    source = Source(
        path=article.source, item=article.item, sha256=article.sha256, url=article.url, publisher=article.publisher
    )
    record = ArticleRecord(
        id=article.id,
        source=article.source,
        sources=[source],
        title=article.title,
        published_on=article.published_on,
        place=home_reference(layer),
        byline=list(article.byline),
        officials=officials,
        people=others,
        meetings=[_meeting(layer, meeting, mentions) for meeting in layer.meetings],
        visits=[_visit(layer, visit, mentions) for visit in layer.visits],
        projects=projects,
        initiatives=initiatives,
        dates=list(_dates(layer)),
        warnings=list(article.warnings),
        made_by=made_by,
    )
    if calibrated:
        calibrate(record, fitted())
    return record


if not Doc.has_extension("record"):
    Doc.set_extension("record", getter=assemble)
