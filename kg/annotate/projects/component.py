"""The component that finds projects, with their money, stage, places and backers."""

from __future__ import annotations

import itertools
import re

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.dates import date_before
from kg.annotate.layer import Layer, OrganizationMention, ProjectMention, layer_of, show
from kg.annotate.projects import backers, facts
from kg.annotate.projects.bare_lists import bare_members
from kg.annotate.projects.bodies import able_to_back
from kg.annotate.projects.bodies import bodies as bodies_of
from kg.annotate.projects.candidates import candidates
from kg.annotate.projects.evidence import accepted
from kg.annotate.projects.frames import frame
from kg.annotate.projects.groups import Occurrence, occurrences
from kg.annotate.projects.items import item_of, items
from kg.annotate.projects.listed import listed
from kg.annotate.projects.opened_lists import opened_members
from kg.annotate.projects.patterns import PHASE
from kg.annotate.projects.places import HOME
from kg.annotate.projects.places import places as places_of
from kg.annotate.projects.sameness import clusters, related
from kg.annotate.projects.signatures import signatures
from kg.annotate.projects.stage import STAGE, reached
from kg.annotate.projects.vocabulary import SOFT_BOUND, STRONG_BOUND

_CONFIDENCE = {
    "projects.named": 0.85,
    "projects.built": 0.8,
    "projects.listed": 0.7,
    "projects.bare-list": 0.6,
    "projects.bare-list-beside": 0.55,
    "projects.opened-list": 0.7,
    "projects.to-build": 0.65,
    "projects.phase": 0.7,
}
_CALLED = re.compile("[（(](?:以下|下文|下)?(?:简称|称)[^（）()]*[）)]$|[（(]项目名[）)]$")
"""A note at the end of a name that gives its short form."""
_FIRST = re.compile("首[家个座条]")
_MEANT = frozenset("全我本该")
"""First characters of what means the article's own division, and names none (全区, 我市)."""
_DIVISIONS = {"province", "prefecture", "county", "town", "village"}


def spans(
    text: str, places: list[tuple[int, int]], bodies: list[tuple[int, int]], dates: list[tuple[int, int]]
) -> list[tuple[int, int, int, str]]:
    """Start, end, head and rule of what names a project, left to right; of those that overlap the longest.

    `places` and `bodies` are the offsets of divisions and organisations, by which a name is told from a class;
    no name goes over one of the `dates`.
    """
    found, others = [], []
    # a body that the rules find together with the verb before it (建设甲乙中心) guards no bound
    names = sorted({*places, *(bare for body in bodies if (bare := _without_verb(text, body)))})
    for candidate in candidates(text, names, dates):
        rule = accepted(text, candidate, names)
        if rule is None:
            others.append(candidate)
        else:
            found.append((candidate, rule))
    found += listed(text, found, others, names)
    known = [(candidate.start, candidate.end) for candidate, _ in found]
    found += bare_members(text, names, bodies, places, known)
    found += opened_members(text, places, known)
    chosen: list[tuple[int, int, int, str]] = []
    for candidate, rule in sorted(found, key=lambda item: (item[0].start - item[0].end, item[0].start)):
        if all(candidate.end <= start or end <= candidate.start for start, end, *_ in chosen):
            chosen.append((candidate.start, candidate.end, candidate.head, rule))
    return sorted(chosen)


def _without_verb(text: str, body: tuple[int, int]) -> tuple[int, int] | None:
    """A body less the verb with which the rules found it (承接甲医院); None where the verb alone makes it one."""
    start, end = body
    start += text[start] == "除"
    while verb := STRONG_BOUND.match(text, start, end):
        start = verb.end()
    return None if start == end or SOFT_BOUND.match(text, start, end) else (start, end)


def _home(layer: Layer) -> tuple[str, ...]:
    if layer.home is None:
        return ()
    name = layer.home.name
    return (name, name[:-1]) if len(name) > 2 else (name,)


def _project(
    layer: Layer, bodies: list[OrganizationMention], mentions: list[Occurrence], *, alone: bool, family: bool
) -> ProjectMention:
    text = layer.article.text
    able = able_to_back(text, bodies)
    fullest = max(mentions, key=lambda m: (not _FIRST.search(text, m.start, m.end), m.end - m.start, -m.start))
    project = ProjectMention(
        fullest.start,
        fullest.end,
        fullest.rule,
        name=_CALLED.sub("", text[fullest.start : fullest.end]),
        confidence=_CONFIDENCE[fullest.rule],
    )
    told = reached(layer, mentions) or frame(layer, mentions)
    signature = next(signatures(layer, able, mentions, alone=alone), None)
    if told and not (signature and told[0].stage == "planned"):
        best, mention = told
        project.stage = best.stage
        project.fields["stage"] = (best.start, best.end, best.rule)
        if best.stage in ("signed", "started", "completed", "operating") and (
            date := facts.stage_date(layer, mention, best)
        ):
            project.date = date.value
            project.fields["date"] = (date.start, date.end, facts.DATE.id)
    elif signature:
        project.stage = "signed"
        project.fields["stage"] = (signature.start, signature.end, STAGE.id)
        if date := date_before(layer, layer.sentence_of(signature.start)[0], signature.start):
            project.date = date.value
            project.fields["date"] = (date.start, date.end, facts.DATE.id)
    for mention in mentions:
        if amount := facts.investment(text, mention):
            project.investment_cny = amount.yuan
            project.fields["investment_cny"] = (amount.start, amount.end, facts.INVESTMENT.id)
            break
    else:
        if alone and (amount := facts.told_of_the_only(layer, mentions[0])):
            project.investment_cny = amount.yuan
            project.fields["investment_cny"] = (amount.start, amount.end, facts.INVESTMENT.id)
    project.places = places_of(item_of(layer, mentions[0].start, items(text)), mentions)
    project.organizations = backers.organizations(layer, bodies, mentions, alone=alone, family=family)
    return project


def _inherit(projects: list[ProjectMention]) -> None:
    """A phase that stands alone is where the project before it is, and of the same backers."""
    for whole, part in itertools.pairwise(projects):
        if part.rule == PHASE.id:
            part.places = part.places if part.places and part.places[0].rule != HOME.id else list(whole.places)
            part.organizations = part.organizations or list(whole.organizations)


@Language.component("kg_projects")
def kg_projects(doc: Doc) -> Doc:
    """Sets `doc._.kg.projects`, one mention for each project of the article, and `doc.spans["projects"]`.

    Needs the sentences, dates, places and organisations of the components before it.
    """
    layer = layer_of(doc)
    text = layer.article.text
    places = [
        (place.start, place.end)
        for place in layer.places
        if place.level in _DIVISIONS and text[place.start] not in _MEANT
    ]
    backing = bodies_of(doc, layer)
    bodies = [(body.start, body.end) for body in backing]
    found = occurrences(layer, spans(text, places, bodies, [(date.start, date.end) for date in layer.dates]))
    names = [text[m.start : m.end] for m in found]
    together = clusters(names, _home(layer))
    family = related([names[cluster[0]] for cluster in together])
    layer.projects = sorted(
        (
            _project(layer, backing, [found[i] for i in cluster], alone=len(together) == 1, family=family)
            for cluster in together
        ),
        key=lambda project: project.start,
    )
    _inherit(layer.projects)
    show(doc, "projects", layer.projects)
    return doc
