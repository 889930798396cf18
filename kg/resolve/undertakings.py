"""Projects by name within the prefecture; initiatives by name within the highest body that owns them."""

from __future__ import annotations

import re
from collections import defaultdict

from kg.model.mention import Mention
from kg.resolve.clusters import Clusters
from kg.resolve.places import Place, Places

_BARE_PROJECT = re.compile(
    r"(?:该|本|此)?(?:第?[一二三四五六七八九十\d]期|东区|西区|南区|北区|扩建|改建|新建|续建|改造|配套|重点|主体)*(?:建设)?(?:项目|工程)*(?:[一二三四五六七八九十\d]期)?(?:项目|工程)?"
)
_BARE_INITIATIVE = re.compile(
    r"(?:(?:[一二三四五六七八九十\d]+年|专项|集中|攻坚|整治|提升|行动|实施|工作|发展|建设|重点|改革|创建|中长期|五年|年度)*"
    r"(?:行动计划|行动方案|行动|计划|方案|规划|战略|工程|制度|机制|活动|意见|办法|目标|任务|改革))"
)


class Projects:
    """Blocks and clusters of projects."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def blocks(self, mention: Mention) -> list[str]:
        """Name and prefecture of each of its places; 二期项目 alone is only its own article's."""
        if _BARE_PROJECT.fullmatch(mention.folded):
            return [f"project|{mention.folded}|{mention.article}"]
        found = {_prefecture(self._places, place) for place in _at(self._places, mention)}
        return [f"project|{mention.folded}|{where}" for where in sorted(found or {f"?{mention.article}"})]

    def cluster(self, mentions: list[Mention], clusters: Clusters) -> None:
        """Join those of one block."""
        by_block: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            for key in self.blocks(mention):
                by_block[key].append(mention)
        for _, members in sorted(by_block.items()):
            clusters.join_all(members)


class Initiatives:
    """Blocks and clusters of initiatives."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def blocks(self, mention: Mention) -> list[str]:
        """Its name, all over the nation; a bare kind's in each of its prefectures; one without any place is its article's."""
        places = _at(self._places, mention)
        if not places:
            return [f"initiative|{mention.folded}|?{mention.article}"]
        if _BARE_INITIATIVE.fullmatch(mention.folded):
            return [
                f"initiative|{mention.folded}|{where}"
                for where in sorted({_prefecture(self._places, place) for place in places})
            ]
        return [f"initiative|{mention.folded}"]

    def cluster(self, mentions: list[Mention], clusters: Clusters) -> None:
        """Join mentions of one name where the places of one lie within those of the other."""
        by_name: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            for name in self.blocks(mention):
                by_name[name].append(mention)
        for _, members in sorted(by_name.items()):
            by_places: dict[frozenset[str], list[Mention]] = defaultdict(list)
            lines: dict[frozenset[str], list[tuple[str, ...]]] = {}
            for mention in members:
                places = _at(self._places, mention)
                key = frozenset(place.id for place in places)
                by_places[key].append(mention)
                lines.setdefault(key, [place.ids for place in places])
            groups = {key: clusters.join_all(group) for key, group in by_places.items()}
            order = {key: number for number, key in enumerate(sorted(groups, key=lambda key: groups[key][0][0].age))}
            by_place: dict[str, set[frozenset[str]]] = defaultdict(set)
            for key in groups:
                for place_id in key:
                    by_place[place_id].add(key)
            for inner in order:
                for outer in sorted(_holding(lines[inner], by_place) - {inner}, key=order.__getitem__):
                    _join(groups[inner], groups[outer], clusters)


def _holding(lines: list[tuple[str, ...]], by_place: dict[str, set[frozenset[str]]]) -> set[frozenset[str]]:
    """The sets of places that have for each line (a place and what it lies in) one of its places."""
    found = (set[frozenset[str]]().union(*(by_place[place] for place in line if place in by_place)) for line in lines)
    return set.intersection(*found) if lines else set()


def _join(inner: list[list[Mention]], outer: list[list[Mention]], clusters: Clusters) -> None:
    for first in inner:
        for second in outer:
            clusters.join(first[0].id, second[0].id)


def _at(places: Places, mention: Mention) -> list[Place]:
    """The places that a mention gives, else the article's home."""
    named = [places.place(*place, home=mention.home) for place in mention.data["places"]]
    if not named and mention.home:
        named = [places.place(mention.home.name, mention.home.code)]
    return list(dict.fromkeys(named))


def _prefecture(places: Places, place: Place) -> str:
    at = place.division or (place.within[0] if place.within else None)
    return places.prefecture(at).lineage if at else place.id
