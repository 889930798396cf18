"""The component that finds projects, with their money, stage, places and backers."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layer import Layer, ProjectMention, layer_of, show
from kg.annotate.projects import facts
from kg.annotate.projects.candidates import candidates
from kg.annotate.projects.evidence import accepted, listed
from kg.annotate.projects.groups import Occurrence, occurrences
from kg.annotate.projects.sameness import clusters
from kg.annotate.projects.stage import reached

_CONFIDENCE = {
    "projects.named": 0.85,
    "projects.built": 0.8,
    "projects.listed": 0.7,
    "projects.to-build": 0.65,
    "projects.phase": 0.7,
}
_DIVISIONS = {"province", "prefecture", "county", "town", "village"}


def spans(
    text: str, places: list[tuple[int, int]], bodies: list[tuple[int, int]], dates: list[tuple[int, int]]
) -> list[tuple[int, int, int, str]]:
    """Start, end, head and rule of what names a project, left to right; of those that overlap the longest.

    `places` and `bodies` are the offsets of divisions and organisations, by which a name is told from a class;
    no name goes over one of the `dates`.
    """
    found, others = [], []
    names = sorted({*places, *bodies})
    for candidate in candidates(text, places, dates):
        rule = accepted(text, candidate, names)
        if rule is None:
            others.append(candidate)
        else:
            found.append((candidate, rule))
    found += listed(text, found, others, names)
    chosen: list[tuple[int, int, int, str]] = []
    for candidate, rule in sorted(found, key=lambda item: (item[0].start - item[0].end, item[0].start)):
        if all(candidate.end <= start or end <= candidate.start for start, end, *_ in chosen):
            chosen.append((candidate.start, candidate.end, candidate.head, rule))
    return sorted(chosen)


def _home(layer: Layer) -> tuple[str, ...]:
    if layer.home is None:
        return ()
    name = layer.home.name
    return (name, name[:-1]) if len(name) > 2 else (name,)


def _project(layer: Layer, mentions: list[Occurrence], *, alone: bool) -> ProjectMention:
    text = layer.article.text
    fullest = max(mentions, key=lambda m: (m.end - m.start, -m.start))
    project = ProjectMention(
        fullest.start,
        fullest.end,
        fullest.rule,
        name=text[fullest.start : fullest.end],
        confidence=_CONFIDENCE[fullest.rule],
    )
    if told := reached(text, mentions):
        best, mention = told
        project.stage = best.stage
        project.fields["stage"] = (best.start, best.end, best.rule)
        if best.stage in ("signed", "started", "completed", "operating") and (
            date := facts.stage_date(layer, mention, best)
        ):
            project.date = date.value
            project.fields["date"] = (date.start, date.end, facts.DATE.id)
    for mention in mentions:
        if amount := facts.investment(text, mention):
            project.investment_cny = amount.yuan
            project.fields["investment_cny"] = (amount.start, amount.end, facts.INVESTMENT.id)
            break
    project.places = facts.places(layer, mentions)
    project.organizations = facts.organizations(layer, mentions, alone=alone)
    return project


@Language.component("kg_projects")
def kg_projects(doc: Doc) -> Doc:
    """Sets `doc._.kg.projects`, one mention for each project of the article, and `doc.spans["projects"]`.

    Needs the sentences, dates, places and organisations of the components before it.
    """
    layer = layer_of(doc)
    text = layer.article.text
    places = [(place.start, place.end) for place in layer.places if place.level in _DIVISIONS]
    bodies = [(body.start, body.end) for body in layer.organizations]
    found = occurrences(layer, spans(text, places, bodies, [(date.start, date.end) for date in layer.dates]))
    together = clusters([text[m.start : m.end] for m in found], _home(layer))
    layer.projects = sorted(
        (_project(layer, [found[i] for i in cluster], alone=len(together) == 1) for cluster in together),
        key=lambda project: project.start,
    )
    show(doc, "projects", layer.projects)
    return doc
