"""From what was found to what the layer keeps: posts where they say something, nobody twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
    said = _in_full(mention for mention, _ in posts)
    kept = [post for post in kept if not _again(post, said.get(id(post)), kept)]
    return {
        id(post)
        for post in kept
        if post.organization
        or post.rule != PLAIN.id
        or id(post) not in address
        or not any(other.title.endswith(post.title) and _same(post, other) for other in names)
    }


_UNNAMED = re.compile("(?:医院|学校|学院|大学|公司|集团|农场|[局厅部院校行])(?:党委|党组|党总支|纪委)?")
"""What a body calls itself once it is named: 医院党委委员."""


def _in_full(mentions: Iterable[PersonMention]) -> dict[int, str]:
    """What posts without a body would be called in full, by identity: 公安部党委委员、副部长 has 公安部副部长."""
    full: dict[int, str] = {}
    for mention in {id(m): m for m in mentions}.values():
        body = ""
        for post in mention.posts:
            if post.organization:
                body = post.organization
            elif body:
                full[id(post)] = body + post.title
    return full


def _again(post: PostMention, full: str | None, kept: list[PostMention]) -> bool:
    """Whether another post of the person's says the same with the body's name."""
    for other in kept:
        if other is post or not _same(post, other) or not other.title.endswith(post.title) or other.title == post.title:
            continue
        if other.title == full or (post.organization and _UNNAMED.fullmatch(post.organization)):
            return True
    return False


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
