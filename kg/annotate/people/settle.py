"""From what was found to what the layer keeps: posts where they say something, nobody twice."""

from __future__ import annotations

import re

from kg.annotate.layer import PersonMention, PostMention
from kg.annotate.posts.patterns import GROUP, PLAIN

_GOVERNMENT = re.compile(
    r"^(?:自治区|省|市|州|盟|区|县|旗|镇|乡)?(?:人民)?政府(?=(?:副|代|常务)*(?:省|市|州|区|县|镇|乡|旗)长)"
)


def _plain(title: str) -> str:
    """A title by what it means: 市政府副市长 is 副市长, 代理区长 is 代区长."""
    return _GOVERNMENT.sub("", title).replace("代理", "代")


def _distinct(posts: list[tuple[PersonMention, PostMention]]) -> set[int]:
    """The posts of one person that say something new, by identity: the first form of each, no bare form of address."""
    kept: list[PostMention] = []
    address = {id(post) for mention, post in posts if mention.end == post.start}
    for _, post in posts:
        if not any(
            _plain(post.title) == _plain(other.title) and _same(post, other) and post.title != other.title
            for other in kept
        ):
            kept.append(post)
    names = [post for post in kept if post.organization]
    return {
        id(post)
        for post in kept
        if post.organization
        or post.rule != PLAIN.id
        or id(post) not in address
        or not any(other.title.endswith(post.title) and _same(post, other) for other in names)
    }


def _same(one: PostMention, other: PostMention) -> bool:
    return one.of is None or other.of is None or one.of.name == other.of.name


def settle(mentions: list[PersonMention]) -> list[PersonMention]:
    """The mentions in order; 市领导 is kept only for those of whom the article says nothing better."""
    posts: dict[str, list[tuple[PersonMention, PostMention]]] = {}
    for mention in mentions:
        posts.setdefault(mention.name, []).extend((mention, post) for post in mention.posts)
    for held in posts.values():
        better = [pair for pair in held if pair[1].rule != GROUP.id] or held
        kept = _distinct(better)
        for mention, _ in held:
            mention.posts = [post for post in mention.posts if id(post) in kept]
    return sorted(mentions, key=lambda m: m.start)
