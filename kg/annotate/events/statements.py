"""Sentences with their people and meeting names each as one sign, so that a rule can be a pattern over what stands between."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.annotate.events.groups import Group, groups
from kg.annotate.events.names import MeetingName, find
from kg.annotate.layer import Layer, Mention

Found = TypeVar("Found", bound=Mention)
_LONGEST = 2000
"""Characters of a statement at most: what has no full stop for longer is no sentence."""
_FULL_WIDTH = str.maketrans(",;:()!?", "，；：（）！？")

PEOPLE = "\ue000"
"""Stands for a group of people in a statement's `code`."""
MEETING = "\ue001"
"""Stands for a meeting's name."""


@functools.lru_cache(maxsize=4)
def full_width(text: str) -> str:
    """The text with its half-width marks as the full-width ones that the patterns know; offsets stay."""
    return text.translate(_FULL_WIDTH)


def within(mentions: Sequence[Found], start: int, end: int) -> list[Found]:
    """The mentions that lie in `start:end`, of a list sorted by start."""
    first = bisect_left(mentions, start, key=lambda m: m.start)
    last = bisect_left(mentions, end, key=lambda m: m.start)
    return [m for m in mentions[first:last] if m.end <= end]


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence up to a full stop; clauses parted by ； belong together.

    `code` is its text with a sign for each group and each name; `signs` gives what stands at an
    index of `code`.
    """

    start: int
    end: int
    code: str
    signs: dict[int, Group | MeetingName]
    anchors: tuple[tuple[int, int], ...]
    """`(index in code, offset in the article)`, by index: behind each sign the count begins anew."""
    title: bool = False

    def offset(self, index: int) -> int:
        """The article's offset of an index of `code`."""
        at, offset = self.anchors[bisect_right(self.anchors, index, key=lambda pair: pair[0]) - 1]
        return offset + index - at

    def index(self, offset: int) -> int:
        """The index in `code` of an offset; of the sign, for one within a group or a name."""
        at, known = self.anchors[max(0, bisect_right(self.anchors, offset, key=lambda pair: pair[1]) - 1)]
        following = next((i for i, _ in self.anchors if i > at), len(self.code))
        return min(at + offset - known, max(at, following - 1))

    def group(self, index: int) -> Group:
        """The group whose sign stands at the index."""
        sign = self.signs[index]
        assert isinstance(sign, Group)
        return sign

    def name(self, index: int) -> MeetingName:
        """The meeting's name whose sign stands at the index."""
        sign = self.signs[index]
        assert isinstance(sign, MeetingName)
        return sign


def _stretches(layer: Layer) -> list[tuple[int, int]]:
    """The article's sentences, those parted by ； alone joined again."""
    text = layer.article.text
    joined: list[tuple[int, int]] = []
    for start, end in layer.sentences:
        if (
            joined
            and text[joined[-1][1] - 1] in "；;"
            and start - joined[-1][1] < 2
            and end - joined[-1][0] <= _LONGEST
        ):
            joined[-1] = (joined[-1][0], end)
            continue
        while end - start > _LONGEST:
            cut = max(text.rfind("，", start + _LONGEST // 2, start + _LONGEST), start + _LONGEST - 1) + 1
            joined.append((start, cut))
            start = cut
        joined.append((start, end))
    return joined


def _encoded(text: str, start: int, end: int, signs: Sequence[Group | MeetingName], *, title: bool) -> Statement:
    code, placed, anchors, at = "", {}, [(0, start)], start
    for sign in signs:
        code += text[at : sign.start]
        placed[len(code)] = sign
        anchors.append((len(code), sign.start))
        code += PEOPLE if isinstance(sign, Group) else MEETING
        at = sign.end
        anchors.append((len(code), at))
    code += text[at:end]
    return Statement(start, end, code, placed, tuple(anchors), title)


def statements(layer: Layer) -> Iterator[Statement]:
    """The statements of an article in order, the title's among them."""
    text = full_width(layer.article.text)
    stretches = _stretches(layer)
    dates = frozenset(date.end for date in layer.dates if date.value and len(date.value) > 7)
    people_ends = frozenset(person.end for person in layer.people)
    named: dict[tuple[int, int], list[MeetingName]] = {stretch: [] for stretch in stretches}
    starts = [stretch[0] for stretch in stretches]
    for name in find(text, stretches, people_ends, dates):
        named[stretches[bisect_right(starts, name.start) - 1]].append(name)
    person = 0
    for start, end in stretches:
        while person < len(layer.people) and layer.people[person].start < start:
            person += 1
        last = person
        while last < len(layer.people) and layer.people[last].start < end:
            last += 1
        names = named[start, end]
        outside = [p for p in layer.people[person:last] if not any(n.start <= p.start < n.end for n in names)]
        signs: list[Group | MeetingName] = [*groups(text, outside, start, end)]
        signs += [n for n in names if not any(g.start < n.end and n.start < g.end for g in signs)]
        yield _encoded(text, start, end, sorted(signs, key=lambda s: s.start), title=start < layer.article.body_start)
