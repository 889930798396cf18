"""Verbs of office: what says that someone takes, holds, held or is to get a post."""

from __future__ import annotations

import re
from typing import Literal

Status = Literal["current", "former", "nominated"]

OFFICE = re.compile(
    r"(?P<nominated>(?:被)?(?:拟任|拟担任|提名(?:任命|推荐)?为?|拟提名为?|推荐为|候任))"
    r"|(?P<former>利用其?担任|曾先后担任|曾先后任|曾历任|先后担任|先后任|先后出任|曾经?担任过?|曾经?出任|曾任|历任|原任|时任|生前(?:系|为|任)|担任过|不再担任|不再兼任|卸任|辞去|免去|离任|退休前任)"
    r"|(?P<current>(?:继续|同时|后|已经?|现|正式|再次|直接)?(?:担任|出任|兼任|接任|继任|升任|调任|转任|改任|就任|当选为?|升为|成为|晋升为?|晋任|挂任|挂职|获任|增加|履新)|[他她](?:还|也|同时|又|现)?是|(?:已|现|并|同时|还)兼(?![职并容顾])|(?:现|已|后|新|同时|继续)任|"
    r"(?<![主责委担现时曾历出接兼拟首信连前转调升继改挂获原后已新])任)(?!工委|[务丘职免命期何意重用性劳]|县县|城区|教(?!育|科|体|师|委|协))"
)
"""`任` by itself too, where it is no part of 主任, 责任 …"""

BEHIND_VERB = re.compile(
    r"(?:了|过|为)?(?:其(?:担任|兼任)?的?|[当该]时的|该[院校局厅市县区省镇]|原|起|中共|中国共产党|新一届|首任|：|:|第[一二三四五六七八九十]+任|\d{4}年(?:\d{1,2}月)?){0,2}"
)
"""What may stand between the verb and the post."""

CONTINUES = re.compile(r"(?:[（(][^（）()\n]{1,12}[）)])?[，、；,\s及和并兼]{1,3}(?:兼任?|后|并|再|又|其间|期间)?")
"""What may stand between a post and the next one that the same verb governs."""

FOR_WHOM = re.compile("[^，。；\n]{0,40}(?:颁发|颁奖|授牌|授旗|授予|佩戴|送上|献)")
"""Behind 王某为 with a title: for whom something was done, and not what he is."""

TENURE = re.compile("任上|任内|任职期间|一职上")
"""Behind a post that 在 stands before: 王某在县长任上."""

COPULA = re.compile(r"(?:同志)?(?:现在|目前|现|此前|当时)?(?:是|为|系)")
"""Right behind a name: the post that follows is that person's."""


def status_of(match: re.Match[str]) -> Status:
    """The status that a verb of office gives."""
    return "nominated" if match["nominated"] else "former" if match["former"] else "current"
