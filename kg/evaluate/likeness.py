"""When two strings, two dates, two events count as the same."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from kg.model.dates import bounds
from kg.model.record import Meeting, Reference, Visit

_DROPPED = dict.fromkeys(map(ord, "“”\"'‘’「」『』《》〈〉 \t\n\u3000"))
_FOLDED = str.maketrans("（），•?？", "(),···")
_LEVEL = re.compile(r"^(?:省|自治区|市|区|自治州|州|自治县|县|旗|镇|乡|街道)(?!委|长|领导)")

Span = tuple[dt.date, dt.date]
T = TypeVar("T")


def folded(text: str | None) -> str:
    """Without quotation marks and blanks, full-width signs halved, the marks inside names as one."""
    return (text or "").translate(_FOLDED).translate(_DROPPED)


def title_key(title: str) -> str:
    """A post's title less the level word before an organ: 市政府副市长 is 政府副市长; 市长, 市委书记 and 市领导 stay."""
    return _LEVEL.sub("", folded(title))


def names(links: Iterable[Reference]) -> list[str]:
    """The folded names of the links."""
    return [folded(link.name) for link in links]


def span(value: str | None) -> Span | None:
    """The days that a date value covers."""
    return bounds(value) if value else None


def likeness(a: str | None, b: str | None) -> float:
    """Share of characters in common blocks, 0 to 1; at least 0.75 where one of four characters or more contains the other."""
    a, b = folded(a), folded(b)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    common = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    share = 2 * common / (len(a) + len(b))
    return max(share, 0.75) if min(len(a), len(b)) >= 4 and (a in b or b in a) else share


def _shared(a: set[str], b: set[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def meeting_likeness(a: Meeting, b: Meeting) -> float:
    """By name or kind, by those present, with a bonus for one date."""
    said = max(likeness(a.name, b.name), likeness(a.kind, b.kind) * 0.9)
    who = _shared(*(set(names(m.chairs) + names(m.attendees) + names(m.speakers)) for m in (a, b)))
    return said * 0.7 + who * 0.3 + (0.15 if span(a.date) == span(b.date) else 0.0)


def visit_likeness(a: Visit, b: Visit) -> float:
    """By those who went, with a bonus for one date."""
    who = _shared(*(set(names(v.leaders) + names(v.companions)) for v in (a, b)))
    return who + (0.2 if span(a.date) == span(b.date) else 0.0)


def align(golds: Sequence[T], found: Sequence[T], alike: Callable[[T, T], float], floor: float) -> dict[int, int]:
    """Pairs (index in `golds` → index in `found`), best first, none under `floor`, each used once."""
    ranked = sorted(((alike(g, f), i, j) for i, g in enumerate(golds) for j, f in enumerate(found)), reverse=True)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in ranked:
        if score < floor:
            break
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs
