"""Posts behind a name: 王某（市教育局局长）, and the rows of a roster: 王某 市教育局局长."""

from __future__ import annotations

import bisect
import re

from kg.annotate.people.holders import Chain
from kg.annotate.people.patterns import BRACKETED, ROW
from kg.annotate.people.search import Search

_OPEN = re.compile(r"[（(](?:时任|现任|原|系|[男女][，、,])?$")
_CLOSED = re.compile(r"[）)，、；;,/\s]|等")
_LABEL = re.compile(
    r"[ \t\u3000]*(?:[^：:\n，。；]{1,14}[：:]|[(（]?[\d一二三四五六七八九十]{1,3}[)）.．、]|[▲●•★·-])?[ \t\u3000]*"
)
_INDENT = re.compile(r"[ \t\u3000]*")
_NUMBER = re.compile(r"(?:\d{1,3}[.．、]|[（(]\d{1,3}[）)])[ \u3000]*")
_GAP = re.compile(
    r"(?:[（(][^（）()\n]{1,8}[）)])?(?:[ \t\u3000\xa0|｜]+|[ \u3000]?[：:，][ \u3000]?)(?:[男女][ \t\u3000，]+)?(?:现任|时任|系)?"
)
_CELL_END = re.compile(
    r"[）)]?[；;][ \u3000]?|[）)]?[。，,]?[ \t\u3000\xa0]*(?=\n|$)|(?:[（(][^（）()\n]{1,12}[）)])?[ \t\u3000\xa0|]+"
)


def bracketed(search: Search) -> None:
    """A name in front of a bracket that opens with a post."""
    text = search.text
    for chain in search.chains:
        if chain.held or chain.group:
            continue
        opened = _OPEN.search(text, max(0, chain.start - 4), chain.start)
        if opened is None or not _CLOSED.match(text, chain.end):
            continue
        reading = search.ending(opened.start(), 1.0)
        if reading and search.add(reading, BRACKETED, 0.9 if chain.posts else 0.75, chain.posts, chain.roles):
            chain.held = True


def rows(search: Search) -> None:
    """Lines that begin with a name and go on with a post; more such pairs may follow in the line."""
    text, starts = search.text, [chain.start for chain in search.chains]
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        low, high = bisect.bisect_left(starts, begin), bisect.bisect_left(starts, end)
        if low < high:
            _row(search, begin, search.chains[low:high])
        begin = end + 1


def _row(search: Search, begin: int, chains: list[Chain]) -> None:
    text = search.text
    label = _LABEL.match(text, begin)
    assert label is not None
    by_start = {chain.start: chain for chain in chains if not chain.held and not chain.group}
    indent = _INDENT.match(text, begin)
    assert indent is not None
    at = _cell(search, indent.end(), by_start)
    if at is None and label.end() > indent.end():
        at = _cell(search, label.end(), by_start)
    while at is not None:
        number = _NUMBER.match(text, at)
        at = _cell(search, number.end() if number else at, by_start)


def _cell(search: Search, at: int, by_start: dict[int, Chain]) -> int | None:
    """Where the next name may begin behind a name at `at` with its post; None where there is none."""
    text = search.text
    for reading in sorted(search.candidates(at), key=lambda r: -r.score):
        gap = _GAP.match(text, reading.end)
        chain = by_start.get(gap.end()) if gap else None
        if chain is None or not (cell := _CELL_END.match(text, chain.end)):
            continue
        if search.add(reading, ROW, 0.9 if chain.posts else 0.75, chain.posts, chain.roles) is None:
            return None
        chain.held = True
        return cell.end()
    return None
