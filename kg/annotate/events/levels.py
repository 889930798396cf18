"""Which division a level word (市委, 全区) or a run of places (阜新市海州区) means."""

from __future__ import annotations

import re

from kg.annotate.events.statements import full_width, within
from kg.annotate.layer import Layer, Link, PlaceMention
from kg.annotate.places.setting import division

_FINE = ("nation", "province", "prefecture", "county", "town", "zone", "village", "site")
_WORD = r"国家|全国|省|自治区|市|州|盟|县|区|旗|镇|乡|街道"
_BODY = (
    r"委|政府|人大|政协|[一二三四五六七八九十]+届|纪委|直|级|总工会|残联|妇联|团委|公安|教育|卫生|住建|财政|农业|检察院|法院|中院|高院|红十字会|科协|工商联|侨联|文联|作协"
    r"|[\u4e00-\u9fff]{1,8}[局厅办委]"
)
LEVEL = re.compile(rf"(?:中共)?(?P<word>{_WORD})(?={_BODY})")
ALL = re.compile(r"全(?P<word>国|省|自治区|市|州|盟|县|区|旗|镇|乡|街道)|我(?P<our>省|市|州|县|区|旗|镇)")
_ORDINAL = re.compile(r"(?:20\d\d年(?:度)?)?第[\d一二三四五六七八九十百]+[次届]")
_REACH = 60
"""Characters within which the places of a run stand."""


def _finest(places: list[PlaceMention]) -> PlaceMention | None:
    return max(places, key=lambda p: (_FINE.index(p.level), -p.start), default=None)


def run_of(layer: Layer, first: PlaceMention) -> PlaceMention:
    """The finest of the places that follow on the first without a gap: 海州区 of 阜新市海州区."""
    run, at = [first], first.end
    for place in within(layer.places, at, at + _REACH):
        if place.start == at:
            run.append(place)
            at = place.end
    return _finest(run) or first


def level(layer: Layer, start: int, end: int, rule: str) -> Link | None:
    """The division of 市委, 区政府, 全市 at the head of a stretch."""
    text = full_width(layer.article.text)
    if ordinal := _ORDINAL.match(text, start):
        start = ordinal.end()
    for match in filter(None, (pattern.match(text, start, end + 8) for pattern in (LEVEL, ALL))):
        word = match["word"] or match["our"]
        if found := division(layer, word, start, rule=rule):
            return Link(found.name, start, match.end(), rule, found.code)
    return None


def nested(one: Link, other: Link) -> bool:
    """Whether one of two places lies in the other, by their codes, or is the same."""
    a, b = (one.code or "").rstrip("0"), (other.code or "").rstrip("0")
    return one.name == other.name or bool(a and b and (a.startswith(b) or b.startswith(a)))
