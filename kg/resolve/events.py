"""Meetings and visits: two reports of one, where place and date agree and something of their own does."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass

from kg.model.dates import bounds
from kg.model.mention import Mention
from kg.model.names import fold
from kg.resolve.clusters import Clusters
from kg.resolve.places import Place, Places

_LONG_DAYS = 31
"""A longer span names no event by its date: two reports agree on it only where they give it alike."""
_KIND = re.compile(
    r"(?:座谈|推进|专题|调度|协调|动员|部署|汇报|研讨|培训|发布|推介|签约|奠基|开工|启动|揭牌|常务|常委|全体|现场|视频|电视电话|表彰|总结|"
    r"通报|恳谈|洽谈|交流|论证|评审|见面|联席|办公|碰头|分析|研判)*(?:会议?|大会|全会|仪式|论坛|活动)$"
)
_SAYS_NOTHING = re.compile(
    r"全[国省市县区州旗镇乡]|[省市县区州旗镇乡](?=[委政])|工作|专题|有关|相关|重点|第?[一二三四五六七八九十\d]+次|会议|大会|活动|仪式|扩大|[()（）]"
)


@dataclass(frozen=True, slots=True)
class Event:
    """What a meeting's or visit's identity is decided by."""

    mention: Mention
    name: str
    kind: str
    first: dt.date
    last: dt.date
    places: tuple[Place, ...]
    chairs: frozenset[str]
    people: frozenset[str]

    @property
    def long(self) -> bool:
        """Whether its span is too long to tell it apart."""
        return (self.last - self.first).days > _LONG_DAYS


class Events:
    """Blocks and clusters of meetings and visits."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def event(self, mention: Mention) -> Event | None:
        """The mention, read; None where it has no date or no place: nothing can tell that it is another's."""
        data = mention.data
        named = data["places"] if mention.kind == "visit" else [data["place"]] if data["place"] else []
        places = [self._places.place(*place, home=mention.home) for place in named]
        if mention.home and not any(place.division for place in places):
            places.append(self._places.place(mention.home.name, mention.home.code))
        if not data["date"] or not places:
            return None
        first, last = bounds(data["date"])
        name = fold(mention.name) if mention.kind == "meeting" else ""
        return Event(
            mention,
            name,
            fold(data["kind"] or ""),
            first,
            last,
            tuple(dict.fromkeys(places)),
            frozenset(data["chairs"]),
            frozenset(data["people"]),
        )

    def blocks(self, mention: Mention) -> list[str]:
        """Province and day, each day of it; one without date or place is alone."""
        event = self.event(mention)
        if event is None:
            return [f"{mention.kind}|{mention.id}"]
        provinces = sorted({self._province(place) for place in event.places})
        if event.long:
            return [f"{mention.kind}|{where}|{event.first}/{event.last}" for where in provinces]
        days = [event.first + dt.timedelta(n) for n in range((event.last - event.first).days + 1)]
        return [f"{mention.kind}|{where}|{day}" for where in provinces for day in days]

    @staticmethod
    def _province(place: Place) -> str:
        line = [*([place.division] if place.division else []), *place.within]
        return next((d.lineage for d in line if d.level == "province"), place.id)

    def cluster(self, mentions: list[Mention], clusters: Clusters) -> None:
        """Join the mentions of a component by comparing those that share a block, the earliest pairs first."""
        by_block: dict[str, list[Event]] = defaultdict(list)
        for mention in sorted(mentions, key=lambda m: m.age):
            if (event := self.event(mention)) is not None:
                for key in self.blocks(mention):
                    by_block[key].append(event)
        pairs: dict[tuple[str, str], tuple[Event, Event]] = {}
        for members in by_block.values():
            for i, second in enumerate(members):
                for first in members[:i]:
                    pairs.setdefault((first.mention.id, second.mention.id), (first, second))
        order = sorted(
            pairs.values(), key=lambda pair: (not _same_name(*pair), pair[0].mention.age, pair[1].mention.age)
        )
        for first, second in order:
            if one_event(first, second):
                clusters.join(first.mention.id, second.mention.id)


def one_event(first: Event, second: Event) -> bool:
    """Whether two reports are of one event."""
    if not (_dates_agree(first, second) and _places_agree(first, second)):
        return False
    if first.mention.kind == "meeting" and _names_agree(first, second):
        return True
    kinds = first.kind == second.kind or (first.mention.kind == "visit" and not (first.kind and second.kind))
    return kinds and bool(first.chairs & second.chairs or len(first.people & second.people) > 1)


def _dates_agree(first: Event, second: Event) -> bool:
    if first.long or second.long:
        return (first.first, first.last) == (second.first, second.last)
    return _within(first, second) or _within(second, first)


def _within(inner: Event, outer: Event) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _places_agree(first: Event, second: Event) -> bool:
    return any(a.id in b.ids or b.id in a.ids for a in first.places for b in second.places)


def _names_agree(first: Event, second: Event) -> bool:
    shorter, longer = sorted((first, second), key=lambda event: len(event.name))
    return shorter.name in longer.name and says_more(shorter)


def _same_name(first: Event, second: Event) -> bool:
    return first.name == second.name


def says_more(event: Event) -> bool:
    """Whether a name says more than a kind: 专题会议 does not."""
    own = _KIND.sub("", event.name.removesuffix(event.kind) if event.kind else event.name)
    return len(_SAYS_NOTHING.sub("", own)) > 1
