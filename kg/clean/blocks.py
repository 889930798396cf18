"""Two blocks of an article that a copy has in the wrong order: the dateline stands in the middle."""

from __future__ import annotations

import re

from kg.clean.dateline import find_dateline
from kg.clean.items import Item
from kg.clean.junctions import FAR, Junctions

DOUBT = "it stops in mid-sentence and its dateline stands in the middle: its blocks may be in the wrong order; compare the source"
_RUNS_ON = re.compile(r"[一-鿿A-Za-z\d，、“《（]$")
_OPENING, _CLOSING = "“《（", "”》）"
_SHORTEST = 20
"""Characters of a line that can be the start or the end of a block."""


def in_sequence(item: Item) -> Item:
    """The item with the block that begins with its dateline put first, where its end goes on in the other block.

    That is told by a quotation or bracket that one block leaves open and the other closes, or by a pair
    of characters that far oftener than not stand together. Where neither tells, the item has a warning.
    """
    body = item.body
    at = next((i for i, line in enumerate(body) if i and find_dateline(line.text, within=0) is not None), None)
    if at is None or item.goes is not None or item.comes is not None:
        return item
    first, last = body[0].text, body[-1].text
    if (
        min(len(first), len(last)) < _SHORTEST
        or not _RUNS_ON.search(last)
        or not body[at - 1].text.endswith(("。", "”"))
    ):
        return item
    opened = _left_open("".join(line.text for line in body[at:]))
    closed = _left_open("".join(line.text for line in body[:at]))
    pair = Junctions([last, first], frozenset(), 0).fits(0, 1)
    if (opened > 0 and closed < 0) or (opened == closed == 0 and pair >= FAR):
        item.body = body[at:] + body[:at]
    else:
        item.warnings.append(DOUBT)
    return item


def _left_open(text: str) -> int:
    """Marks opened and not closed; negative where one is closed that was not opened."""
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        first = text.find(closing)
        if first >= 0 and opening not in text[:first]:
            return -1
        if text.count(opening) > text.count(closing):
            return 1
    return 0
