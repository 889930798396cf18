"""Where an article stands: its own division, and what a bare level word means in it."""

from __future__ import annotations

from kg.annotate.layer import Layer, Link, PlaceMention
from kg.lexicon.division import NATION, Division
from kg.lexicon.gazetteer import Gazetteer

_UPPER = {"国": "nation", "省": "province", "自治区": "province"}
_NEAR = 240
"""Characters before a bare level word in which the division that it means may be named."""


def home(layer: Layer) -> PlaceMention | None:
    """The article's own division."""
    return layer.home


def link(mention: PlaceMention, rule: str) -> Link:
    """A link to the place of a mention, made by `rule`."""
    return Link(mention.name, mention.start, mention.end, rule, mention.code)


def chain(layer: Layer) -> list[Division]:
    """The article's division and those it lies in, finest first."""
    if layer.home is None or layer.home.code is None:
        return []
    gazetteer = Gazetteer.load()
    own = gazetteer.by_code(layer.home.code)
    return [own, *gazetteer.parents(own)] if own else []


def _ends(name: str, word: str) -> bool:
    return name.endswith({"街道办": "街道", "自治县": "县", "自治州": "州"}.get(word, word))


def division(layer: Layer, word: str, at: int, *, rule: str = "places.home") -> Link | None:
    """The division that a level word means at offset `at`: 市 in 市委书记, 省 in 省水利厅.

    The article's own division or one above it, where it bears that word; else the last one named
    before `at` that does. None where neither tells.
    """
    if word in ("国", "国家", "全国", "中央"):
        return Link(NATION.name, at, at, rule, NATION.code)
    own = chain(layer)
    if word in ("省", "自治区"):
        province = next((d for d in own if d.level == "province"), None)
        return Link(province.name, at, at, rule, province.code) if province else _named(layer, word, at, rule)
    if word in ("镇", "乡", "街道"):
        return _named(layer, word, at, rule)
    for candidate in own:
        if _ends(candidate.name, word):
            return Link(candidate.name, at, at, rule, candidate.code)
    return _named(layer, word, at, rule)


def _named(layer: Layer, word: str, at: int, rule: str) -> Link | None:
    """The division with that level word named last before `at`, near enough to be meant."""
    for mention in reversed(layer.places):
        if mention.start >= at or mention.code is None:
            continue
        if at - mention.start > _NEAR:
            return None
        if _ends(mention.name, word):
            return Link(mention.name, mention.start, mention.end, rule, mention.code)
    return None


def within(layer: Layer, name: str, *, rule: str = "places.home") -> Link | None:
    """The division that a name, full or short, means in this article; None if it names none."""
    for mention in layer.places:
        if mention.name == name or layer.article.text[mention.start : mention.end] == name:
            return link(mention, rule)
    found = Gazetteer.load().lookup(name, short=True)
    related = {d.code for d in chain(layer)}
    best = [d for d in found if d.code in related or any(p.code in related for p in Gazetteer.load().parents(d)[:-1])] or found
    return Link(best[0].name, 0, 0, rule, best[0].code) if len(best) == 1 else None
