"""The line of a page that is the headline of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.model.passage import Passage, join
from kg.read.html.info import read_info
from kg.read.html.lines import Line
from kg.read.html.names import names
from kg.read.html.tags import HEADINGS
from kg.read.html.weights import HAN

_LETTERS = re.compile(r"[\W_]+")
_NAMED = re.compile(r"(?:^|[-_. #])(?:[a-z]*title|headline|tit|biaoti|bt|h1|ztit|arti-?title)(?:$|[-_. \d])", re.I)
_SUB = re.compile(r"sub|fu|vice|site|web|column|lanmu|list|small|colum", re.I)
_SUBTITLE = re.compile(r"—|--|―")
_INFO = re.compile(r"(?:来\s*源|时间|日期|作者|编辑|浏览|字号)\s*[:：]")
_CRUMBS = re.compile(r"[>＞»→]|位置|首页")
_LONGEST = 90
_SEEN = 60
"""From this rank on a line counts as the headline though nothing but its element says so."""


def letters(text: str) -> str:
    """A text less blanks and punctuation, as headlines are compared."""
    return _LETTERS.sub("", text)


def headline_at(
    lines: Sequence[Line], titles: Sequence[str], listed: AbstractSet[str] = frozenset(), *, least: int
) -> tuple[int, int] | None:
    """The lines `[first, end)` that make the headline, the last of equals; None where no line ranks as high as `least`.

    Args:
        lines: In the order of the page.
        titles: What the head of the page says of its title, names of sites included.
        listed: The `letters` of links elsewhere on the page: a newspaper's page lists the article that it shows.
        least: 100 for lines that say a title, 60 for what stands in `h1` too, 30 for any heading.
    """
    wanted = [letters(title) for title in titles if title]
    best, found = least - 1, None
    for i in range(len(lines)):
        for end in range(i + 1, min(i + 4, len(lines) + 1)):
            if end > i + 1 and lines[end - 1].block is not lines[i].block:
                break
            rank = _rank(lines[i:end], wanted, listed)
            if rank > best or (rank == best and found is not None and found[0] != i):
                best, found = rank, (i, end)
    return found


def headline_over_info(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The line directly over the first that says only when and whose, where it looks like a headline; else None."""
    for i in range(1, len(lines)):
        info, only = read_info(lines[i].passage)
        if only and (info.published_on or info.source):
            over = lines[i - 1]
            plain = not (over.is_link or over.is_ended or _CRUMBS.search(over.text) or read_info(over.passage)[1])
            return (i - 1, i) if plain and 6 <= len(HAN.findall(over.text)) <= _LONGEST // 2 else None
    return None


def headline(lines: Sequence[Line]) -> Passage:
    """Lines that make one headline as one."""
    return join((line.passage for line in lines), between=" ")


def is_subtitle(line: Line) -> bool:
    """Whether a line below a headline is its second part."""
    return bool(_SUBTITLE.match(line.text)) and len(line.text) <= _LONGEST


def _rank(lines: Sequence[Line], wanted: list[str], listed: AbstractSet[str]) -> int:
    text = "".join(line.text for line in lines)
    said = letters(text)
    if not 4 <= len(said) <= _LONGEST or len(HAN.findall(text)) < 4 or "。" in text[:-1] or _INFO.search(text):
        return 0
    if said in wanted:
        return 120
    if len(said) >= 8 and any(title.startswith(said) or title.endswith(said) for title in wanted):
        # A window's title has the name of the site besides; the longer line says more of it.
        return 100 + min(len(said), 19)
    if len(said) >= 8 and any(len(title) >= 8 and said.startswith(title) for title in wanted):
        return 100
    if any(line.is_link for line in lines):
        return 0
    if len(said) >= 8 and said in listed:
        return 95
    block = lines[0].block
    rank = 0
    if block.name in HEADINGS:
        rank = {"h1": 70, "h2": 50, "h3": 40}.get(block.name, 30) + len(lines)
    said_by_name = " ".join(names(block)) if block.named else ""
    if _NAMED.search(said_by_name) and not _SUB.search(said_by_name):
        rank += 25 if rank else _SEEN
    return rank
