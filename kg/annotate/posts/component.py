"""The component that finds posts, whoever holds them."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layer import Layer, Link, PostMention, layer_of, show
from kg.annotate.posts.bodies import organization
from kg.annotate.posts.divisions import division_of
from kg.annotate.posts.patterns import BODY, GROUP, PLAIN, ROLE
from kg.annotate.posts.titles import Title, titles


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


def _find(layer: Layer) -> None:
    places = sorted((p for p in layer.places if p.end > p.start), key=lambda p: (p.start, -p.end))
    before: list[tuple[Title, Link | None]] = []
    chain = 0
    for title in titles(layer.article.text, places):
        if not title.linked:
            chain = len(before)
        sentence = layer.sentence_of(title.start)[0]
        of = division_of(layer, title, before, chain, sentence)
        before.append((title, of))
        (layer.roles if title.kind == "role" else layer.posts).append(_mention(layer.article.text, title, of))


@Language.component("kg_posts")
def kg_posts(doc: Doc) -> Doc:
    """Sets `doc._.kg.posts`: posts as the text gives them, each with its division; `doc._.kg.roles`: other titles."""
    layer = layer_of(doc)
    layer.posts, layer.roles = [], []
    _find(layer)
    show(doc, "posts", layer.posts)
    return doc
