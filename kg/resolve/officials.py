"""Officials: a block is the folded name and the division of a post, at the post's level.

A mention with posts in two divisions stands in both blocks and so joins them. Across blocks
nothing is joined; what may be a transfer or a slip of one character becomes a candidate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.model.mention import Mention, folded
from kg.model.record import Official
from kg.resolve.candidate import Candidate
from kg.resolve.clusters import Clusters
from kg.resolve.context import NATION, Context

Named = list[tuple[Mention, Official, Context]]


def _level(code: str) -> str:
    """Codes of counties and below are cut to the county's."""
    return code[:6]


def blocks(official: Official, context: Context) -> set[tuple[str, str]]:
    """The blocks of one mention; that of the article's own division where no post tells."""
    name = folded(official.name)
    codes = {_level(d.code) for post in official.posts if (d := context.division(post.of))}
    if not codes:
        return {(name, context.home or f"@{context.record.id}")}
    return {(name, code) for code in codes}


def join_officials(found: Named, clusters: Clusters) -> None:
    """Join the mentions of each block."""
    by_block: dict[tuple[str, str], list[str]] = defaultdict(list)
    for mention, official, context in found:
        for block in blocks(official, context):
            by_block[block].append(mention.id)
    for members in by_block.values():
        clusters.join_all(members)


def _one_character_apart(a: str, b: str) -> bool:
    return len(a) == len(b) >= 3 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def official_candidates(found: Named, node: dict[str, str]) -> Iterator[Candidate]:
    """Pairs of clusters that may be one person: one name in two places, or one post under two spellings."""
    by_name: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    by_post: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for mention, official, context in found:
        at = node[mention.id]
        for _, code in blocks(official, context):
            by_name[folded(official.name)][at].add(code)
            for post in official.posts:
                by_post[code, folded(post.title)].setdefault(at, folded(official.name))
    for name, places in sorted(by_name.items()):
        ids = sorted(places)
        for i, a in enumerate(ids):
            for b in ids[i + 1 :]:
                near = any(x[:4] == y[:4] and NATION not in (x, y) for x in places[a] for y in places[b])
                reason = f"{name}: posts in one prefecture" if near else f"{name}: one name in two places"
                yield Candidate("official", a, b, 0.7 if near else 0.3, reason)
    seen = set()
    for (_, title), holders in sorted(by_post.items()):
        ids = sorted(holders)
        for i, a in enumerate(ids):
            for b in ids[i + 1 :]:
                if (a, b) not in seen and _one_character_apart(holders[a], holders[b]):
                    seen.add((a, b))
                    yield Candidate("official", a, b, 0.6, f"{holders[a]} and {holders[b]}: one character apart, both {title}")
