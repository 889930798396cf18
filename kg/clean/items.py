"""A page to its news items: each has a headline of its own, and behind it a byline or a dateline."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.clean.credits import Credits
from kg.clean.dateline import find_dateline
from kg.clean.lines import Line
from kg.clean.page import Page
from kg.clean.paragraphs import is_heading, is_subtitle

_HEADLINES = 4
"""Lines a headline may have, subtitles too."""


@dataclass(slots=True)
class Item:
    """One news item: the lines of its headline, its other lines, and who made it."""

    head: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    credits: list[Credits] = field(default_factory=list)
    labelled: bool = False
    """Whether its first line is known to begin with its headline."""


def split(page: Page) -> list[Item]:
    """The items of a page in order.

    An item begins with heading lines directly before a byline or a dateline. A heading without
    either is a sub-heading and splits nothing. Lines before the first item are one themselves.
    """
    lines = page.lines
    starts = sorted({start for i in range(len(lines)) if (start := _start(page, i)) is not None})
    if not starts or any(not _heads(page, i) for i in range(starts[0])):
        starts.insert(0, 0)
    else:
        starts[0] = 0
    return [_item(page, start, end) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _start(page: Page, i: int) -> int | None:
    """The first line of the headline over line `i`, where that is a byline or has a dateline."""
    if not _opens(page, i):
        return None
    first = i
    while first > 0 and i - first < _HEADLINES and _heads(page, first - 1):
        first -= 1
        if page.lines[first].heading:
            break
    while first < i and is_subtitle(page.lines[first].text):
        first += 1
    return first if first < i else None


def _opens(page: Page, i: int) -> bool:
    if (said := page.bylines.get(i)) is not None:
        return bool(said.names) and not page.lines[i].text.rstrip("）)").endswith(("摄", "图", "摄影"))
    return find_dateline(page.lines[i].text, within=0) is not None


def _heads(page: Page, i: int) -> bool:
    line = page.lines[i]
    if i in page.bylines:
        return False
    return line.heading > 0 or is_subtitle(line.text) or is_heading(line.text)


def _item(page: Page, start: int, end: int) -> Item:
    item = Item()
    at = start
    while at < end and (_heads(page, at) or at in page.bylines) and at - start < 2 * _HEADLINES:
        if at in page.bylines:
            item.credits.append(page.bylines[at])
            if page.bylines[at].names and item.head:
                at += 1
                break
        else:
            item.head.append(page.lines[at])
        at += 1
    for i in range(at, end):
        if i in page.bylines:
            item.credits.append(page.bylines[i])
        else:
            item.body.append(page.lines[i])
    return item
