"""An article that jumps to another page, made one again where both parts are there."""

from __future__ import annotations

import re

from kg.clean.items import Item
from kg.clean.lines import Line
from kg.clean.paragraphs import is_broken

_LETTERS = re.compile(r"[\W_]+")
_TAGGED, _NAMED, _ON_THE_PAGE = 8, 4, 1
_REMEDY = "read both pages as one file to have them joined"


def joined(items: list[Item]) -> list[Item]:
    """The items with each that goes on on another page made one with its part there.

    The mark of one part and that of the other have to agree: their tags, the title that the mark or a
    headline over the second part repeats, the numbers of the pages where these are known. Where two
    fit as well as one another, neither is taken. A part whose other part is not found has a warning.
    """
    parts = list(items)
    while (pair := _surest(parts)) is not None:
        first, second = pair
        _append(first, second)
        parts = [part for part in parts if part is not second]
    for part in parts:
        _warn(part)
    return parts


def _surest(parts: list[Item]) -> tuple[Item, Item] | None:
    """The first and second part that fit best, of those to which nothing else fits as well; None without any."""
    fits = [
        (fit, a, b)
        for a, first in enumerate(parts)
        for b, second in enumerate(parts)
        if first is not second and (fit := _fit(first, second)) is not None
    ]
    single = [
        found
        for found in fits
        if not any(o is not found and o[0] >= found[0] and (o[1] == found[1] or o[2] == found[2]) for o in fits)
    ]
    if not single:
        return None
    _, a, b = max(single, key=lambda found: (found[0], -found[1], -found[2]))
    return parts[a], parts[b]


def _fit(first: Item, second: Item) -> int | None:
    """How much speaks for `second` being where `first` goes on; None where something speaks against it."""
    goes, comes = first.goes, second.comes
    if goes is None or comes is None or goes.tag != comes.tag or goes.sheet == comes.sheet:
        return None
    fit = _TAGGED if goes.tag else 0
    for known, said in ((first.last_sheet, comes.sheet), (second.sheet, goes.sheet)):
        if known is not None:
            if known != said:
                return None
            fit += _ON_THE_PAGE
    title = _title(first)
    if comes.title is not None and title:
        return fit + _NAMED if _alike(comes.title.text, title) else None
    if title and any(_alike(line.text, title) for line in _over(second)):
        fit += _NAMED
    return fit


def _title(item: Item) -> str:
    return " ".join(line.text for line in item.head)


def _over(item: Item) -> list[Line]:
    """The lines that may be a continuation's headline."""
    return item.head or item.body[:1]


def _alike(short: str, title: str) -> bool:
    """Whether a continuation's headline is the title, a part of it, or made of its words."""
    short, title = _LETTERS.sub("", short), _LETTERS.sub("", title)
    if len(short) < 4 or len(short) > 2 * len(title):
        return False
    pairs = {title[i : i + 2] for i in range(len(title) - 1)}
    shared = sum(short[i : i + 2] in pairs for i in range(len(short) - 1))
    return shared >= 0.4 * (len(short) - 1) and sum(c in title for c in short) >= 0.7 * len(short)


def _same(a: str, b: str) -> bool:
    return bool(b) and _LETTERS.sub("", a) == _LETTERS.sub("", b)


def _append(first: Item, second: Item) -> None:
    title = _title(first)
    over = [line for line in second.head if not title or not _alike(line.text, title)]
    body = list(second.body)
    if len(body) > 1 and any(_same(body[0].text, part) for part in (title, *(line.text for line in first.head))):
        del body[0]
    if over and first.body and is_broken(first.body[-1].text):
        body[1:1] = over
    else:
        body[0:0] = over
    first.body += body
    first.captions += second.captions
    first.credits += second.credits
    first.warnings = sorted({*first.warnings, *second.warnings})
    first.goes, first.last_sheet = second.goes, second.last_sheet


def _warn(item: Item) -> None:
    if item.goes is not None:
        item.warnings.append(f"goes on on another page ({item.goes.written}) that is not in this file; {_REMEDY}")
    if item.comes is not None:
        item.warnings.append(f"begins on another page ({item.comes.written}) that is not in this file; {_REMEDY}")
        if not item.head and item.comes.title is not None:
            item.head.append(Line(item.comes.title, 1))
