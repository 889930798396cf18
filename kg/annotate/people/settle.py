"""From what was found to what the layer keeps: posts where they say something, nobody twice."""

from __future__ import annotations

from kg.annotate.layer import Layer, PersonMention
from kg.annotate.posts.patterns import GROUP


def settle(layer: Layer, mentions: list[PersonMention]) -> list[PersonMention]:
    """The mentions in order; 市领导 is kept only for those of whom the article says nothing better."""
    better = {m.name for m in mentions for post in m.posts if post.rule != GROUP.id}
    for mention in mentions:
        if mention.name in better:
            mention.posts = [post for post in mention.posts if post.rule != GROUP.id]
    return sorted(mentions, key=lambda m: m.start)
