"""The component that finds posts, whoever holds them."""

from __future__ import annotations

import bisect
import re

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layer import Layer, Link, Mention, PostMention, layer_of, show
from kg.annotate.posts.bodies import organization
from kg.annotate.posts.divisions import division_of, runs_into_a_place
from kg.annotate.posts.patterns import BODY, BODY_BEFORE, GROUP, OWN_DIVISION, PLAIN, ROLE
from kg.annotate.posts.titles import Title, titles
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


def _find(layer: Layer, people: list[Mention]) -> None:
    places = sorted((p for p in layer.places if p.end > p.start), key=lambda p: (p.start, -p.end))
    before: list[tuple[Title, Link | None]] = []
    chain = 0
    begun: list[int] = []
    for title in titles(layer.article.text, places):
        if runs_into_a_place(layer, title):
            continue
        _less_people(layer.article.text, title, people)
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


def _of_its_chain(before: list[tuple[Title, Link | None]], begun: list[int], at: int) -> Link | None:
    """The nation, for a title that else were the article's own, where a later one of its chain is a ministry's: 党委委员、副部长."""
    own = before[at][1]
    if own is not None and own.rule != OWN_DIVISION.id:
        return None
    later = (link for i, (_, link) in enumerate(before) if i > at and begun[i] == begun[at] and link is not None)
    return next((link for link in later if link.rule == BODY_BEFORE.id), None)


@Language.component("kg_posts")
def kg_posts(doc: Doc) -> Doc:
    """Sets `doc._.kg.posts`: posts as the text gives them, each with its division; `doc._.kg.roles`: other titles."""
    layer = layer_of(doc)
    layer.posts, layer.roles = [], []
    _find(layer, list(tagged(doc, PERSON)))
    show(doc, "posts", layer.posts)
    return doc
