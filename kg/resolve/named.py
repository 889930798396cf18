"""Things told by their name within a region: projects, initiatives, organisations, other people."""

from __future__ import annotations

import re
from collections import defaultdict

from kg.model.mention import Mention, folded
from kg.model.record import Initiative, Person, Project, Reference
from kg.resolve.clusters import Clusters
from kg.resolve.context import NATION, Context, contains, prefecture

_BARE = re.compile(r"(?:[一二三四五]年)?(?:专项)?(?:行动|计划|方案|规划|工程|活动|制度|机制|改革|攻坚|试点|战略)+")
"""A name that says no more than a kind."""


def _group(keys: dict[tuple[str, ...], list[str]], clusters: Clusters) -> None:
    for members in keys.values():
        clusters.join_all(members)


def join_people(found: list[tuple[Mention, Person, Context]], clusters: Clusters) -> None:
    """Other people are one only where name and organisation agree."""
    keys: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for mention, person, context in found:
        if person.organization:
            keys[folded(person.name), folded(person.organization), prefecture(context.home)].append(mention.id)
    _group(keys, clusters)


def _codes(places: list[Reference], context: Context) -> list[str]:
    return [d.code for place in places if (d := context.division(place))] or ([context.home] if context.home else [])


def join_projects(found: list[tuple[Mention, Project, Context]], clusters: Clusters) -> None:
    """Projects are one where the folded name agrees within a prefecture; phases have names of their own."""
    keys: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for mention, project, context in found:
        for region in {prefecture(code) for code in _codes(project.places, context)} or {f"@{context.record.id}"}:
            keys[folded(project.name), region].append(mention.id)
    _group(keys, clusters)


def _owner(places: list[Reference], context: Context) -> str:
    """The highest body that an initiative's places speak for; a county's counts for its prefecture."""
    codes = _codes(places, context)
    if NATION in codes:
        return NATION
    above = sorted(code for code in codes if code.endswith("0000"))
    return above[0] if above else prefecture(sorted(codes)[0]) if codes else f"@{context.record.id}"


def join_initiatives(found: list[tuple[Mention, Initiative, Context]], clusters: Clusters) -> None:
    """Initiatives are one where the folded name agrees and one's region holds the other's."""
    by_name: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for mention, initiative, context in found:
        name = folded(initiative.name)
        region = prefecture(context.home) or f"@{context.record.id}" if _BARE.fullmatch(name) else _owner(initiative.places, context)
        by_name[name][region].append(mention.id)
    for name, regions in by_name.items():
        for members in regions.values():
            clusters.join_all(members)
        if _BARE.fullmatch(name):
            continue
        for outer in sorted(regions):
            for inner in sorted(regions):
                if outer != inner and contains(outer, inner):
                    clusters.join(regions[outer][0], regions[inner][0])


def join_organizations(found: list[tuple[Mention, str, Context]], clusters: Clusters) -> None:
    """Organisations are one where the folded name agrees within a prefecture; registered companies in the nation."""
    keys: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for mention, name, context in found:
        region = NATION if name.endswith("公司") and len(name) > 8 else prefecture(context.home) or f"@{context.record.id}"
        keys[folded(name), region].append(mention.id)
    _group(keys, clusters)
