"""Meetings and visits of a record as mentions and statements."""

from __future__ import annotations

from collections.abc import Iterable

from kg.ledger.collect import Collected
from kg.ledger.names import PEOPLE, place_name, place_names
from kg.model.names import fold_person
from kg.model.record import Fact, Meeting, Reference, Visit

_COMPANY_END = (
    "公司",
    "集团",
    "厂",
    "企业",
    "合作社",
    "银行",
    "医院",
    "学校",
    "大学",
    "学院",
    "中学",
    "小学",
    "幼儿园",
    "局",
    "委员会",
    "办事处",
    "协会",
    "商会",
    "研究院",
    "研究所",
    "中心",
    "法院",
    "检察院",
    "支队",
    "大队",
    "派出所",
    "办",
    "站",
)
"""Heads of names that are a body's, where a visit's goal is named without saying what it is."""


def _folded(people: Iterable[Reference]) -> list[str]:
    return sorted({fold_person(person.name) for person in people})


def add_meeting(said: Collected, meeting: Meeting) -> None:
    """Add a meeting with its links; one without name and kind names nothing."""
    if not (name := meeting.name or meeting.kind):
        return
    place = place_name(meeting.place) if meeting.place else None
    present = [*meeting.chairs, *meeting.speakers, *meeting.attendees]
    data = {
        "kind": meeting.kind,
        "date": meeting.date,
        "place": place,
        "chairs": _folded(meeting.chairs),
        "people": _folded(present),
    }
    subject = said.mentions.add("meeting", name, data, meeting.mention)
    said.state_value(subject, "name", name, meeting)
    said.state_value(subject, "kind", meeting.kind, meeting)
    said.state_value(subject, "date", meeting.date, meeting)
    if meeting.place:
        said.state_link(subject, "HELD_IN", said.mentions.place(meeting.place), meeting.place, meeting)
    for body in meeting.conveners:
        said.state_link(said.mentions.organization(body.name), "CONVENED", subject, body, meeting)
    for predicate, people in (
        ("CHAIRED", meeting.chairs),
        ("SPOKE_AT", meeting.speakers),
        ("ATTENDED", [*meeting.attendees, *present]),
    ):
        _take_part(said, predicate, people, subject, meeting)
    for topic in meeting.topics:
        said.state_link(subject, "ABOUT", said.mentions.find(topic, "project", "initiative"), topic, meeting)


def add_visit(said: Collected, visit: Visit) -> None:
    """Add a visit with its links."""
    present = [*visit.leaders, *visit.companions]
    data = {
        "kind": visit.kind,
        "date": visit.date,
        "places": place_names(visit.places),
        "chairs": _folded(visit.leaders),
        "people": _folded(present),
    }
    subject = said.mentions.add("visit", visit.kind or "", data, visit.mention)
    said.state_value(subject, "kind", visit.kind, visit)
    said.state_value(subject, "date", visit.date, visit)
    _take_part(said, "LED", visit.leaders, subject, visit)
    _take_part(said, "JOINED", visit.companions, subject, visit)
    for project in visit.projects:
        said.state_link(subject, "TO", said.mentions.find(project, "project"), project, visit)
    for goal in visit.places:
        body = goal.code is None and (
            said.mentions.find(goal, "organization") is not None or goal.name.endswith(_COMPANY_END)
        )
        said.state_link(
            subject, "TO", said.mentions.organization(goal.name) if body else said.mentions.place(goal), goal, visit
        )


def _take_part(said: Collected, predicate: str, people: Iterable[Reference], event: str, fact: Fact) -> None:
    seen = set()
    for person in people:
        found = said.mentions.find(person, *PEOPLE)
        if found is not None and found not in seen:
            seen.add(found)
            said.state_link(found, predicate, event, person, fact)
