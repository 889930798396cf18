"""Whose initiative it is: the divisions that carry it out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.acting import FINER, LEAD, act, inside, partners, subjects, told_of
from kg.annotate.initiatives.known import bare, known
from kg.annotate.initiatives.reading import Candidate
from kg.annotate.layer import Layer, Link, PlaceMention
from kg.annotate.places.setting import division, home, within
from kg.lexicon import load

_NATION = "中国"

_UPPER = re.compile(
    r"(?:(?P<nation>全国|国家|党中央|中央|国务院)|(?P<province>全省|省委省政府|省委|省政府|省|自治区(?:党委|政府|人民政府)?))(?:[、和]?(?:国务院|省委|省政府|市委|全市|市))?"
    r"(?:关于|的|部署|统一部署|下发的|级)?[“‘《]?$"
)
"""Words of an upper level right in front of a name: 省“甲乙”行动, 中央、市委…"""

_ORDERED = re.compile(r"党中央|(?<!党)中央(?=[、和关统])")
"""In front of a national programme in its sentence, they say that the centre has ordered it."""

_OF_THE_NATION = re.compile(r"中共中央|中央|国务院|(?:党和)?国家|(?:首届|第[一二三四五六七八九十]+[次届])?全国")
_TITLE = re.compile(r"(?:全国|国家)[^，。、]{2,12}(?:城|区|市|县|村|镇|街道|单位)(?:创建|建设)")
"""A title that the nation awards and a place strives for: 全国甲乙城区创建."""

_OF_THE_PROVINCE = re.compile(r"省级|全省")
_LETTERS = {**load("province_letters").table, "港": "香港特别行政区", "澳": "澳门特别行政区"}
_JOINED = re.compile(rf"[“‘]?(?!粤?港澳)(?P<letters>[{''.join(_LETTERS)}]{{2,4}})")
"""Provinces by their letters at the beginning of a name: 沪滇协作, 沪港合作机制."""

_TOGETHER = re.compile(r"结对|协作|对口|帮扶|支援|两地")
"""In a name they say that two divisions carry it out."""


def places(layer: Layer, mentions: Sequence[Candidate]) -> list[Link]:
    """The divisions that carry an initiative out: its owner first, then the one that reports it.

    Args:
        layer: The article's layer, with its places.
        mentions: All mentions of the initiative, the first one first.
    """
    text, first = layer.article.text, mentions[0]
    found: list[Link] = []

    def add(link: Link | None, rule: str) -> None:
        if link is not None and all(link.name != other.name for other in found):
            at = (link.start, link.end) if link.end > link.start else (first.start, first.end)
            found.append(Link(link.name, *at, rule, link.code))

    upper = [m for c in mentions if (m := _UPPER.search(text, max(0, c.start - 16), c.start))]
    owner = next((c.owner for c in mentions if c.owner), None) or _within_name(text[first.start : first.end])
    within_name = inside(layer, first)
    if first.kind == "document" and within_name:
        owner = None
    of_nation = (
        first.kind != "goal"
        and not (first.kind == "document" and within_name)
        and not _TITLE.match(text, first.start, first.end)
        and _OF_THE_NATION.match(text, first.start, first.end)
    )
    if of_nation or any(m["nation"] for m in upper) or (owner == _NATION and _national(layer, mentions)):
        add(division(layer, "国家", first.start), patterns.OWNER.id)
    if any(m["province"] for m in upper) or _OF_THE_PROVINCE.match(text, first.start, first.end):
        add(division(layer, "省", first.start) or division(layer, "自治区", first.start), patterns.OWNER.id)
    elif owner not in (None, _NATION) and (first.kind != "campaign" or any("省" in _said(layer, c) for c in mentions)):
        add(within(layer, owner or ""), patterns.OWNER.id)
    joint = next(patterns.JOINT.find(text, 0, LEAD), None)
    if joint is not None:
        for i in range(joint[1].start, joint[1].end):
            province = within(layer, load("province_letters").table[text[i]])
            add(Link(province.name, i, i + 1, "", province.code) if province else None, patterns.JOINT.id)
        return found
    for i in _letters(text, first):
        province = within(layer, _LETTERS[text[i]])
        add(Link(province.name, i, i + 1, "", province.code) if province else None, patterns.JOINT.id)
    own, acting = home(layer), subjects(layer, first)
    for place in within_name:
        add(_linked(place), patterns.NAMED_PLACE.id)
    if within_name and (first.kind == "document" or own is None or FINER[within_name[-1].level] > FINER[own.level]):
        return found
    if own is not None and _TOGETHER.search(text, first.start, first.end):
        for partner in partners(layer, first, own):
            add(_linked(partner), patterns.PARTNER.id)
        acting = [subject for subject in acting if subject.name == own.name]
    if acting and (own is None or act(acting, own)):
        for subject in acting:
            add(_linked(subject), patterns.NAMED_PLACE.id)
    elif own is not None:
        add(Link(own.name, first.start, first.end, "", own.code), patterns.OWN_PLACE.id)
    elif not found and (told := told_of(layer)) is not None:
        add(_linked(told), patterns.TOLD_OF.id)
    return found


def _letters(text: str, candidate: Candidate) -> range:
    """The offsets of the provinces' letters at the beginning of a name."""
    letters = _JOINED.match(text, candidate.start, candidate.end)
    return range(*letters.span("letters")) if letters else range(0)


def _within_name(name: str) -> str | None:
    """The owner of a known programme that is half of a name or more."""
    name = bare(name)
    programmes = known(name)
    longest = max(programmes, key=lambda one: one.end - one.start, default=None)
    return longest.owner if longest is not None and 2 * (longest.end - longest.start) >= len(name) else None


def _said(layer: Layer, candidate: Candidate) -> str:
    start, end = layer.sentence_of(candidate.start)
    return layer.article.text[start:end]


def _national(layer: Layer, mentions: Sequence[Candidate]) -> bool:
    """Whether a national programme shows as the nation's: a strategy or document, or ordered by the centre in the text."""
    if mentions[0].kind in ("strategy", "document"):
        return True
    return any(
        _ORDERED.search(layer.article.text, max(layer.sentence_of(c.start)[0], c.start - 40), c.start) for c in mentions
    )


def _linked(place: PlaceMention) -> Link:
    return Link(place.name, place.start, place.end, "", place.code)
