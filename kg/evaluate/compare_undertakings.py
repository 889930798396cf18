"""Projects and initiatives of two records: paired by name first, then part by part under the pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.evaluate.likeness import align, likeness
from kg.evaluate.stated import Comparison, Side, linked, once, valued, whole
from kg.model.record import Initiative, Project, Reference


def _named(
    gold: Sequence[Project | Initiative], found: Sequence[Project | Initiative]
) -> tuple[dict[int, int], Side, Side]:
    pairs = align([one.name for one in gold], [one.name for one in found], likeness, 0.7)
    back = {j: i for i, j in pairs.items()}
    return (
        pairs,
        [whole(("pair", i) if i in pairs else one.name, one.name, one) for i, one in enumerate(gold)],
        [whole(("pair", back[j]) if j in back else one.name, one.name, one) for j, one in enumerate(found)],
    )


def projects(gold: Sequence[Project], found: Sequence[Project]) -> Iterator[Comparison]:
    """`project`, its places, money, stage and organisations."""
    pairs, wanted, had = _named(gold, found)
    yield "project", wanted, had
    sides, others = [(i, gold[i]) for i in pairs], [(i, found[j]) for i, j in pairs.items()]

    def links(side: list[tuple[int, Project]], get: Callable[[Project], list[Reference]]) -> Side:
        return once(linked(i, p.name, p, link) for i, p in side for link in get(p))

    def money(side: list[tuple[int, Project]]) -> Side:
        return once(
            valued(i, p.name, p, "investment_cny", round(float(p.investment_cny))) for i, p in side if p.investment_cny
        )

    def stages(side: list[tuple[int, Project]]) -> Side:
        return once(valued(i, p.name, p, "stage", p.stage) for i, p in side if p.stage)

    yield "project_place", links(sides, lambda p: p.places), links(others, lambda p: p.places)
    yield "project_money", money(sides), money(others)
    yield "project_stage", stages(sides), stages(others)
    yield "project_org", links(sides, lambda p: p.organizations), links(others, lambda p: p.organizations)


def initiatives(gold: Sequence[Initiative], found: Sequence[Initiative]) -> Iterator[Comparison]:
    """`initiative` and `initiative_place`."""
    pairs, wanted, had = _named(gold, found)
    yield "initiative", wanted, had
    yield (
        "initiative_place",
        once(linked(i, gold[i].name, gold[i], link) for i in pairs for link in gold[i].places),
        once(linked(i, found[j].name, found[j], link) for i, j in pairs.items() for link in found[j].places),
    )
