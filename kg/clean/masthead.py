"""The line that a newspaper prints over and under a page: 2024年3月18日 星期一 第2版 要闻 责编：… 电话：…"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.clean.credits import Credits, read_credits
from kg.clean.jumps import labelled_sheet
from kg.lexicon import load

_PARTS = re.compile("|".join(f"(?P<_{i}>{pattern})" for i, pattern in enumerate(load("boilerplate_mastheads").entries)))
_SHEET = re.compile(r"(?:第\s*)?(?:[A-D]?\d{1,2}|[一二三四五六七八九十]{1,3})\s*版(?![本权])")
_DATE = re.compile(r"(?:19|20)\d\d\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日?|[-/.]\d{1,2}[-/.]\d{1,2})")
_EDGES = " |｜丨/·.,，。;；:：-—_\u3000\xa0[]【】()（）《》"
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Masthead:
    """What such a line says."""

    date: str | None
    """As written."""
    sheet: str | None
    """The page's number, as `kg.clean.jumps.sheet_of` writes it."""
    credits: Credits
    """Editors, and the newspaper as their source."""


def read_masthead(text: str) -> Masthead | None:
    """What a line says that is made of nothing but a newspaper's furniture; None where it says more.

    A date alone is none: it may be an article's own.
    """
    if len(text) > _LONGEST:
        return None
    kinds: set[str] = set()

    def cut(match: re.Match[str]) -> str:
        kinds.add(_KINDS[int((match.lastgroup or "_0")[1:])])
        return " "

    dated = _DATE.search(text)
    rest = _PARTS.sub(cut, _DATE.sub(" ", text, count=1))
    sheet = _SHEET.search(rest)
    rest = _SHEET.sub(" ", rest, count=1)
    if not (kinds - {"section"} or (dated and sheet)):
        return None
    said = read_credits(bare) if (bare := rest.strip(_EDGES)) else Credits()
    if said is None:
        return None
    return Masthead(dated[0] if dated else None, labelled_sheet(sheet[0].strip()) if sheet else None, said)


_KINDS = list(load("boilerplate_mastheads").table.values())
