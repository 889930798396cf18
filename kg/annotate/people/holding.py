"""Names that a verb of office stands behind, and those at the head of an account of a life."""

from __future__ import annotations

import bisect
import re

from kg.annotate.people.characters import characters
from kg.annotate.people.offices import BEHIND_VERB, OFFICE, TENURE
from kg.annotate.people.patterns import LIFE, OFFICE_HOLDER
from kg.annotate.people.readings import Reading
from kg.annotate.people.search import Search

_LIFE = re.compile(
    r"(?:[（(][^（）()\n]{1,10}[）)])?(?:，|,|[\s\u3000]+)[男女](?:，|,)|(?:出)?生于\d{4}|，?\d{4}年(?:\d{1,2}月)?(?:出?生(?:于|，)?|入伍|入党|参军|参加工作)"
)
_SO_MANY = re.compile(r"等[\d一二三四五六七八九十]+[名位]?(?:同志|人|名)?$")
_ITEM_OF_LIST = re.compile(r"(?<=[、，。；])[\u4e00-\u9fff]{2,3}$")


def _between_marks(text: str, end: int) -> Reading | None:
    """An item of a list of names that ends at `end` and begins as names do: 、游闽键、."""
    item = _ITEM_OF_LIST.search(text, max(0, end - 4), end)
    if item is None or item.group()[0] not in characters().surname:
        return None
    return Reading(item.start(), end, 0.0, "shape")


def office_holders(search: Search) -> None:
    """A name in front of a verb of office with a post behind, and at the head of an account of a life."""
    starts = [chain.start for chain in search.chains]
    for match in OFFICE.finditer(search.text):
        i = bisect.bisect_left(starts, match.end())
        if i == len(starts) or not BEHIND_VERB.fullmatch(search.text, match.end(), starts[i]):
            continue
        many = _SO_MANY.search(search.text, max(0, match.start() - 6), match.start())
        if reading := search.ending(many.start() if many else match.start(), 3.0):
            search.add(reading, OFFICE_HOLDER, 0.8)
            at = reading.start
            while search.text[at - 1 : at] == "、" and (
                reading := search.ending(at - 1, 1.0) or _between_marks(search.text, at - 1)
            ):
                search.add(reading, OFFICE_HOLDER, 0.75)
                at = reading.start
    for chain in search.chains:
        at = chain.start - 1
        if search.text[at : at + 1] == "在" and TENURE.match(search.text, chain.end):
            reading = search.ending(at, 1.0)
            if reading is not None:
                search.add(reading, OFFICE_HOLDER, 0.8)
    for match in _LIFE.finditer(search.text):
        if reading := search.ending(match.start(), 2.0):
            search.add(reading, LIFE, 0.85)
