"""A page to its news items: each has a headline of its own, and behind it a byline or a dateline.

A jump mark begins and ends one too, and so do a newspaper's next page, a column's name and, before a headline, the names of
those who made a report in brackets behind its last sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.clean.credits import Credits, read_credits
from kg.clean.dateline import find_dateline
from kg.clean.lines import Jump, Line
from kg.clean.page import Page
from kg.clean.paragraphs import is_broken, is_heading, is_subtitle

_HEADLINES = 4
"""Lines a headline may have, subtitles too."""


_SIGNATURE = re.compile(r"[。！？”]\s*[（(](?P<inside>[^（）()]{2,40})[）)]$")
_OFFICE = re.compile(r"[（(][一-鿿]{2,16}(?:局|办|办公室|委|部|中心|政府|院|厅|处|站|社)(?:供稿)?[）)]")
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)]|第[一二三四五六七八九十百\d]+[章节部条]")
_COLUMN = re.compile(r"[【［\[〔][^】］\]〕，。；：]{2,10}[】］\]〕]")
"""A column's name over a headline."""


@dataclass(slots=True)
class Item:
    """One news item: the lines of its headline, its other lines, and who made it."""

    head: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    credits: list[Credits] = field(default_factory=list)
    labelled: bool = False
    """Whether its first line is known to begin with its headline."""
    comes: Jump | None = None
    """The mark that says that it goes on with another page's article."""
    goes: Jump | None = None
    """The mark that says that it goes on on another page."""
    sheet: str | None = None
    """The newspaper's page on which it begins, where that is known."""
    last_sheet: str | None = None
    """The one on which it ends."""
    captions: list[Line] = field(default_factory=list)
    """Those of its photos."""
    warnings: list[str] = field(default_factory=list)
    """What is not sure about it, a sentence each."""


def split(page: Page) -> list[Item]:
    """The items of a page in order.

    An item begins with heading lines directly before a byline or a dateline. A heading without
    either is a sub-heading and splits nothing, but where a page has several that its reader marks as
    headlines of the first rank, each begins one. Lines before the first item are one themselves.
    """
    lines = page.lines
    starts = sorted({start for i in range(len(lines)) if (start := _start(page, i)) is not None})
    if not starts or any(not _heads(page, i) for i in range(starts[0])):
        starts.insert(0, 0)
    else:
        starts[0] = 0
    return [_item(page, start, end) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _start(page: Page, i: int) -> int | None:
    """The first line of the item that line `i` shows to begin; None where it shows none."""
    line = page.lines[i]
    if i > 0 and _topmost(line) and sum(_topmost(other) for other in page.lines) > 1:
        return i
    if line.comes is not None:
        return i if line.heading else _headline(page, i)
    if _opens(page, i):
        first = _headline(page, i)
        return first if first < i else None
    if i > 0 and _heads(page, i) and (line.column or _left(page, i) or _turned(page, i) or _signed(page, i)):
        return i
    return None


def _topmost(line: Line) -> bool:
    """Whether a reader marked the line as a headline of the first rank, and it numbers no section of a document."""
    return line.heading == 1 and not _NUMBERED.match(line.text)


def _headline(page: Page, i: int) -> int:
    """The first line of the headline over line `i`; `i` itself where there is none."""
    first = i
    while first > 0 and i - first < _HEADLINES and _heads(page, first - 1) and page.lines[first - 1].goes is None:
        first -= 1
        if page.lines[first].heading:
            break
    while first < i and is_subtitle(page.lines[first].text):
        first += 1
    return first


def _left(page: Page, i: int) -> bool:
    """Whether the article before line `i` has left the page."""
    before = i - 1
    while before > 0 and before in page.bylines and page.lines[before].goes is None:
        before -= 1
    return page.lines[before].goes is not None


def _turned(page: Page, i: int) -> bool:
    """Whether line `i` is the first of another page, and the one before does not go on in it."""
    before = page.lines[i - 1]
    return page.lines[i].sheet != before.sheet and (i - 1 in page.bylines or not is_broken(before.text))


def _signed(page: Page, i: int) -> bool:
    """Whether the line before line `i` ends with names in brackets, which photographers' are not, or is an office in them."""
    if _OFFICE.fullmatch(page.lines[i - 1].text):
        return True
    match = _SIGNATURE.search(page.lines[i - 1].text)
    if match is None or i - 1 in page.bylines or re.search(r"[摄图]", match["inside"]):
        return False
    said = read_credits(match["inside"], bare=1)
    return said is not None and bool(said.names)


def _opens(page: Page, i: int) -> bool:
    if (said := page.bylines.get(i)) is not None:
        return bool(said.names) and not page.lines[i].text.rstrip("）)").endswith(("摄", "图", "摄影"))
    return find_dateline(page.lines[i].text, within=0) is not None


def _heads(page: Page, i: int) -> bool:
    line = page.lines[i]
    if i in page.bylines or (line.comes is not None and not line.heading):
        return False
    if line.heading > 0 or is_subtitle(line.text):
        return True
    return is_heading(line.text) and find_dateline(line.text, within=0) is None


def _item(page: Page, start: int, end: int) -> Item:
    lines = page.lines[start:end]
    item = Item(
        comes=next((line.comes for line in lines if line.comes), None),
        goes=next((line.goes for line in reversed(lines) if line.goes), None),
        sheet=lines[0].sheet if lines else None,
        last_sheet=lines[-1].sheet if lines else None,
        warnings=sorted({line.doubt for line in lines if line.doubt}),
        captions=[caption for before, caption in page.captions if _shows(page, before, caption, start, end)],
    )
    at = start
    while at < end and (_heads(page, at) or at in page.bylines) and at - start < 2 * _HEADLINES:
        if at in page.bylines:
            item.credits.append(page.bylines[at])
            if page.bylines[at].names and item.head:
                at += 1
                break
        else:
            if item.head and _COLUMN.fullmatch(item.head[-1].text):
                item.head.pop()
            item.head.append(page.lines[at])
            if page.lines[at].comes is not None:
                at += 1
                break
        at += 1
    for i in range(at, end):
        if i in page.bylines:
            item.credits.append(page.bylines[i])
        else:
            item.body.append(page.lines[i])
    return item


def _shows(page: Page, before: int, caption: Line, start: int, end: int) -> bool:
    """Whether a caption before line `before` is of the item `start:end`: one over a headline is of the item before."""
    if before in (start, end) and 0 < before < len(page.lines):
        turned = page.lines[before - 1].sheet != caption.sheet
        return before == (start if turned else end)
    return start <= before <= end
