"""Officials of other countries: named in foreign sounds, with a post of no division here, behind a country's name."""

from __future__ import annotations

import re

from kg.annotate.layer import Layer, PersonMention
from kg.annotate.people.readings import is_foreign
from kg.annotate.posts.patterns import NATIONAL, PLACE_IN_FRONT
from kg.lexicon import load

_ABROAD = re.compile(load("foreign_countries").alternation())
_NEAR = 80
"""Characters in front of a name in which the country stands."""


def send_abroad(layer: Layer, mentions: list[PersonMention]) -> None:
    """Turn the posts of foreign guests into roles: 美国国务卿…、国防部长劳埃德·奥斯汀 holds no post of ours."""
    text = layer.article.text
    for mention in mentions:
        if not mention.posts or not is_foreign(text[mention.start : mention.end]):
            continue
        if any(post.of is not None and post.rule == PLACE_IN_FRONT.id for post in mention.posts):
            continue
        begin = max(layer.sentence_of(mention.start)[0], mention.start - _NEAR)
        if any(post.of is None or post.of.rule == NATIONAL.id for post in mention.posts) and _ABROAD.search(
            text, begin, mention.start
        ):
            mention.role = mention.role or "、".join(post.title for post in mention.posts)
            mention.posts, mention.official = [], False
