"""Officials: one folded name and one division of the post, where posts and dates can be one person's."""

from __future__ import annotations

import bisect
import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.lexicon.division import Division
from kg.model.mention import Mention
from kg.resolve.clusters import Clusters
from kg.resolve.organizations import Organizations
from kg.resolve.places import Places
from kg.resolve.titles import Title, read_title

_STEPS_AT_ONCE = 2
"""Ranks (half a level each) that two reports of one time may differ by: titles are read loosely."""
_BOTH_DAYS = 60
"""Days within which two exclusive posts of different divisions are two people's."""


@dataclass(frozen=True, slots=True)
class Held:
    """One post of a mention."""

    title: Title
    division: Division | None
    status: str

    @property
    def key(self) -> tuple[str, str]:
        """What makes it one post with another's."""
        return self.title.name, self.division.lineage if self.division else ""


class Officials:
    """Blocks and clusters of officials."""

    def __init__(self, places: Places, organizations: Organizations) -> None:
        self._places, self._organizations = places, organizations

    def posts(self, mention: Mention) -> list[Held]:
        """Its posts, read."""
        return [self._held(mention, post) for post in mention.data["posts"]]

    def _held(self, mention: Mention, post: dict[str, str | None]) -> Held:
        division = None
        if post["of"]:
            division = self._places.division(post["of"], post["code"], mention.home)
        elif post["organization"]:
            division = self._organizations.body(post["organization"], mention.home).division
        assert post["title"] is not None
        return Held(title(self._places, post["title"], division), division, post["status"] or "current")

    def blocks(self, mention: Mention) -> list[str]:
        """Its blocks: name and division of each post; of one without such a post, the article's home."""
        named = {held.division for held in self._telling(mention)}
        at = {self._block(division) for division in named if division is not None}
        return [f"official|{mention.folded}|{where}" for where in sorted(at or {self._home(mention)})]

    def _telling(self, mention: Mention) -> list[Held]:
        return [held for held in self.posts(mention) if not held.title.weak and held.division is not None]

    def _block(self, division: Division) -> str:
        return (self._places.county(division) if division.level == "town" else division).lineage

    def _home(self, mention: Mention) -> str:
        home = self._places.division(mention.home.name, mention.home.code, None) if mention.home else None
        return self._block(home) if home else f"?{mention.home.name if mention.home else mention.article}"

    def cluster(self, mentions: list[Mention], clusters: Clusters) -> None:
        """Join the mentions of a component, block by block."""
        by_block: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            for key in self.blocks(mention):
                by_block[key].append(mention)
        bare: list[list[Mention]] = []
        for _, members in sorted(by_block.items()):
            telling = [m for m in members if self._telling(m)]
            self._join_telling(telling, clusters)
            bare.append([m for m in members if not self._telling(m)])
        for (_, members), unnamed in zip(sorted(by_block.items()), bare, strict=True):
            self._join_bare(unnamed, [m for m in members if m not in unnamed], clusters)

    def _join_telling(self, mentions: list[Mention], clusters: Clusters) -> None:
        by_posts: dict[frozenset[tuple[str, str]], list[Mention]] = defaultdict(list)
        for mention in mentions:
            by_posts[frozenset(held.key for held in self._telling(mention))].append(mention)
        groups = sorted(by_posts.values(), key=lambda group: min(m.age for m in group))
        heads = [[one[0].id for one in clusters.join_all(group)] for group in groups]
        for i, group in enumerate(groups):
            for j in range(i):
                if self._one_persons(groups[j], group):
                    for first in heads[j]:
                        for second in heads[i]:
                            clusters.join(first, second)

    def _join_bare(self, bare: list[Mention], telling: list[Mention], clusters: Clusters) -> None:
        known = {clusters.find(m.id) for m in telling}
        groups = clusters.join_all(bare)
        if len(known) == 1:
            for group in groups:
                clusters.join(next(iter(known)), group[0].id)

    def _one_persons(self, first: list[Mention], second: list[Mention]) -> bool:
        mine, others = self._telling(first[0]), self._telling(second[0])
        if {held.key for held in mine} & {held.key for held in others}:
            return True
        gap = _gap([m.day for m in first if m.day], [m.day for m in second if m.day])
        if gap is not None and gap <= _BOTH_DAYS and _two_seats(mine, others):
            return False
        step, other = _step(mine), _step(others)
        return step is None or other is None or abs(step - other) <= _STEPS_AT_ONCE + (gap or 0) / 365


@functools.lru_cache(maxsize=50_000)
def _municipal(places: Places, division: Division) -> bool:
    return division.level in ("county", "town") and places.prefecture(division).level == "province"


def title(places: Places, written: str, division: Division | None) -> Title:
    """A title read with the rank of its division."""
    if division is None:
        return read_title(written, None)
    return read_title(written, division.level, _word(division), _municipal(places, division))


def _word(division: Division) -> str:
    """市 of 池州市, 县 of an autonomous one, 街道; none of the nation."""
    if division.level == "nation":
        return ""
    return next((word for word in ("自治区", "街道") if division.name.endswith(word)), division.name[-1])


def _two_seats(mine: Iterable[Held], others: Iterable[Held]) -> bool:
    seats = [
        {held.division for held in posts if held.title.exclusive and held.status == "current"}
        for posts in (mine, others)
    ]
    return any(a != b and a is not None and b is not None and a.level == b.level for a in seats[0] for b in seats[1])


def _step(posts: Iterable[Held]) -> int | None:
    return max((held.title.step for held in posts if held.title.step is not None), default=None)


def _gap(days: list[str], others: list[str]) -> int | None:
    """Days between the nearest two; None where a side has none."""
    if not days or not others:
        return None
    ordered = sorted(dt.date.fromisoformat(day).toordinal() for day in set(others))
    best = None
    for day in {dt.date.fromisoformat(day).toordinal() for day in days}:
        at = bisect.bisect_left(ordered, day)
        for near in ordered[max(at - 1, 0) : at + 1]:
            best = abs(near - day) if best is None else min(best, abs(near - day))
    return best
