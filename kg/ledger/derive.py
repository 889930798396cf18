"""A record as mentions and statements: what the article says, one by one."""

from __future__ import annotations

from kg.ledger.collect import Collected
from kg.ledger.events import add_meeting, add_visit
from kg.ledger.names import place_name, place_names
from kg.model.mention import Mention
from kg.model.names import fold
from kg.model.record import ArticleRecord, Official, Person, Project
from kg.model.statement import Statement


class Derivation(Collected):
    """Turns one record into mentions and statements."""

    def __init__(self, record: ArticleRecord) -> None:
        super().__init__(record)
        if record.place:
            self.state(
                record.id, "FROM", record.place.evidence, 1.0, self.mentions.place(record.place), record.place.name
            )
        self._named()
        self._linked()

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
            self.ids[id(project)] = add(
                "project", project.name, {"places": place_names(project.places)}, project.mention
            )
        for initiative in record.initiatives:
            self.ids[id(initiative)] = add(
                "initiative", initiative.name, {"places": place_names(initiative.places)}, initiative.mention
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
            self.state_value(subject, "name", initiative.name, initiative)
            self.state_value(subject, "kind", initiative.kind, initiative)
            for place in initiative.places:
                self.state_link(subject, "CARRIED_OUT_IN", self.mentions.place(place), place, initiative)
        for meeting in record.meetings:
            add_meeting(self, meeting)
        for visit in record.visits:
            add_visit(self, visit)

    def _official(self, official: Official, subject: str) -> None:
        self.state_value(subject, "name", official.name, official)
        for post in official.posts:
            key = "\x1f".join(
                (
                    fold(post.title),
                    fold(post.of.name) if post.of else "",
                    post.of.code or "" if post.of else "",
                    fold(post.organization or ""),
                )
            )
            of = place_name(post.of) if post.of else None
            data = {"title": post.title, "of": of, "organization": post.organization}
            target = self.mentions.once("post", key, post.title, data)
            if post.of:
                self.state(target, "OF", (), 1.0, self.mentions.place(post.of))
            if post.organization:
                self.state(target, "OF", (), 1.0, self.mentions.organization(post.organization))
            self.state(
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
        self.state_value(subject, "name", person.name, person)
        if person.organization:
            self.state(
                subject,
                "WORKS_FOR",
                person.evidence,
                person.confidence,
                self.mentions.organization(person.organization),
                person.organization,
                role=person.role,
            )

    def _project(self, project: Project, subject: str) -> None:
        self.state_value(subject, "name", project.name, project)
        self.state_value(subject, "investment_cny", project.investment_cny, project)
        self.state_value(subject, "stage", project.stage, project, date=project.date)
        for place in project.places:
            self.state_link(subject, "LOCATED_IN", self.mentions.place(place), place, project)
        for body in project.organizations:
            self.state_link(self.mentions.organization(body.name), "BACKS", subject, body, project)


def derive(record: ArticleRecord) -> tuple[list[Mention], list[Statement]]:
    """The mentions and statements of a record; the same for the same record."""
    derivation = Derivation(record)
    return list(derivation.mentions.found.values()), derivation.statements
