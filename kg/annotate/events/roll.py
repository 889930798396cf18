"""Rolls: those present stand each on a line of their own below a heading (出席会议的有：)."""

from __future__ import annotations

import re

from kg.annotate.events.groups import Group
from kg.annotate.events.joins import ROLL
from kg.annotate.events.roles import Act
from kg.annotate.events.statements import PEOPLE, Statement

_HEADING = re.compile(
    rf"(?:^|[，。；\s]|\S{{0,8}})(?:出席|参加|列席|到会|参会|与会|应邀)[^，。；{PEOPLE}]{{0,24}}(?:有|是|为|人员|领导|嘉宾|代表|名单)?[：:]?\s*$"
)
_ENDS_SO = re.compile(r"(?:有|是|人员|领导|嘉宾|名单|[：:])\s*$")
_LINE = re.compile(rf"[^，。；：:（）{PEOPLE}]{{0,30}}(?:{PEOPLE}[^。：:{PEOPLE}]{{0,30}}?)+[。；]?\s*")
_DOES = re.compile(
    r"主持|讲话|致辞|发言|指出|强调|要求|表示|介绍|宣|通报|汇报|来到|赴|调研|检查|召开|举行|说|记者|通讯员|摄|编辑|审核|作者|[了在将]"
)


def opens_roll(statement: Statement) -> bool:
    """Whether a statement ends as the heading of a roll, with nobody named behind it."""
    code = statement.code
    return bool(_ENDS_SO.search(code) and _HEADING.search(code[-48:]))


def entry(statement: Statement) -> Act | None:
    """The people of a line of the roll, as attending; None if it is no such line."""
    code = statement.code
    if not _LINE.fullmatch(code) or _DOES.search(code):
        return None
    groups = [(index, sign) for index, sign in sorted(statement.signs.items()) if isinstance(sign, Group)]
    people = tuple(person for _, group in groups for person in group.people)
    return Act("attend", ROLL.id, groups[0][0], groups[0][0] + 1, people)
