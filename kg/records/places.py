"""Links to places as references: each with the code of its division, or with why it has none."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.layer import Layer, Link, PlaceMention
from kg.lexicon.division import NATION
from kg.model.record import Reference
from kg.records.evidence import evidence
from kg.records.references import Mentions

_HEADS = {"zone": tuple("区园"), "village": ("村", "社区"), "division": (*"省市州盟县旗镇乡", "街道", "苏木")}
"""Last words of names, by what bears them; 社区 before 区."""


def place_reference(layer: Layer, link: Link, mentions: Mentions | None = None, kinds: Iterable[str] = ()) -> Reference:
    """A link to a place as the record's reference.

    What the link does not carry is taken from the place mention that ends where the link does, else from
    one of its name; a name without any mention lies in the article's own division.

    Args:
        layer: The article's layer.
        link: Its `name` is canonical, or as written for what a visit went to.
        mentions: Where the things of `kinds` that may be visited have their ids.
        kinds: `organization` where a body may be meant.
    """
    found = Reference(
        name=link.name,
        code=link.code or (NATION.code if link.name == NATION.name else None),
        mention=mentions.find(link.name, kinds) if mentions else None,
        evidence=[evidence(layer, link.start, link.end, link.rule)],
    )
    if found.code is None:
        found.code, found.open, found.within = _standing(layer, link)
    return found


def home_reference(layer: Layer) -> Reference | None:
    """The article's own place; without evidence where only metadata or publisher tell it."""
    own = layer.home
    if own is None:
        return None
    said = [evidence(layer, own.start, own.end, own.rule)] if own.end else []
    code, reason, within = _of(own)
    return Reference(name=own.name, code=code, open=reason, within=within, evidence=said)


def place_references(
    layer: Layer, links: Iterable[Link], mentions: Mentions, kinds: Iterable[str] = ()
) -> list[Reference]:
    """Links to places as references, one a name, in order."""
    kept: dict[str, Reference] = {}
    for link in links:
        if link.name not in kept:
            kept[link.name] = place_reference(layer, link, mentions, kinds)
    return list(kept.values())


def _of(place: PlaceMention) -> tuple[str | None, str | None, str | None]:
    return (place.code, None, None) if place.code else (None, place.open or place.level, place.within)


def _standing(layer: Layer, link: Link) -> tuple[str | None, str | None, str | None]:
    """`(code, open, within)` of what a link without a code names."""
    own = layer.home
    if own is not None and own.name == link.name:
        return _of(own)
    named = [p for p in layer.places if p.name == link.name]
    spanned = [p for p in layer.places if link.start <= p.start and p.end == link.end > p.start]
    place = next((p for p in spanned if p.name == link.name), next(iter((*spanned, *named)), None))
    if place is not None:
        return _of(place)
    within = (own.code or own.within) if own else None
    inner = [p for p in layer.places if link.start <= p.start and p.end < link.end]
    if inner and (lies := inner[-1].code or inner[-1].within):
        within = lies
    return None, _what(layer, link.name), within


def _what(layer: Layer, name: str) -> str:
    if any(body.name == name for body in layer.organizations):
        return "organization"
    if name.endswith(_HEADS["village"]):
        return "village"
    if name.endswith(_HEADS["division"]):
        return "unlisted"
    return "zone" if name.endswith(_HEADS["zone"]) else "site"
