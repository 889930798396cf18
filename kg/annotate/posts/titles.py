"""Titles as they stand in the text: body, modifiers, head, and which of them belong to one person."""

from __future__ import annotations

import bisect
import itertools
import re
from dataclasses import dataclass, replace
from typing import Literal

from kg.annotate.layer import PlaceMention
from kg.annotate.posts.bodies import Body, body_before
from kg.annotate.posts.elided import NEEDS_BODY, elided_body, unit_named
from kg.annotate.posts.heads import HEAD, SUFFIX, modifiers_before
from kg.annotate.posts.kinds import is_office, is_private, is_public_after_all, settle_kinds
from kg.annotate.posts.neighbours import chains, linked, reach_back

Kind = Literal["post", "role", "group"]

_FORMER = re.compile(r"(?:(?<![草中高平太五六七川塬屯清燕])原|(?<![之此年以目当会日])前|时任|曾任)任?$")
_FORMER_INSIDE = re.compile(
    r"(?:(?<=[省市区县州])|(?<=[\u4e00-\u9fff]{2})(?<![草中高平太五六七川塬屯清燕]))原(?=党[组委总支工]|纪|政协|人大|政府|公安|法院|检察)|^原(?![平阳州])"
)
"""原 within a body's name: 商务厅原党组书记, 原国家旅游局."""
_BODIES_BEFORE = re.compile(r"(?P<level>[省市区县州旗])(?:委|人大|人大常委会|政府|政协|纪委)[、和]$")
_PARTY_BODY = re.compile("(?:党委|工委|[省市区县州盟旗]委)$")
"""In front of 组织委员, 宣传部长: the committee that they sit on."""
_HONOUR = re.compile("优秀|最美|十佳")
"""In front of a title: an award of that name and no post, “全国优秀县委书记”."""
_NOMINEE = re.compile(r"(?:拟任|提名为?|拟提名为?)$")
_MEMBERS = {"党组成员", "党委成员"}


@dataclass(slots=True)
class Title:
    """One title. `start` is where it begins with the place's proper name, `core` where the title proper does."""

    start: int
    core: int
    end: int
    kind: Kind
    head: str
    modifiers: str
    organ: str
    """The body in front as the title has it, empty for a plain title."""
    body: Body
    former: bool = False
    nominee: bool = False
    text: str = ""
    """The title proper."""
    linked: bool = False
    """Continues the title before it: both are one person's."""


def nearby(places: list[PlaceMention], start: int, end: int) -> list[PlaceMention]:
    """The places that begin in `[start, end]`, of places by start."""
    first = bisect.bisect_left(places, start, key=lambda place: place.start)
    return places[first : bisect.bisect_right(places, end, key=lambda place: place.start)]


def _title(text: str, match: re.Match[str], places: list[PlaceMention], before: list[Title]) -> Title | None:
    kind: Kind = "group" if match["group"] else "role" if match["role"] else "post"
    head = match.group()
    modifiers = "" if kind == "group" else modifiers_before(text, match.start(), head)
    end_of_body = match.start() - len(modifiers)
    former = False
    if gone := _FORMER.search(text, max(0, end_of_body - 3), end_of_body):
        former, body_end = True, gone.start()
    else:
        body_end = end_of_body
    overlap = len(head) if match["division"] and not modifiers else 0
    if match["group"] and head[0] != "老":
        overlap = len(head) - 2
    body = body_before(text, body_end, places, overlap=overlap, floor=min(before[-1].end, body_end) if before else 0)
    if text.startswith("中国驻", body.core) and body.core < body_end:
        body = replace(body, core=body.core + 2)
    organ = text[body.core : body_end] if body.core < body_end else ""
    if not organ and not modifiers and (elided := elided_body(text, body_end, head, places)):
        whole = body_before(text, elided.core, places, floor=min(before[-1].end, elided.core) if before else 0)
        body = whole if _PARTY_BODY.search(text[whole.core : elided.core]) else elided
        organ = text[body.core : body_end]
    if match["division"] and organ and not re.search(r"(?:政府|办事处|管委会|公署|村委会|委员会)$", organ):
        town = text[body.place.end : body_end] if body.place is not None else organ
        named = town if town.endswith(head[0]) and head[0] in "镇乡村" and len(town) > 2 else ""
        body, organ = (
            Body(
                body.core if named else body_end,
                body_end,
                None if named else body.place,
                body.level,
                named or body.named,
            ),
            "",
        )
    if body.named and organ in ("村", "社区") and "第一" in modifiers:
        # a level word goes before an organ's post, and 第一书记 is none
        organ = ""
    if kind == "group" and organ:
        body, organ = Body(body_end, body_end), ""
    if (
        match["public"]
        and not organ
        and head in NEEDS_BODY
        and not (_of_unit(text, match, before) or unit_named(text, match.start(), head))
    ):
        return None
    if head == "干部" and not is_office(organ):
        return None
    if not former and body.place is not None and body.core > body.place.end and text[body.place.end] in "原前":
        former = True
    end = match.end()
    nominee = bool(_NOMINEE.search(text, max(0, body.start - 5), body.start))
    if kind == "post":
        while suffix := SUFFIX.match(text, end):
            end = suffix.end()
            nominee = nominee or bool(suffix["nominee"])
    if not former and (gone := _FORMER.search(text, max(0, body.start - 3), body.start)):
        former = True
    if kind == "role" and is_public_after_all(organ, head):
        kind = "post"
    if kind == "post" and is_private(text, organ, head, body.core):
        kind = "role"
    start = min(body.start, body_end)
    if kind == "post" and _HONOUR.search(text, max(0, body.core - 2), body.core):
        kind = "role"
    if gone := _FORMER_INSIDE.search(organ):
        organ, former = organ[: gone.start()] + organ[gone.end() :], True
    written = organ + text[end_of_body:end]
    if kind == "group" and (several := _BODIES_BEFORE.search(text, max(0, match.start() - 8), match.start())):
        # 市委、市人大、市政府、市政协领导: of all of them, so the level's
        written = f"{several['level']}领导"
    if not organ and body.start < body_end and overlap and body.place is not None:
        start = body.start
    return Title(
        start, body_end if not organ else body.core, end, kind, head, modifiers, organ, body, former, nominee, written
    )


_UNIT = 4
"""Titles back to which a bare 副组长 may look for its unit."""


def _of_unit(text: str, match: re.Match[str], before: list[Title]) -> bool:
    """Whether a bare 副组长, 师长 leads the unit of a title before in the sentence: 省委第五巡视组组长…，副组长."""
    return any(
        match.group()[0] in title.organ and "。" not in text[title.end : match.start()] for title in before[-_UNIT:]
    )


def titles(text: str, places: list[PlaceMention]) -> list[Title]:
    """All titles of a text in order, those of one person's chain marked as linked.

    Args:
        text: The article's text.
        places: Its places, by start.
    """
    found: list[Title] = []
    floor = 0
    for match in HEAD.finditer(text):
        if match.start() < floor:
            continue
        title = _title(text, match, nearby(places, match.start() - 40, match.end()), found)
        if title is None or title.core < floor:
            continue
        title.start = max(title.start, floor)
        floor = title.end
        found.append(title)
    for before, after in itertools.pairwise(found):
        reach_back(text, before, after)
        after.linked = linked(text, before.end, after.start) and "group" not in (before.kind, after.kind)
    for chain in chains(found):
        settle_kinds(text, chain)
        for previous, title in itertools.pairwise(chain):
            # 原市委副书记、市长: what is said of the first is said of all
            title.former = title.former or (
                previous.former and text[previous.end] == "、" and "关工委" not in title.organ
            )
    return found
