"""Whose post it is: the division of a title."""

from __future__ import annotations

import bisect
import re

from kg.annotate.layer import Layer, Link
from kg.annotate.places import setting
from kg.annotate.places.patterns import DEICTIC, THERE
from kg.annotate.posts.organs import NATIONAL_BODY
from kg.annotate.posts.patterns import (
    BODY_BEFORE,
    LEVEL_WORD,
    NATIONAL,
    NEIGHBOUR,
    OWN_DIVISION,
    PLACE_IN_FRONT,
    UNLISTED_PLACE,
)
from kg.annotate.posts.titles import Title
from kg.annotate.posts.zones import ADMINISTRATION, district, is_districts, named_zone
from kg.lexicon import load
from kg.lexicon.division import NATION as THE_NATION
from kg.lexicon.gazetteer import Gazetteer

NATION = THE_NATION.name

_NATIONAL_TITLES = re.compile(
    r"总书记|国务委员|委员长|总理|国家主席|国务院|^驻(?!华)[\u4e00-\u9fff]{1,9}(?:使馆|领事馆|大使|领事|公使|参赞)"
)
_HEAD_LEVEL = re.compile(r"(自治区|省|市|州|盟|区|县|旗|镇|乡|村)(?:长|领导)")
_MINISTRY = re.compile(load("ministries").alternation())
CORPS = "新疆生产建设兵团"
"""Rules its own towns and is no division."""
_CORPS = re.compile(r"(?:新疆)?(?:生产建设)?兵团")
_BARE = frozenset("厅局")
"""What a department calls itself, once it is named."""
_INSTITUTION = re.compile(r"大学|学院|医院|学校|中学|小学|中心医院|研究院|运动会|大运会|组委会")
_OF_THE_NATION = re.compile(
    r"(?:湖南|吉林|四川|山东|重庆|浙江|北京|南京|天津|上海|香港|澳门)(?:大学|交通大学|师范大学|外国语大学|财经大学|中医药大学)"
)
"""Universities under a ministry, or outside the mainland's divisions, that bear a division's name."""


def is_national(title: Title) -> bool:
    """Whether a title is the nation's by its body or its head."""
    return bool(NATIONAL_BODY.match(title.organ)) or bool(_NATIONAL_TITLES.search(title.text))


def _of_level(link: Link | None, level: str, title: str) -> bool:
    if link is None or not link.name.endswith(level):
        return False
    return not is_districts(title, link.name)


def level_word(title: Title) -> str:
    """The level that a title speaks of: its organ's, else its head's."""
    if title.body.level and (title.organ or title.body.place is None):
        return title.body.level
    match = _HEAD_LEVEL.search(title.text)
    return match[1] if match else ""


def _province(title: Title) -> Link | None:
    """The province whose name an institution bears, and which runs it: 湖南工业大学."""
    if _OF_THE_NATION.match(title.organ):
        return None
    for length in (3, 2):
        for division in Gazetteer.load().lookup(title.organ[:length], short=True):
            if division.level == "province":
                return Link(division.name, title.core, title.core + length, PLACE_IN_FRONT.id, division.code)
    return None


def _there(layer: Layer, title: Title) -> Link | None:
    """What stands right in front and names no place itself: 该镇 before 人大副主席, a body named before for 厅党组书记."""
    first = bisect.bisect_left(layer.places, title.start - 4, key=lambda place: place.start)
    for place in layer.places[first : first + 3]:
        if place.end == title.start and place.rule in (THERE.id, DEICTIC.id):
            return setting.link(place, LEVEL_WORD.id)
    if title.organ[:1] in _BARE:
        for body in reversed(layer.organizations):
            if body.end <= title.start and body.of is not None and body.name.endswith(title.organ[0]):
                return Link(body.of.name, body.start, body.end, BODY_BEFORE.id, body.of.code)
    return None


def runs_into_a_place(layer: Layer, title: Title) -> bool:
    """Whether the head's last character begins a division's full name: 市长 in 重庆市长寿区 is nobody's post."""
    first = bisect.bisect_left(layer.places, title.end - 1, key=lambda place: place.start)
    return any(
        place.end > title.end and layer.article.text[place.start : place.end] == place.name
        for place in layer.places[first : first + 2]
        if place.start == title.end - 1
    )


_BRANCH = re.compile(r"[^驻援]{0,8}(?:分局|支队|大队|中队|监狱|调查队)")
"""What follows a place inside a body's name where the body is that place's: 市公安局静安|分局."""


def _branch(layer: Layer, title: Title) -> Link | None:
    """The place of a branch, which stands within the name of the whole body: 武警广东省总队深圳第二支队."""
    place, text = title.body.place, layer.article.text
    if place is None or not title.organ:
        return None
    end = title.core + len(title.organ)
    i = bisect.bisect_left(layer.places, title.core, key=lambda found: found.start)
    for found in layer.places[i : i + 4]:
        inside = place.end < found.start < found.end < end and found.code and text[found.start - 1] not in "驻援赴"
        if inside and _BRANCH.match(text, found.end, end):
            return setting.link(found, PLACE_IN_FRONT.id)
    return None


def division_of(
    layer: Layer, title: Title, before: list[tuple[Title, Link | None]], chain: int, sentence: int
) -> Link | None:
    """The division that a title belongs to.

    Args:
        layer: The article's layer, places done.
        title: The title.
        before: The titles before it with what was found for them, in order.
        chain: Index in `before` at which the title's own chain begins.
        sentence: Offset at which its sentence begins.
    """
    place, at = title.body.place, title.core
    if is_national(title) and not (place is not None and place.level == "nation"):
        return Link(NATION, title.core, title.end, NATIONAL.id, THE_NATION.code)
    if place is not None:
        if title.body.own:
            return _province(title)
        return _branch(layer, title) or setting.link(place, PLACE_IN_FRONT.id)
    if title.body.named:
        known = setting.within(layer, title.body.named, rule=PLACE_IN_FRONT.id)
        return known or Link(title.body.named, title.start, title.start + len(title.body.named), UNLISTED_PLACE.id)
    if title.head == "部长" and not title.organ and _MINISTRY.search(layer.article.text, 0, at):
        # 副部长 by himself is the ministry's that is named before, and of no city
        return Link(NATION, at, title.end, BODY_BEFORE.id, THE_NATION.code)
    if corps := _CORPS.match(title.organ):
        return Link(CORPS, title.core, title.core + corps.end(), PLACE_IN_FRONT.id)
    if (there := _there(layer, title)) is not None:
        return there
    if (zone := named_zone(layer, title)) is not None:
        return zone
    own = [link for _, link in before[chain:] if link is not None]
    near = [
        (other, link)
        for other, link in before
        if link is not None
        and other.start >= sentence
        and not (link.rule == NATIONAL.id and ADMINISTRATION.search(title.organ))
    ]
    if level := level_word(title):
        same = next((link for link in reversed(own) if _of_level(link, level, title.text)), None)
        named = next(
            (
                link
                for _, link in reversed(near)
                if _of_level(link, level, title.text) and link.rule in (PLACE_IN_FRONT.id, UNLISTED_PLACE.id)
            ),
            None,
        )
        found = same or named or setting.division(layer, level, at, rule=LEVEL_WORD.id)
        if found is not None and is_districts(title.text, found.name):
            found = district(layer, at)
        if found is not None:
            return (
                Link(found.name, found.start, found.end, LEVEL_WORD.id, found.code)
                if found.rule != LEVEL_WORD.id
                else found
            )
        if layer.home is not None and layer.home.name.endswith(level):
            # a home of which it is open which of two that bear its name it is: 宝山区
            return Link(layer.home.name, at, at, LEVEL_WORD.id, layer.home.code)
        return None
    if title.organ and _INSTITUTION.search(title.organ):
        return _province(title)
    if not title.organ and chain == len(before):
        for other, link in reversed(before):
            if other.start < sentence:
                break
            if other.head == title.head and not is_national(other):
                return Link(link.name, other.start, other.end, NEIGHBOUR.id, link.code) if link is not None else None
    for other, link in reversed(before[chain:]):
        return Link(link.name, other.start, other.end, NEIGHBOUR.id, link.code) if link is not None else None
    if near:
        other, link = near[-1]
        assert link is not None
        return Link(link.name, other.start, other.end, NEIGHBOUR.id, link.code)
    if layer.home is not None and title.kind != "role":
        return Link(layer.home.name, at, at, OWN_DIVISION.id, layer.home.code)
    return None
