"""From what was found to what the layer keeps: posts where they say something, nobody twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.annotate.layer import PersonMention, PostMention
from kg.annotate.posts.patterns import GROUP, NEIGHBOUR, OWN_DIVISION, PLAIN

_GOVERNMENT = re.compile(
    r"^(?:自治区|省|市|州|盟|区|县|旗|镇|乡)?(?:人民)?政府(?=(?:副|代|常务)*(?:省|市|州|区|县|镇|乡|旗)长)"
)
_COMMITTEE = re.compile(r"^(?:自治区|省|市|州|盟|区|县|旗)委(?=(?:组织|宣传|统战|政法|社会工作)[部委])")
_DOUBLED = re.compile(r"(?<=[^\W\d_]{2})部(?=副?部长$)|(?<=[^\W\d_]{2})局(?=副?局长$)|(?<=[^\W\d_]{2})厅(?=副?厅长$)")


def _plain(title: str) -> str:
    """A title by what it means: 市政府副市长 is 副市长, 代理区长 is 代区长, 县委组织部长 is 组织部部长."""
    return _COMMITTEE.sub("", _DOUBLED.sub("", _GOVERNMENT.sub("", title))).replace("代理", "代")


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
    ends = {post.end for _, post in posts}
    kept = [
        post for post in kept if ends.intersection(range(post.start - 2, post.start + 1)) or not _astray(post, kept)
    ]
    said = _in_full(mention for mention, _ in posts)
    kept = [post for post in kept if not _again(post, said.get(id(post)), kept)]
    return {
        id(post)
        for post in kept
        if post.organization
        or post.rule != PLAIN.id
        or id(post) not in address
        or not any(other.title != post.title and other.title.endswith(post.title) for other in kept)
    }


_INFERRED = {NEIGHBOUR.id, OWN_DIVISION.id}
"""Rules that give a post a division that nothing in its title speaks of."""


def _astray(post: PostMention, kept: list[PostMention]) -> bool:
    """Whether the same title stands before with a division, and this one, which opens its chain, has only its neighbours'."""
    if post.of is not None and post.of.rule not in _INFERRED:
        return False
    for other in kept:
        if other is post:
            return False
        if other.title == post.title and other.of is not None and other.of.name != (post.of.name if post.of else ""):
            return True
    return False


_UNNAMED = re.compile("(?:医院|学校|学院|大学|公司|集团|农场|[局厅部院校行])(?:党委|党组|党总支|纪委)?")
"""What a body calls itself once it is named: 医院党委委员."""


_PARTY_GROUP = re.compile("党组|党委|党工委|党总支|党支部")


def _in_full(mentions: Iterable[PersonMention]) -> dict[int, str]:
    """What posts without a body would be called in full, by identity: 公安部党委委员、副部长 has 公安部副部长."""
    full: dict[int, str] = {}
    for mention in {id(m): m for m in mentions}.values():
        body = ""
        for post in mention.posts:
            if post.organization and not (body and _PARTY_GROUP.fullmatch(post.organization)):
                body = post.organization
            elif body:
                full[id(post)] = body + post.title
    return full


def _again(post: PostMention, full: str | None, kept: list[PostMention]) -> bool:
    """Whether another post of the person's says the same with the body's name."""
    for other in kept:
        if other is post or not _same(post, other) or not other.title.endswith(post.title) or other.title == post.title:
            continue
        if (
            other.title == full
            or (full is None and post.organization and _PARTY_GROUP.fullmatch(post.organization))
            or (post.organization and _UNNAMED.fullmatch(post.organization))
            or (full is None and not post.organization and _names(other, post.title))
        ):
            return True
    return False


def _names(other: PostMention, title: str) -> bool:
    """Whether a post is a title of a body that it names: 区人大常委会副主任, called 副主任 in a list."""
    return bool(other.organization) and other.title == f"{other.organization}{title}"


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
