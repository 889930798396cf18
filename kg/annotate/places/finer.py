"""Whether a town, a zone or a village, and no division above it, is the article's own place."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.annotate.layer import PlaceMention
from kg.annotate.places.evidence import WHERE
from kg.annotate.places.patterns import EVENT_BEHIND, HOME_FINER
from kg.model.document import Article

_FINE = frozenset(("town", "zone", "village"))
_LEAD = 100
_OFTEN = 3
"""How often its name stands in the text; once less where the lead has it hold something: 白泥川镇召开."""
_CLAUSE = re.compile(r"(?:^|[，。！？；：、\n”》）\s\d日午晨晚天])$")


def finer_home(article: Article, places: list[PlaceMention]) -> PlaceMention | None:
    """The town, zone or village that the title or the lead has for its subject and that the text goes on to name.

    Not one to which somebody of a higher division goes (赴某街道调研), and none where the title names a division instead.
    """
    text = article.text
    titled = any(p.end <= article.body_start and p.level in ("prefecture", "county") for p in places)
    starts = {p.end: p for p in places}
    gone_to: set[str] = set()
    for place in sorted(places, key=lambda p: p.start):
        if place.level not in _FINE or place.start > article.body_start + _LEAD:
            continue
        if titled and place.start >= article.body_start:
            return None
        begin = place.start
        while begin in starts:
            begin = starts[begin].start
        if WHERE.search(text[max(0, begin - 5) : begin]):
            gone_to.add(place.name)
        if place.name in gone_to or not _CLAUSE.search(text[:begin][-1:]):
            continue
        often = _OFTEN - bool(EVENT_BEHIND.match(text, place.end))
        if text.count(_core(text, place, places)) >= often:
            return replace(place, rule=HOME_FINER.id)
    return None


def _core(text: str, place: PlaceMention, places: list[PlaceMention]) -> str:
    """The name without the city that the text may put in front of a zone's."""
    inside = next((p for p in places if p.start == place.start and p.end < place.end), None)
    return text[inside.end : place.end] if inside else text[place.start : place.end]
