"""Where an article stands: its own division, what a bare level word means in it, and what a name does."""

from __future__ import annotations

import bisect
import re

from kg.annotate.layer import Layer, Link, PlaceMention
from kg.annotate.places.only import only
from kg.annotate.places.patterns import EVENT_BEHIND, HOME, ORGAN
from kg.lexicon.division import NATION, Division
from kg.lexicon.gazetteer import Gazetteer

_NATIONAL = frozenset(("国", "国家", "全国", "我国", "中央", "党中央"))
_PROVINCIAL = frozenset(("省", "自治区"))
_SMALL = frozenset(("镇", "乡", "街道", "村", "社区", "新区", "高新区", "开发区", "经开区", "园区", "苏木"))
_SHORTER = {"自治州": "州", "自治县": "县", "自治旗": "旗", "地区": "地区", "林区": "区", "特区": "区"}
_NEAR = 240
"""Characters before a bare level word in which the division that it means may be named."""
_TURN = re.compile(r"[。！？；\n]|出席|参加|陪同|主持|讲话|介绍|汇报|表示|指出|强调|调研|会见|一行|先后|来到|前往|赴")
"""Between a named division's post and a bare level word: the word is no longer about that division."""
_POST = re.compile(ORGAN)


def home(layer: Layer) -> PlaceMention | None:
    """The article's own division, or the town, zone or village that it is about."""
    return layer.home


def link(mention: PlaceMention, rule: str) -> Link:
    """A link to the place of a mention, made by `rule`."""
    return Link(mention.name, mention.start, mention.end, rule, mention.code)


def chain(layer: Layer) -> list[Division]:
    """The article's division and those it lies in, finest first; of a zone or village those it lies in."""
    own = layer.home
    if own is None:
        return []
    gazetteer, on = Gazetteer.load(), layer.article.published_on
    if own.code is not None:
        division = gazetteer.by_code(own.code, on)
        return [division, *gazetteer.parents(division, on)] if division else []
    for i, name in enumerate(own.parents):
        above = set(own.parents[i + 1 :])
        found = [d for d in gazetteer.lookup(name, on) if above <= {p.name for p in gazetteer.parents(d, on)}]
        if len(found) == 1:
            return [found[0], *gazetteer.parents(found[0], on)]
    return []


def bears(name: str, word: str) -> bool:
    """Whether a division of that name is meant by the level word: 清原满族自治县 by 县, 上海市 by 市, 浦东新区 by 区."""
    if word == "区" and name.endswith("自治区"):
        return False
    return name.endswith(_SHORTER.get(word, word)) and name != "城市"


def division(layer: Layer, word: str, at: int, *, rule: str = HOME.id) -> Link | None:
    """The division that a level word means at offset `at`: 市 in 市委书记, 省 in 省水利厅.

    First one whose post stands just before in the same statement (海州区委副书记、区长); then the
    article's own division, or one it lies in, of that level; then the last one named before; then the only one of that
    level of which the article speaks.

    Args:
        layer: The article's layer, places done.
        word: 国, 省, 自治区, 市, 州, 盟, 地区, 区, 县, 旗, 镇, 乡, 街道, 村, 新区 …
        at: Where the word stands.
        rule: The rule that the link is to carry.

    Returns:
        The link, spanning the mention that names the division, or empty at `at`; None where
        nothing tells.
    """
    if word in _NATIONAL:
        return Link(NATION.name, at, at, rule, NATION.code)
    before = layer.places[: bisect.bisect_left(layer.places, at, key=lambda place: place.start)]
    if word in _SMALL:
        return _small(layer, word, before, at, rule)
    spoken = _just_said(layer, word, before, at)
    if spoken is not None:
        return link(spoken, rule)
    own = chain(layer)
    found = _of_chain(own, word)
    if found is None and word == "区" and own and own[-1].name.endswith("自治区"):
        return _last(layer, word, before, at, rule) or Link(own[-1].name, at, at, rule, own[-1].code)
    if found is not None:
        return Link(found.name, at, at, rule, found.code)
    return _last(layer, word, before, at, rule) or (
        None if own else only(layer, lambda name: _means(name, word), at, rule, above=True)
    )


def _means(name: str, word: str) -> bool:
    return name.endswith(("省", "自治区")) if word in _PROVINCIAL else bears(name, word)


def _of_chain(own: list[Division], word: str) -> Division | None:
    if word in _PROVINCIAL:
        return next((d for d in own if d.level == "province" and bears(d.name, word)), None)
    return next((d for d in own if bears(d.name, word)), None)


def _just_said(layer: Layer, word: str, before: list[PlaceMention], at: int) -> PlaceMention | None:
    """The division just before in the same statement, of a post or that holds something: 海州区委副书记、区长; 常熟市召开会议，市委书记."""
    text = layer.article.text
    for place in reversed(before[-3:]):
        if bears(place.name, word) and text[place.start : place.end].endswith(word) and not _deictic(text, place):
            spoken = _POST.match(text, place.end) or EVENT_BEHIND.match(text, place.end)
            if at - place.end > 40 or not spoken or _TURN.search(text, place.end, at):
                return None
            return place
    return None


def _deictic(text: str, place: PlaceMention) -> bool:
    return text[place.start] in "我全本该" and not place.name.startswith(text[place.start : place.end])


def _last(layer: Layer, word: str, before: list[PlaceMention], at: int, rule: str) -> Link | None:
    """The division with that level word named last before `at`, near enough to be meant."""
    for place in reversed(before):
        if at - place.start > _NEAR:
            return None
        if bears(place.name, word) and place.end <= at and not _in_a_list(layer.article.text, place):
            return link(place, rule)
    return None


def _in_a_list(text: str, place: PlaceMention) -> bool:
    """Whether it is a short name between others: 迁安 of 迁安、遵化等地 is not what 全市 means."""
    return text[place.start : place.end] != place.name and "、" in (
        text[place.start - 1 : place.start],
        text[place.end : place.end + 1],
    )


def _small(layer: Layer, word: str, before: list[PlaceMention], at: int, rule: str) -> Link | None:
    own = layer.home
    if own is not None and own.level in ("town", "zone", "village") and own.name.endswith(word):
        return Link(own.name, at, at, rule, own.code)
    return _last(layer, word, before, at, rule) or only(layer, lambda name: name.endswith(word), at, rule, above=False)


def within(layer: Layer, name: str, *, rule: str = HOME.id) -> Link | None:
    """The division that a name, full or short, means in this article; None if none, or several equally.

    One that the text names so comes first, then one of the article's own chain, then one that lies
    in the same prefecture or province; a name that one division alone bears is that one's.
    """
    for mention in layer.places:
        if mention.name == name or layer.article.text[mention.start : mention.end] == name:
            return link(mention, rule)
    gazetteer = Gazetteer.load()
    found = gazetteer.lookup(name, layer.article.published_on, short=True)
    own = [d.code for d in chain(layer)]
    for code in own:
        near = [d for d in found if d.code == code or code in (p.code for p in gazetteer.parents(d))]
        if near:
            found = near
            break
    highest = [d for d in found if d.level == found[0].level]
    return Link(highest[0].name, 0, 0, rule, highest[0].code) if len(highest) == 1 else None
