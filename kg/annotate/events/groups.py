"""Runs of people who stand together as one subject: 市委书记某某，市长某某."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.annotate.layer import PersonMention
from kg.lexicon import load

_FARTHEST = 60
"""Characters between two people of a list, where the second one's post fills them."""

_LONGEST_GAP = 160
"""Characters between two groups of one list at most."""

_JOINED = re.compile(r"[、，,兼和及\s]{0,2}(?:同志)?[（(“]?")
_SEPARATOR = re.compile(
    r"(?:[（(][^（）()。]{1,14}[）)])?(?:同志|先生|女士|教授|等)?(?P<mark>[、，,；;]|以及|和|及|与|暨|同|\s)"
)
_VERB = re.compile(
    r"主持|出席|参加|列席|陪同|讲话|致辞|致词|发言|指出|强调|要求|表示|说(?=[，,：:“])|提出|希望|认为|介绍|宣布|宣读|通报|汇报|来到|前往|深入|走进|赴|会见"
    r"|(?:调研|视察|检查|考察|慰问|督导)(?!员|室|组|团|处|科|站|部|院|中心)|看望|走访|来访|到访|召开|作了|谈了|讲了|进行|举行|举办|听取|带队|率|一行|任命|担任|当选|分别|共同|先后|代表.{0,8}(?:向|为|对)|为.{0,30}(?:揭牌|颁)|[，,](?:男|女)|他|她|曾"
)


@dataclass(frozen=True, slots=True)
class Group:
    """People named one after the other; `start:end` reaches from the first post to the last name or the title behind it."""

    start: int
    end: int
    people: tuple[PersonMention, ...]
    parts: tuple[int, ...]
    """Indices in `people` at which a new part begins: behind a comma, or behind 与."""

    @property
    def last_part(self) -> tuple[PersonMention, ...]:
        """The people behind the last comma: the subject of a verb that takes one."""
        return self.people[self.parts[-1] :]


def _extent(text: str, person: PersonMention, floor: int) -> tuple[int, int]:
    start, end = person.start, person.end
    for post in sorted(person.posts, key=lambda p: p.start, reverse=True):
        if floor <= post.start and post.end <= start and _JOINED.fullmatch(text, post.end, start):
            start = post.start
        elif 0 <= post.start - end <= 1:
            end = max(end, post.end)
    return start, end


def groups(text: str, people: Sequence[PersonMention], first: int, last: int) -> list[Group]:
    """The groups of people in `text[first:last]`, left to right."""
    found: list[Group] = []
    floor = first
    for person in people:
        if person.start < first or person.end > last or person.start < floor:
            continue
        start, end = _extent(text, person, floor)
        floor = end
        if found:
            before = found[-1]
            gap = text[before.end : start]
            mark = _SEPARATOR.match(gap)
            if mark and len(gap) <= _FARTHEST and not _VERB.search(gap):
                opens = mark["mark"] not in "、和及以及暨" or "，" in gap or "；" in gap
                parts = (*before.parts, len(before.people)) if opens else before.parts
                found[-1] = Group(before.start, end, (*before.people, person), parts)
                continue
        found.append(Group(start, end, (person,), (0,)))
    return found


_UNKNOWN = re.compile(r"[^、，,；;。]{0,8}[、，,；;](?:[^、，,；;。]{0,36}[、，,；;])*[^、，,；;。]{0,36}")
"""What stands between two groups of one list: the rest of a title, then entries whose names were not found."""
_CLAUSE = re.compile(
    r"[了把被：:“”\ue000-\ue002]|在(?!职)|将(?!军)|对(?!外)|会上|仪式|负责|就|围绕|"
    + "|".join(
        load(name).alternation() for name in ("event_attending_verbs", "event_ceremony_acts", "event_speaking_acts")
    )
)
"""Marks and words that no entry of a list has."""


def in_one_list(code: str, start: int, end: int) -> bool:
    """Whether what stands in `code[start:end]`, between two groups, is only entries of one list, with no verb.

    So the verb behind the last group is that of all: 省长某某，研究员，公司董事长，厅长某某出席.
    """
    between = code[start:end]
    return (
        len(between) <= _LONGEST_GAP
        and _UNKNOWN.fullmatch(between) is not None
        and not _CLAUSE.search(between)
        and not _VERB.search(between)
    )
