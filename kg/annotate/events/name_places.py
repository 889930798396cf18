"""The division that a meeting's name gives as its holder."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.events.joins import PLACE_IN_NAME
from kg.annotate.events.levels import ALL, LEVEL, level, run_of
from kg.annotate.events.names import MeetingName
from kg.annotate.events.statements import full_width, within
from kg.annotate.layer import Layer, Link
from kg.annotate.places.setting import bears, link

_PREFIX = re.compile(
    r"(?:“[^”]{1,40}”|中国共产党|中共|中国人民政治协商会议|政协|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|共青团|国家税务总局|20\d\d[年-](?:度)?|\d+|——)*"
)
"""What may stand in front of the division at the head of a name."""
_BRANCH = re.compile(r".*会场|[^，（）]{0,4}(?:专场|站)[）]?")
_COMPANY = re.compile(r"[^、，暨与]{0,12}?(?:集团|公司|银行|大学|学院|高校|商会|校友)")
"""What makes a short form at the head of a name a part of a body's name: 江苏…集团."""
_JOINT = re.compile(r"[·•—\-－-]")
"""Between the places of two sides that meet, of which the name does not tell the holder."""
_LEVELS = frozenset("省市州盟县区旗镇乡道")


def place_in_name(layer: Layer, name: MeetingName, held_in: Link | None = None) -> Link | None:
    """The division at the head of the name, that of the body or of 全市 at its head, or that of the branch in brackets.

    Args:
        layer: The article's.
        name: The meeting's fullest name.
        held_in: Where the text says it was held: it goes before a short name at the head that it lies in (江苏…中心揭牌仪式
            in 如东县), and tells what 全省 means where nothing else does.
    """
    text = full_width(layer.article.text)
    inside = within(layer.places, name.start, name.end)
    branch = next((p for p in inside if _BRANCH.match(text, p.end, name.end)), None)
    if branch and all(other.name in (branch.name, *branch.parents) for other in inside):
        return link(branch, PLACE_IN_NAME.id)
    prefix = _PREFIX.match(text, name.start, name.end)
    begin = prefix.end() if prefix else name.start
    head = next((p for p in inside if begin <= p.start <= begin + 1 and text[begin] not in "（("), None)
    around = _around(layer, held_in) if held_in else ()
    if head is None:
        return level(layer, name.start, name.end, PLACE_IN_NAME.id) or _level_of(text, name, around)
    own = run_of(layer, head)
    joint = _JOINT.match(text, own.end, name.end)
    if joint and any(other.start == joint.end() for other in inside):
        return None
    if text[own.end - 1] not in _LEVELS and (_COMPANY.match(text, own.end, name.end) or own.name in around[1:]):
        return None
    return (
        link(own, PLACE_IN_NAME.id) if own.level != "nation" else level(layer, name.start, name.end, PLACE_IN_NAME.id)
    )


def _around(layer: Layer, held_in: Link) -> tuple[str, ...]:
    """The names of a place and of those it lies in, finest first."""
    for place in within(layer.places, held_in.start, held_in.end):
        if place.name == held_in.name:
            return place.name, *place.parents
    return (held_in.name,)


def _level_of(text: str, name: MeetingName, around: Sequence[str]) -> Link | None:
    """The one of the places around the meeting that 全省 or 省 at the head of its name means."""
    match = ALL.match(text, name.start) or LEVEL.match(text, name.start)
    if match is None:
        return None
    word = match["word"] or match["our"]
    return next(
        (Link(place, name.start, match.end(), PLACE_IN_NAME.id) for place in around if bears(place, word)), None
    )
