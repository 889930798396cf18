"""The record of one article: what it says, in the field names of the annotation guidelines.

A gold article validates into `ArticleRecord`: where it has a plain string for a reference, the
model takes it as `{"name": …}`. Unknown fields are refused.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from kg.model.dates import DatePoint, DateValue


class Model(BaseModel):
    """Strict: unknown fields and wrong types are refused."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Evidence(Model):
    """The sentence that states a fact: `quote == text[start:end]` of the article's clean text."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str
    rule: str
    """Id of the rule that read it, or name and version of a model."""
    field: str | None = None
    """The value meant, where a fact has several (`stage`, `investment_cny`, `date`)."""

    @model_validator(mode="after")
    def _spans_its_quote(self) -> Evidence:
        if self.end - self.start != len(self.quote):
            raise ValueError(
                f"the quote has {len(self.quote)} characters, the span {self.start}:{self.end} another number"
            )
        return self


class Fact(Model):
    """What every part of a record has."""

    evidence: list[Evidence] = Field(default_factory=list)
    confidence: Annotated[float, Field(ge=0, le=1)] = 1.0
    """Two digits: of the facts said with 0.9, nine in ten are right."""


class Reference(Model):
    """One link from a fact to a person, a place, an organisation, a project or an initiative."""

    name: str = Field(min_length=1)
    mention: str | None = None
    """Id of the mention in the same article, where the thing named has one."""
    code: str | None = None
    """Code of the division, where the name is a division's."""
    open: str | None = None
    """Why a place has no code: what it is instead (`zone`, `village`, `site`, `organization`), `unlisted` for a name
    that looks like a division's and is none of the gazetteer, `one of …` where several divisions bear the name."""
    within: str | None = None
    """Code of the finest division in which a place without a code lies, where that is known."""
    evidence: list[Evidence] = Field(default_factory=list)


def _named(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


Ref = Annotated[Reference, BeforeValidator(_named)]


class OfficialPost(Fact):
    """One post of an official, as the text gives it."""

    title: str = Field(min_length=1)
    of: Ref | None = None
    organization: str | None = None
    """The body that the title names: 县水利局 in 县水利局局长."""
    status: Literal["current", "former", "nominated"] = "current"
    since: DateValue | None = None
    until: DateValue | None = None


class Official(Fact):
    """A named person who holds a public post."""

    name: str = Field(min_length=1)
    mention: str | None = None
    posts: list[OfficialPost] = Field(default_factory=list)


class Person(Fact):
    """Another named person."""

    name: str = Field(min_length=1)
    mention: str | None = None
    role: str | None = None
    organization: str | None = None


class Meeting(Fact):
    """A gathering reported as held; every link names someone or something of the article."""

    name: str | None = None
    kind: str | None = None
    mention: str | None = None
    date: DateValue | None = None
    place: Ref | None = None
    conveners: list[Ref] = Field(default_factory=list)
    chairs: list[Ref] = Field(default_factory=list)
    speakers: list[Ref] = Field(default_factory=list)
    attendees: list[Ref] = Field(default_factory=list)
    topics: list[Ref] = Field(default_factory=list)


class Visit(Fact):
    """An inspection, fieldwork or reception."""

    kind: str | None = None
    mention: str | None = None
    date: DateValue | None = None
    leaders: list[Ref] = Field(default_factory=list)
    companions: list[Ref] = Field(default_factory=list)
    places: list[Ref] = Field(default_factory=list)
    projects: list[Ref] = Field(default_factory=list)


Stage = Literal["planned", "signed", "started", "under_construction", "completed", "operating"]
Money = Annotated[int | float, Field(gt=0)]


class Project(Fact):
    """Something built, bought or installed under a name of its own."""

    name: str = Field(min_length=1)
    mention: str | None = None
    places: list[Ref] = Field(default_factory=list)
    investment_cny: Money | None = None
    stage: Stage | None = None
    organizations: list[Ref] = Field(default_factory=list)
    date: DateValue | None = None


InitiativeKind = Literal["plan", "strategy", "campaign", "mechanism", "programme", "document", "goal"]


class Initiative(Fact):
    """A named policy, plan, campaign, mechanism or document."""

    name: str = Field(min_length=1)
    kind: InitiativeKind | None = None
    mention: str | None = None
    places: list[Ref] = Field(default_factory=list)


class DateExpression(Fact):
    """A date as written and the days that it means."""

    text: str = Field(min_length=1)
    value: DateValue | None = None


class Source(Model):
    """One place where the article stands; one text may stand on twenty portals."""

    path: str
    item: int = 0
    sha256: str
    """Of the bytes that were read."""
    given: str = ""
    """Hash of the metadata given beside it; with `sha256`, what tells whether it must be read again."""
    url: str | None = None
    publisher: str | None = None


class ArticleRecord(Model):
    """Everything one article says. The text itself lies beside the records."""

    id: str = ""
    source: str = ""
    """Path of the first source, by which a scorer finds the gold answer."""
    sources: list[Source] = Field(default_factory=list)
    title: str | None = None
    published_on: DatePoint | None = None
    place: Ref | None = None
    byline: list[str] = Field(default_factory=list)
    officials: list[Official] = Field(default_factory=list)
    people: list[Person] = Field(default_factory=list)
    meetings: list[Meeting] = Field(default_factory=list)
    visits: list[Visit] = Field(default_factory=list)
    projects: list[Project] = Field(default_factory=list)
    initiatives: list[Initiative] = Field(default_factory=list)
    dates: list[DateExpression] = Field(default_factory=list)
    warnings: list[str] = Field(default_factory=list)
    made_by: str = ""
    """Hash of rules, lexicons, gazetteer and models: what tells an old record from a new one."""

    def dump(self) -> str:
        """One line of JSON, the same bytes for the same record."""
        return self.model_dump_json(exclude_none=True)
