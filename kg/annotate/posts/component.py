"""The component that finds posts, whoever holds them."""

from __future__ import annotations

import bisect
import re

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layer import Layer, Link, Mention, PlaceMention, PostMention, layer_of, show
from kg.annotate.posts.bodies import body_before, is_body, organization
from kg.annotate.posts.divisions import division_of, runs_into_a_place
from kg.annotate.posts.heads import is_division
from kg.annotate.posts.kinds import is_private
from kg.annotate.posts.patterns import BODY, BODY_BEFORE, GROUP, NATIONAL, OWN_DIVISION, PLAIN, ROLE
from kg.annotate.posts.titles import Title, nearby, titles
from kg.annotate.tagged import PERSON, tagged


def _mention(text: str, title: Title, of: Link | None) -> PostMention:
    if title.kind == "role":
        body = text[title.start : title.core] + title.organ
        return PostMention(
            title.start,
            title.end,
            ROLE.id,
            title=title.text[len(title.organ) :],
            organization=body or None,
            confidence=0.8,
        )
    rule, confidence = (GROUP, 0.8) if title.kind == "group" else (BODY, 0.93) if title.organ else (PLAIN, 0.9)
    return PostMention(
        title.start,
        title.end,
        rule.id,
        title=title.text,
        of=of,
        organization=organization(title.organ) if title.organ else None,
        status="nominated" if title.nominee else "former" if title.former else "current",
        confidence=confidence,
    )


_JOINING = re.compile(r"[、和与同及暨]")


def _less_people(text: str, title: Title, people: list[Mention]) -> None:
    """Take a person's name off the front of a title's body: 王玉龙同|市职院校长, 王玉龙|部长."""
    at = bisect.bisect_left(people, title.core, key=lambda person: person.start)
    for person in people[at : at + 2]:
        joining = _JOINING.match(text, person.end)
        body_end = title.core + len(title.organ)
        if title.body.place is not None and person.end != body_end:
            return
        if person.start >= title.core and person.end == body_end:
            cut = len(title.organ)
        elif person.end < body_end and joining:
            cut = joining.end() - title.core
        else:
            continue
        title.organ, title.text = title.organ[cut:], title.text[cut:]
        title.core += cut
        title.start, title.linked = title.core, False


_FEELING = re.compile("[领体学误]会$")
"""Ends as a body's name does and is a verb."""


def _parted(text: str, title: Title, people: list[Mention], places: list[PlaceMention], floor: int) -> None:
    """Give a plain title the body in front of the name in front of it: 市教育局|王某|局长."""
    if (
        title.kind != "post"
        or title.organ
        or title.body.place is not None
        or title.linked
        or title.head == "总书记"
        or is_division(title.head)
    ):
        return
    at = bisect.bisect_left(people, title.core, key=lambda person: person.end)
    if at == len(people) or people[at].end != title.core or people[at].start < floor:
        return
    start = people[at].start
    body = body_before(text, start, nearby(places, start - 40, start - 1), floor=floor)
    organ = text[body.core : start]
    if organ and is_body(organ) and not _FEELING.search(organ) and not is_private(text, organ, title.head, body.core):
        title.organ, title.body, title.text = organ, body, organ + title.text


def _find(layer: Layer, people: list[Mention]) -> None:
    places = sorted((p for p in layer.places if p.end > p.start), key=lambda p: (p.start, -p.end))
    before: list[tuple[Title, Link | None]] = []
    chain = 0
    begun: list[int] = []
    for title in titles(layer.article.text, places):
        if runs_into_a_place(layer, title):
            continue
        _less_people(layer.article.text, title, people)
        _parted(layer.article.text, title, people, places, before[-1][0].end if before else 0)
        if not title.linked:
            chain = len(before)
        begun.append(chain)
        sentence = layer.sentence_of(title.start)[0]
        of = division_of(layer, title, before, chain, sentence)
        before.append((title, of))
    for at, (title, of) in enumerate(before):
        (layer.roles if title.kind == "role" else layer.posts).append(
            _mention(layer.article.text, title, _of_its_chain(before, begun, at) or of)
        )


_DEPUTIES = frozenset(("代表", "委员", "常委"))
"""Of the nation's congresses whatever else they are."""


def _of_its_chain(before: list[tuple[Title, Link | None]], begun: list[int], at: int) -> Link | None:
    """The nation, for a title that else were the article's own, where a later one of its chain is a ministry's: 党委委员、副部长."""
    own = before[at][1]
    if own is not None and own.rule != OWN_DIVISION.id:
        return None
    group = before[at][0].text.startswith(("党组", "党委"))
    for i in range(at + 1, len(before)):
        title, link = before[i]
        if begun[i] != begun[at]:
            break
        if link is None:
            continue
        if link.rule == BODY_BEFORE.id or (group and link.rule == NATIONAL.id and title.head not in _DEPUTIES):
            return link
    return None


@Language.component("kg_posts")
def kg_posts(doc: Doc) -> Doc:
    """Sets `doc._.kg.posts`: posts as the text gives them, each with its division; `doc._.kg.roles`: other titles."""
    layer = layer_of(doc)
    layer.posts, layer.roles = [], []
    _find(layer, list(tagged(doc, PERSON)))
    show(doc, "posts", layer.posts)
    return doc
