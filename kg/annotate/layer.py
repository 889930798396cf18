"""What the components find in one article, in characters of `doc.text`.

The layer hangs on the `Doc` as `doc._.kg`; each component fills its own list and reads those of
the components before it, so the pipeline's order is the order of the fields. Spans are character
offsets, not tokens: the components work on anyone's tokenisation, and the span groups
(`doc.spans["dates"]` …) are a view for people, widened to whole tokens.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc

from kg.model.document import Article


@dataclass(slots=True)
class Mention:
    """A stretch of text that says something: `doc.text[start:end]`, found by `rule`."""

    start: int
    end: int
    rule: str
    confidence: float = field(default=0.9, kw_only=True)


@dataclass(slots=True)
class Link:
    """A fact's link to something named: the canonical name, and the stretch that makes the link.

    `start:end` is where the text says so (龙江 in 王龙江主持会议), from which the record takes the sentence.
    """

    name: str
    start: int
    end: int
    rule: str
    code: str | None = None
    """The division's code, where the name is a division's."""


@dataclass(slots=True)
class DateMention(Mention):
    """An expression that names days of the calendar."""

    text: str
    """The expression without 以来, 上午 and the like, as the record shows it."""
    value: str | None
    """A date value of `kg.model.dates`, None where the year cannot be known."""


@dataclass(slots=True)
class PlaceMention(Mention):
    """A division, zone, village or site; 我市 and 全区 too, which name the article's own."""

    name: str
    """Canonical name."""
    level: Literal["nation", "province", "prefecture", "county", "town", "zone", "village", "site"]
    code: str | None = None
    parents: tuple[str, ...] = ()
    """Canonical names of the divisions it lies in, finest first."""
    open: str | None = None
    """Why it could not be settled, where several divisions bear the name."""
    within: str | None = None
    """Code of the finest division in which a place without a code lies."""


@dataclass(slots=True)
class OrganizationMention(Mention):
    """A body, company or association."""

    name: str
    kind: str
    """`party`, `government`, `congress`, `cppcc`, `court`, `military`, `mass`, `institution`, `company`, `association`, `other`."""
    of: Link | None = None
    """The division whose body it is (省水利厅 → the province)."""


@dataclass(slots=True)
class PostMention(Mention):
    """A post as the text gives it, whoever holds it."""

    title: str
    """As the guidelines want it: less the proper name of a place in front."""
    of: Link | None = None
    organization: str | None = None
    status: Literal["current", "former", "nominated"] = "current"
    since: str | None = None
    until: str | None = None


@dataclass(slots=True)
class PersonMention(Mention):
    """One mention of a named person; mentions of one name are one person of the article."""

    name: str
    """The full name as first written, also where this mention is 王市长 or 龙江同志."""
    posts: list[PostMention] = field(default_factory=list)
    """The posts that stand with this very mention."""
    official: bool = False
    role: str | None = None
    organization: str | None = None


@dataclass(slots=True)
class ProjectMention(Mention):
    """A project of the article: `start:end` is its first full mention."""

    name: str
    places: list[Link] = field(default_factory=list)
    investment_cny: int | float | None = None
    stage: str | None = None
    organizations: list[Link] = field(default_factory=list)
    date: str | None = None
    fields: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    """For `investment_cny`, `stage`, `date`: the stretch that gives the value, and the rule."""


@dataclass(slots=True)
class InitiativeMention(Mention):
    """A named policy, plan, campaign, mechanism or document of the article."""

    name: str
    kind: str | None = None
    places: list[Link] = field(default_factory=list)


@dataclass(slots=True)
class MeetingEvent(Mention):
    """`start:end` is the stretch that reports it (its name, else the verb)."""

    name: str | None
    kind: str | None
    date: str | None = None
    place: Link | None = None
    conveners: list[Link] = field(default_factory=list)
    chairs: list[Link] = field(default_factory=list)
    speakers: list[Link] = field(default_factory=list)
    attendees: list[Link] = field(default_factory=list)
    topics: list[Link] = field(default_factory=list)
    fields: dict[str, tuple[int, int, str]] = field(default_factory=dict)


@dataclass(slots=True)
class VisitEvent(Mention):
    """An inspection, fieldwork or reception."""

    kind: str | None
    date: str | None = None
    leaders: list[Link] = field(default_factory=list)
    companions: list[Link] = field(default_factory=list)
    places: list[Link] = field(default_factory=list)
    projects: list[Link] = field(default_factory=list)
    fields: dict[str, tuple[int, int, str]] = field(default_factory=dict)


@dataclass(slots=True)
class Layer:
    """Everything found so far in one article."""

    article: Article
    sentences: list[tuple[int, int]] = field(default_factory=list)
    """Offsets of the sentences, in order, covering all that is not blank."""
    names: list[Mention] = field(default_factory=list)
    """Person names as a statistical NER saw them; empty without one."""
    dates: list[DateMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    home: PlaceMention | None = None
    """The division that 我市, 全区, 本县 mean in this article; its mention may be empty (start == end == 0)."""
    organizations: list[OrganizationMention] = field(default_factory=list)
    posts: list[PostMention] = field(default_factory=list)
    roles: list[PostMention] = field(default_factory=list)
    """Titles outside public life, whoever bears them: 董事长, 教授, 村民."""
    people: list[PersonMention] = field(default_factory=list)
    projects: list[ProjectMention] = field(default_factory=list)
    initiatives: list[InitiativeMention] = field(default_factory=list)
    meetings: list[MeetingEvent] = field(default_factory=list)
    visits: list[VisitEvent] = field(default_factory=list)

    def sentence_of(self, offset: int) -> tuple[int, int]:
        """The sentence in which a character stands; the nearest one before it, where it stands between two."""
        best = (0, len(self.article.text))
        for start, end in self.sentences:
            if start > offset:
                break
            best = (start, end)
        return best


def layer_of(doc: Doc) -> Layer:
    """The layer of a doc; made from the bare text where nobody gave an article."""
    layer = doc._.kg
    if layer is None:
        layer = Layer(Article(id="", text=doc.text, source="", sha256=""))
        doc._.kg = layer
    assert isinstance(layer, Layer)
    return layer


def show(doc: Doc, group: str, mentions: Iterable[Mention]) -> None:
    """Set `doc.spans[group]` to the mentions, widened to whole tokens, labelled by their rule."""
    spans = (doc.char_span(m.start, m.end, label=m.rule, alignment_mode="expand") for m in mentions if m.end > m.start)
    doc.spans[group] = [span for span in spans if span is not None]


if not Doc.has_extension("kg"):
    Doc.set_extension("kg", default=None)
