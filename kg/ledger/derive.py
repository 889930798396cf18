"""A record as mentions and statements: what the article says, one by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.ledger.names import PEOPLE, Mentions
from kg.model.dates import bounds
from kg.model.mention import Mention, PlaceName
from kg.model.names import fold, fold_person
from kg.model.record import ArticleRecord, Evidence, Fact, Meeting, Official, Person, Project, Reference, Visit
from kg.model.statement import Scalar, Statement

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


class Derivation:
    """Turns one record into mentions and statements."""

    def __init__(self, record: ArticleRecord) -> None:
        day = bounds(record.published_on)[1].isoformat() if record.published_on else ""
        home = PlaceName(record.place.name, record.place.code) if record.place else None
        self.record = record
        self.mentions = Mentions(record.id, day, home)
        self._statements: dict[tuple[Any, ...], Statement] = {}
        if record.place:
            self._state(
                record.id, "FROM", record.place.evidence, 1.0, self.mentions.place(record.place), record.place.name
            )
        self._named()
        self._linked()

    @property
    def statements(self) -> list[Statement]:
        """In the order of the record."""
        return list(self._statements.values())

    def _state(
        self,
        subject: str,
        predicate: str,
        evidence: Iterable[Evidence],
        confidence: float,
        object: str | None = None,
        value: Scalar | None = None,
        **extra: Any,
    ) -> None:
        said = next(iter(evidence), None)
        where = (said.start, said.end, said.quote, said.rule) if said else (None, None, None, None)
        extra = {name: value for name, value in extra.items() if value is not None}
        made = Statement(self.record.id, subject, predicate, object, value, extra, round(confidence, 4), *where)
        self._statements.setdefault((subject, predicate, object, value, *sorted(extra.items())), made)

    def _property(self, subject: str, name: str, value: Scalar | None, fact: Fact, **extra: Any) -> None:
        if value is not None:
            own = [one for one in fact.evidence if one.field == name]
            self._state(subject, name, own or fact.evidence, fact.confidence, value=value, **extra)

    def _link(self, subject: str, predicate: str, object: str | None, reference: Reference, fact: Fact) -> None:
        if object is not None:
            self._state(
                subject, predicate, reference.evidence or fact.evidence, fact.confidence, object, reference.name
            )

    def _named(self) -> None:
        """Everything that later links may point to."""
        record, add = self.record, self.mentions.add
        self.ids: dict[int, str] = {}
        for official in record.officials:
            posts = [
                {
                    "title": post.title,
                    "of": post.of.name if post.of else None,
                    "code": post.of.code if post.of else None,
                    "organization": post.organization,
                    "status": post.status,
                }
                for post in official.posts
            ]
            self.ids[id(official)] = add("official", official.name, {"posts": posts}, official.mention)
        for person in record.people:
            data = {"role": person.role, "organization": person.organization}
            self.ids[id(person)] = add("person", person.name, data, person.mention)
        for project in record.projects:
            self.ids[id(project)] = add("project", project.name, {"places": _places(project.places)}, project.mention)
        for initiative in record.initiatives:
            self.ids[id(initiative)] = add(
                "initiative", initiative.name, {"places": _places(initiative.places)}, initiative.mention
            )

    def _linked(self) -> None:
        record = self.record
        for official in record.officials:
            self._official(official, self.ids[id(official)])
        for person in record.people:
            self._person(person, self.ids[id(person)])
        for project in record.projects:
            self._project(project, self.ids[id(project)])
        for initiative in record.initiatives:
            subject = self.ids[id(initiative)]
            self._property(subject, "name", initiative.name, initiative)
            self._property(subject, "kind", initiative.kind, initiative)
            for place in initiative.places:
                self._link(subject, "CARRIED_OUT_IN", self.mentions.place(place), place, initiative)
        for meeting in record.meetings:
            self._meeting(meeting)
        for visit in record.visits:
            self._visit(visit)

    def _official(self, official: Official, subject: str) -> None:
        self._property(subject, "name", official.name, official)
        for post in official.posts:
            key = "\x1f".join(
                (
                    fold(post.title),
                    fold(post.of.name) if post.of else "",
                    post.of.code or "" if post.of else "",
                    fold(post.organization or ""),
                )
            )
            of = [post.of.name, post.of.code] if post.of else None
            data = {"title": post.title, "of": of, "organization": post.organization}
            target = self.mentions.once("post", key, post.title, data)
            if post.of:
                self._state(target, "OF", (), 1.0, self.mentions.place(post.of))
            if post.organization:
                self._state(target, "OF", (), 1.0, self.mentions.organization(post.organization))
            self._state(
                subject,
                "HOLDS",
                post.evidence or official.evidence,
                post.confidence,
                target,
                post.title,
                status=post.status,
                since=post.since,
                until=post.until,
            )

    def _person(self, person: Person, subject: str) -> None:
        self._property(subject, "name", person.name, person)
        if person.organization:
            self._state(
                subject,
                "WORKS_FOR",
                person.evidence,
                person.confidence,
                self.mentions.organization(person.organization),
                person.organization,
                role=person.role,
            )

    def _project(self, project: Project, subject: str) -> None:
        self._property(subject, "name", project.name, project)
        self._property(subject, "investment_cny", project.investment_cny, project)
        self._property(subject, "stage", project.stage, project, date=project.date)
        for place in project.places:
            self._link(subject, "LOCATED_IN", self.mentions.place(place), place, project)
        for body in project.organizations:
            self._link(self.mentions.organization(body.name), "BACKS", subject, body, project)

    def _meeting(self, meeting: Meeting) -> None:
        if not (name := meeting.name or meeting.kind):
            return
        place = [meeting.place.name, meeting.place.code] if meeting.place else None
        present = [*meeting.chairs, *meeting.speakers, *meeting.attendees]
        data = {
            "kind": meeting.kind,
            "date": meeting.date,
            "place": place,
            "chairs": _people(meeting.chairs),
            "people": _people(present),
        }
        subject = self.mentions.add("meeting", name, data, meeting.mention)
        self._property(subject, "name", name, meeting)
        self._property(subject, "kind", meeting.kind, meeting)
        self._property(subject, "date", meeting.date, meeting)
        if meeting.place:
            self._link(subject, "HELD_IN", self.mentions.place(meeting.place), meeting.place, meeting)
        for body in meeting.conveners:
            self._link(self.mentions.organization(body.name), "CONVENED", subject, body, meeting)
        for predicate, people in (
            ("CHAIRED", meeting.chairs),
            ("SPOKE_AT", meeting.speakers),
            ("ATTENDED", [*meeting.attendees, *present]),
        ):
            self._people(predicate, people, subject, meeting)
        for topic in meeting.topics:
            self._link(subject, "ABOUT", self.mentions.find(topic, "project", "initiative"), topic, meeting)

    def _visit(self, visit: Visit) -> None:
        present = [*visit.leaders, *visit.companions]
        data = {
            "kind": visit.kind,
            "date": visit.date,
            "places": _places(visit.places),
            "chairs": _people(visit.leaders),
            "people": _people(present),
        }
        subject = self.mentions.add("visit", visit.kind or "", data, visit.mention)
        self._property(subject, "kind", visit.kind, visit)
        self._property(subject, "date", visit.date, visit)
        self._people("LED", visit.leaders, subject, visit)
        self._people("JOINED", visit.companions, subject, visit)
        for project in visit.projects:
            self._link(subject, "TO", self.mentions.find(project, "project"), project, visit)
        for goal in visit.places:
            body = goal.code is None and (
                self.mentions.find(goal, "organization") is not None or goal.name.endswith(_COMPANY_END)
            )
            self._link(
                subject, "TO", self.mentions.organization(goal.name) if body else self.mentions.place(goal), goal, visit
            )

    def _people(self, predicate: str, people: Iterable[Reference], event: str, fact: Fact) -> None:
        seen = set()
        for person in people:
            found = self.mentions.find(person, *PEOPLE)
            if found is not None and found not in seen:
                seen.add(found)
                self._link(found, predicate, event, person, fact)


def _places(places: Iterable[Reference]) -> list[list[str | None]]:
    return [[place.name, place.code] for place in places]


def _people(people: Iterable[Reference]) -> list[str]:
    return sorted({fold_person(person.name) for person in people})


def derive(record: ArticleRecord) -> tuple[list[Mention], list[Statement]]:
    """The mentions and statements of a record; the same for the same record."""
    derivation = Derivation(record)
    return list(derivation.mentions.found.values()), derivation.statements
