"""The thread of a report: which event each statement goes on about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.annotate.events.dating import within_a_day
from kg.annotate.events.held import Introduction
from kg.annotate.events.levels import nested
from kg.annotate.events.names import MeetingName
from kg.annotate.events.patterns import DOES
from kg.annotate.events.statements import Statement
from kg.annotate.layer import Link, MeetingEvent, PersonMention, VisitEvent

_ORDINAL = re.compile(r"第[〇零一二三四五六七八九十百\d]+[次届批期场]")
_HEADS = ("会议", "大会", "会", "仪式", "活动", "式", "论坛", "座谈")
_LITTLE = 8
_FULL = 10
"""Characters of a name that two meetings hardly share."""
_RECENT = 50
"""Meetings told last among which a name's is sought."""
_PARTS = frozenset(
    {
        "开幕式",
        "闭幕式",
        "开幕仪式",
        "闭幕仪式",
        "启动仪式",
        "开班式",
        "开班仪式",
        "开营式",
        "开营仪式",
        "开赛式",
        "开赛仪式",
        "开机仪式",
    }
)
"""Ceremonies that are a part of any larger meeting."""
_SAME_STEM = {"签订": "签约", "签字": "签约", "签署": "签约", "签定": "签约"}


@dataclass(slots=True)
class Gathering:
    """A meeting in the making: its names so far, and the statements that tell of it."""

    event: MeetingEvent
    names: list[MeetingName]
    told: list[Statement] = field(default_factory=list)
    callers: list[Link] = field(default_factory=list)
    hosts: list[Link] = field(default_factory=list)
    """Those who are the subject of the verb that holds it."""
    trip: Journey | None = None
    """The visit on which it was held."""
    place_said: bool = False
    passing: bool = False
    """Whether it was named as the setting of something else, so that only what is said beside its name is its own."""
    undated: bool = False
    """Whether the text leaves its day open: 近日."""

    def call(self, name: MeetingName, *, sure: bool) -> None:
        """Add a name; one that nobody holds or attends is taken only where it adds little, for it may begin with other words."""
        if name.generic or any(name.name == known.name for known in self.names):
            return
        if sure or len(name.name) <= len(name.kind) + _LITTLE:
            self.names.append(name)

    @property
    def fullest(self) -> MeetingName:
        """The longest of its names."""
        return max(self.names, key=lambda name: (len(name.name), -name.start))


@dataclass(slots=True)
class Journey:
    """A visit in the making."""

    event: VisitEvent
    told: list[Statement] = field(default_factory=list)
    undated: bool = False
    severally: bool = False
    """Whether its leaders go each their own way: it stands until one of them is told of alone."""

    def led_by(self, people: tuple[PersonMention, ...]) -> bool:
        """Whether one of the people leads it."""
        return bool({link.name for link in self.event.leaders} & {person.name for person in people})


Event = Gathering | Journey


def _stem(kind: str) -> str:
    for head in _HEADS:
        if kind.endswith(head) and len(kind) > len(head):
            stem = kind.removesuffix(head)
            return _SAME_STEM.get(stem, stem)
    return ""


def _contrary(one: set[str], other: set[str]) -> bool:
    """Whether two names count differently: 第三次 and 第十二次, though both are of 第九届."""
    units = {number[-1] for number in one} & {number[-1] for number in other}
    return any(not {n for n in one if n[-1] == unit} & {n for n in other if n[-1] == unit} for unit in units)


def _folded(name: str) -> str:
    return re.sub(r"[“”‘’\"'《》\s（）()]|^20\d\d年度?", "", name)


def matches(name: MeetingName, known: Gathering) -> bool:
    """Whether a name can be that of a meeting already told."""
    if name.bare:
        if name.generic:
            return True
        if name.kind in _PARTS:
            return not (known.event.kind or "").endswith("仪式") or name.kind.endswith("仪式")
        stem = _stem(name.kind)
        return any(
            name.kind in other.name
            or name.kind == other.kind
            or (stem and stem in re.sub("签[订字署定]", "签约", other.name))
            for other in known.names
        )
    folded = _folded(name.name)
    numbers = set(_ORDINAL.findall(name.name))
    for other in known.names:
        theirs = set(_ORDINAL.findall(other.name))
        if _contrary(numbers, theirs):
            continue
        if other.bare:
            if name.kind.endswith(other.kind) or (other.kind == "会议" and name.kind.endswith("会")):
                return True
            continue
        mine = _folded(other.name)
        if folded in mine or mine in folded:
            return True
        if (
            numbers & theirs
            and name.kind[-2:] == other.kind[-2:]
            and _ORDINAL.split(folded)[-1] == _ORDINAL.split(mine)[-1]
        ):
            return True
        if name.kind[-2:] == other.kind[-2:] and _alike(folded, mine):
            return True
    return False


def _alike(a: str, b: str) -> bool:
    """Whether most of the shorter name's pairs of characters stand in the longer."""
    short, long = sorted((a, b), key=len)
    pairs = {short[i : i + 2] for i in range(len(short) - 1)}
    return bool(pairs) and sum(pair in long for pair in pairs) / len(pairs) >= 0.8


def resolve(
    name: MeetingName, current: Event | None, gatherings: list[Gathering], *, loosely: bool = False
) -> Gathering | None:
    """The meeting already told that a name means; the current one first, then the last.

    `loosely`: where there is only one, a ceremony, the name of another kind of ceremony means it too.
    """
    if (
        loosely
        and len(gatherings) == 1
        and name.bare
        and name.kind.endswith(("仪式", "式"))
        and gatherings[0].event.kind
        and gatherings[0].event.kind.endswith(("仪式", "式"))
    ):
        return gatherings[0]
    order = [g for g in reversed(gatherings[-_RECENT:]) if g is not current]
    if isinstance(current, Gathering):
        order.insert(0, current)
    fit = [g for g in order if matches(name, g)]
    if name.generic and len(fit) > 1:
        exact = [g for g in fit if g.event.kind and g.event.kind.endswith(name.kind)]
        if exact and not (isinstance(current, Gathering) and current is fit[0] and name.kind in ("会议", "活动")):
            return exact[0]
    return fit[0] if fit else None


def begins(made: Introduction, known: Gathering | None, place: Link | None, date: str | None) -> bool:
    """Whether an introduction begins another meeting than the one that its name could mean."""
    if known is None:
        return True
    decides = made.rule == DOES.id and date and known.event.date and not made.name.bare
    if not made.strong and not decides:
        return False
    if made.name.generic:
        return False
    said = known.event.place
    again = len(made.name.name) >= _FULL and any(made.name.name == name.name for name in known.names)
    if again and date and known.event.date and within_a_day(date, known.event.date):
        return bool(place and said and known.place_said and not nested(place, said))
    if date and known.event.date and date != known.event.date:
        return True
    if again and place and said and nested(place, said):
        return False
    return bool(place and said and known.place_said and place.name != said.name and not made.name.bare)
