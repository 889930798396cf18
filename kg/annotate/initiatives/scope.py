"""Whose initiative it is: the divisions that carry it out."""

from __future__ import annotations

import re

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.candidates import Candidate
from kg.annotate.layer import Layer, Link
from kg.annotate.places.setting import division, home, within

_NATION = "中国"
_SHARED_KINDS = frozenset({"strategy", "document", "programme", "plan"})
"""Kinds of national programmes of which the nation's share stays visible in a city's report."""

_LEVEL_BEFORE = re.compile(r"(?:(?P<nation>全国|国家|党中央|中央|国务院)|(?P<upper>全省|省委省政府|省委|省政府|省级|省))(?:[、和]?(?:省委|市委|全市|市|国务院))?(?:关于|的|部署|统一部署|级)?[“‘《]?$")
_NATION_INSIDE = re.compile(r"^(?:《)?(?:中共中央|国务院|中央|国家|全国)")


def places(layer: Layer, candidate: Candidate) -> list[Link]:
    """The divisions that carry the initiative out: its owner first, then the one that reports it."""
    text, start, end = layer.article.text, candidate.start, candidate.end
    found: list[Link] = []

    def add(link: Link | None, rule: str) -> None:
        if link is not None and link.name not in {other.name for other in found}:
            found.append(Link(link.name, link.start or start, link.end or end, rule, link.code))

    if candidate.owner == _NATION:
        if candidate.kind in _SHARED_KINDS:
            add(division(layer, "国家", start), patterns.OWNER.id)
    elif candidate.owner is not None:
        add(within(layer, candidate.owner), patterns.OWNER.id)
    before = _LEVEL_BEFORE.search(text, max(0, start - 14), start)
    if before:
        add(division(layer, "国家" if before["nation"] else "省", start), patterns.OWNER.id)
    elif _NATION_INSIDE.match(text[start:end]):
        add(division(layer, "国家", start), patterns.OWNER.id)
    inside = next((p for p in layer.places if start <= p.start <= start + 1 and p.end <= end and p.level != "site" and not p.open), None)
    own = home(layer)
    if inside is not None:
        add(Link(inside.name, inside.start, inside.end, "", inside.code), patterns.NAMED_PLACE.id)
        if candidate.rule == patterns.DOCUMENT.id:
            return found
    if own is not None:
        add(Link(own.name, start, end, "", own.code), patterns.OWN_PLACE.id)
    return found
