"""Meetings and visits of two records: paired by likeness first, then part by part under the pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.evaluate.likeness import align, meeting_likeness, span, visit_likeness
from kg.evaluate.stated import Comparison, Side, linked, once, valued, whole
from kg.model.record import Meeting, Reference, Visit


def _labels(kind: str, size: int, pairs: dict[int, int]) -> list[str]:
    """A label a found item: that of the gold item it is paired with, else one of its own."""
    back = {j: i for i, j in pairs.items()}
    return [f"{kind}{back[j]}" if j in back else f"x{j}" for j in range(size)]


def _meeting_name(meeting: Meeting) -> str:
    return meeting.name or meeting.kind or "(meeting)"


def meetings(gold: Sequence[Meeting], found: Sequence[Meeting]) -> Iterator[Comparison]:
    """`meeting`, its roles, date and place."""
    pairs = align(gold, found, meeting_likeness, 0.5)
    sides = [(f"m{i}", m) for i, m in enumerate(gold)]
    others = list(zip(_labels("m", len(found), pairs), found, strict=True))
    paired = {f"m{i}" for i in pairs}

    def held(side: list[tuple[str, Meeting]]) -> Side:
        return [
            whole(label if label in paired else ("name", m.name), _meeting_name(m), m, m.name, m.kind)
            for label, m in side
        ]

    def roles(side: list[tuple[str, Meeting]], *get: Callable[[Meeting], list[Reference]]) -> Side:
        return once(linked(label, _meeting_name(m), m, link) for label, m in side for links in get for link in links(m))

    def there(side: list[tuple[str, Meeting]]) -> Side:
        attended = roles(side, lambda m: m.attendees)
        chaired = {one.key for one in roles(side, lambda m: m.chairs)}
        spoke = [one for one in roles(side, lambda m: m.speakers) if one.key not in chaired]
        return once([*attended, *spoke])

    def dates(side: list[tuple[str, Meeting]]) -> Side:
        return once(valued(label, _meeting_name(m), m, "date", span(m.date)) for label, m in side if m.date)

    def places(side: list[tuple[str, Meeting]]) -> Side:
        return once(linked(label, _meeting_name(m), m, m.place) for label, m in side if m.place)

    yield "meeting", held(sides), held(others)
    yield "chaired", roles(sides, lambda m: m.chairs), roles(others, lambda m: m.chairs)
    yield "spoke", roles(sides, lambda m: m.speakers), roles(others, lambda m: m.speakers)
    yield "attended", there(sides), there(others)
    yield "meeting_date", dates(sides), dates(others)
    yield "meeting_place", places(sides), places(others)


def visits(gold: Sequence[Visit], found: Sequence[Visit]) -> Iterator[Comparison]:
    """`visit` and `visit_role`."""
    pairs = align(gold, found, visit_likeness, 0.5)
    sides = [(f"v{i}", v) for i, v in enumerate(gold)]
    others = list(zip(_labels("v", len(found), pairs), found, strict=True))

    def titled(visit: Visit) -> str:
        return f"{visit.kind or '(visit)'} {'、'.join(one.name for one in visit.leaders)}"

    def made(side: list[tuple[str, Visit]]) -> Side:
        return [whole(label, titled(v), v, *(one.name for one in v.leaders[:1]), v.kind) for label, v in side]

    def roles(side: list[tuple[str, Visit]]) -> Side:
        return once(
            linked(label, titled(v), v, link, role)
            for label, v in side
            for role, links in (("leader", v.leaders), ("companion", v.companions))
            for link in links
        )

    yield "visit", made(sides), made(others)
    yield "visit_role", roles(sides), roles(others)
