"""Chains of titles and the names that stand beside them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kg.annotate.layer import Layer, PostMention
from kg.annotate.posts.bodies import place_level
from kg.annotate.posts.neighbours import linked
from kg.annotate.posts.patterns import GROUP, ROLE


@dataclass(slots=True)
class Chain:
    """Titles of one person, side by side: 市委副书记、市长."""

    titles: list[PostMention] = field(default_factory=list)
    held: bool = False
    """Someone has been found who holds them."""

    @property
    def start(self) -> int:
        """Where the first title begins."""
        return self.titles[0].start

    @property
    def end(self) -> int:
        """Where the last title ends."""
        return self.titles[-1].end

    @property
    def posts(self) -> list[PostMention]:
        """The public ones among the titles."""
        return [title for title in self.titles if title.rule != ROLE.id]

    @property
    def roles(self) -> list[PostMention]:
        """The others: 董事长, 教授."""
        return [title for title in self.titles if title.rule == ROLE.id]

    @property
    def group(self) -> bool:
        """Whether it is 市领导 or the like."""
        return self.titles[0].rule == GROUP.id


def chains(layer: Layer) -> list[Chain]:
    """Posts and roles of an article in chains, in order."""
    text = layer.article.text
    found: list[Chain] = []
    for title in sorted([*layer.posts, *layer.roles], key=lambda title: title.start):
        if found and not found[-1].group and title.rule != GROUP.id and linked(text, found[-1].end, title.start):
            found[-1].titles.append(title)
        else:
            found.append(Chain([title]))
    return found


_GAP = re.compile(r"(?:[（(][^（）()\n]{1,14}[）)])?[\s\u3000\xa0]{0,2}(?:(?:分别)?(?:有|包括)?[：:]|[“”]|同志)?")
_COPULA = re.compile(r"(?:一职)?的?(?:是|为|系)|一职的|的")
_GROUP_GAP = re.compile(r"(?:同志)?(?:代表)?(?:还有|有|包括|以及|及其他|及|为)?[：:\s\u3000]{0,2}")


def name_slots(text: str, chain: Chain) -> Iterator[tuple[int, bool]]:
    """Where the name of a chain's holder may begin behind it, and whether right behind it."""
    gap = _GAP.match(text, chain.end)
    assert gap is not None
    yield gap.end(), True
    if gap.end() > chain.end:
        yield chain.end, True
    if chain.group and (wide := _GROUP_GAP.match(text, chain.end)) and wide.end() > gap.end():
        yield wide.end(), True
    if copula := _COPULA.match(text, chain.end):
        yield copula.end(), False


_LEADS = re.compile(
    r"(?:董事长|总经理|总裁|行长|厂长|经理|会长|理事长|秘书长|理事|主席|主任|书记|院长|校长|所长|总监)$"
)


def company_posts(layer: Layer, roles: Iterable[PostMention]) -> list[PostMention]:
    """What an official leads outside public life, as posts: 市政协委员、远岫公司董事长."""
    found: list[PostMention] = []
    for role in roles:
        if not role.organization or not _LEADS.search(role.title):
            continue
        body = role.organization
        first = bisect.bisect_left(layer.places, role.start, key=lambda place: place.start)
        for place in layer.places[first : first + 1]:
            if place.start == role.start and (level := place_level(layer.article.text, place)):
                body = body[place.end - place.start - len(level) :]
        found.append(replace(role, title=body + role.title, confidence=min(role.confidence, 0.75)))
    return found


_PARTY_BODY = re.compile("(?:党委|党组|党总支|党支部|纪委|工会|团委)$")
"""What stands between a body's name and a head: 集团党委书记 is of the 集团."""


def roles_of(found: Iterable[PostMention]) -> tuple[str | None, str | None]:
    """What someone is, and where: the roles as one phrase, the first body named."""
    titles = list(found)
    said, bodies = [], []
    for title in titles:
        body = title.organization or ""
        inner = _PARTY_BODY.search(body)
        inside = inner if inner and inner.start() and not title.title.startswith(inner.group()) else None
        said.append((inside.group() if inside else "") + title.title)
        bodies.append(body[: inside.start()] if inside else body)
    return "、".join(dict.fromkeys(said)) or None, next((body for body in bodies if body), None)
