"""Titles as they stand in the text: body, modifiers, head, and which of them belong to one person."""

from __future__ import annotations

import bisect
import itertools
import re
from dataclasses import dataclass
from typing import Literal

from kg.annotate.layer import PlaceMention
from kg.annotate.posts.bodies import Body, body_before
from kg.annotate.posts.heads import HEAD, MODIFIERS, SUFFIX
from kg.annotate.posts.neighbours import chains, linked, reach_back
from kg.lexicon import load

Kind = Literal["post", "role", "group"]

_FORMER = re.compile(r"(?:(?<![草中高平太五六七川塬屯清燕])原|(?<![之此年以目当会日])前|时任|曾任)任?$")
_FORMER_INSIDE = re.compile(
    r"(?<=[局厅委会院部办司学府协室心站队校团区县市社行])原(?=党[组委总支工]|纪)|^原(?![平阳州])"
)
"""原 within a body's name: 商务厅原党组书记, 原国家旅游局."""
_NOMINEE = re.compile(r"(?:拟任|提名为?|拟提名为?)$")
_COMPANY = re.compile(
    r"公司|集团|企业|股份|银行|商会|合作社|酒店|事务所|俱乐部|控股|证券|分行|支行|投资|科技$|车间|厂|超市|商店|"
    r"(?<!科学技术)(?<!计划生育)(?<!作家)(?<!新闻工作者)(?<!友好)(?<!消费者)协会|学会|促进会|研究会|联盟|基金(?!会)|公益|义工|志愿服务队|实验室|研究中心|国民党|海基会|[男女]子|球队|"
    rf"^(?:国际(?!合作司)|联合国|世界|亚洲|欧洲|{load('foreign_countries').alternation()})"
)
_ABROAD = re.compile(
    rf"(?:{load('foreign_countries').alternation()}|该国)(?:前|原|时任|新任|现任|开国|候任)?(?:[\u4e00-\u9fff]{{1,4}}[市省])?$"
)
_COMPANY_HEADS = re.compile(r"董事长|总经理|董事局|总裁|董事|监事|首席|创始人|厂长|经理")
_NEEDS_BODY = {
    "审判员",
    "检察员",
    "专员",
    "特派员",
    "教导员",
    "指导员",
    "代表",
    "支书",
    "站长",
    "组长",
    "所长",
    "队长",
    "旅长",
    "师长",
    "团长",
    "军长",
    "园长",
    "馆长",
}
_MEMBERS = {"党组成员", "党委成员"}
_ELIDED = re.compile(
    r"(?:组织|宣传|统战|人武|武装|公安|教育|财政|民政|司法|水利|农业|文化|文旅|卫生|卫健|交通|环保|住建|规划|旅游|体育|审计|统计|商务|科技|人社|林业|应急|信访|城管|发改|政法|纪检|国防|外交|内政)$"
)
"""What stands for a whole body before 部长 and 局长: 宣传部长."""
_DEPUTY = re.compile(r"(?:人大|党)代表|政协(?:常务|常委|委员)")


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


def _nearby(starts: list[int], places: list[PlaceMention], start: int, end: int) -> list[PlaceMention]:
    return places[bisect.bisect_left(starts, start) : bisect.bisect_right(starts, end)]


def _title(text: str, match: re.Match[str], places: list[PlaceMention], before: Title | None = None) -> Title | None:
    kind: Kind = "group" if match["group"] else "role" if match["role"] else "post"
    head = match.group()
    modifiers = "" if kind == "group" else MODIFIERS.search(text, max(0, match.start() - 16), match.start()).group()  # type: ignore[union-attr]
    end_of_body = match.start() - len(modifiers)
    former = False
    if gone := _FORMER.search(text, max(0, end_of_body - 3), end_of_body):
        former, body_end = True, gone.start()
    else:
        body_end = end_of_body
    overlap = len(head) if match["division"] and not modifiers else 0
    if match["group"] and head[0] != "老":
        overlap = len(head) - 2
    body = body_before(text, body_end, places, overlap=overlap)
    organ = text[body.core : body_end] if body.core < body_end else ""
    if (
        not organ
        and head in ("部长", "局长", "厅长", "委员")
        and not modifiers
        and (elided := _ELIDED.search(text, max(0, body_end - 3), body_end))
    ):
        body, organ = Body(elided.start(), elided.start()), elided.group()
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
    if kind == "group" and organ:
        body, organ = Body(body_end, body_end), ""
    if match["public"] and not organ and head in _NEEDS_BODY and not _of_unit(text, match, before):
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
    if kind == "post" and organ and _COMPANY.search(organ) and not _DEPUTY.search(organ + head):
        kind = "role"
    if kind == "post" and _ABROAD.search(text, max(0, body.core - 8), body.core):
        kind = "role"
    start = min(body.start, body_end)
    if gone := _FORMER_INSIDE.search(organ):
        organ, former = organ[: gone.start()] + organ[gone.end() :], True
    written = organ + text[end_of_body:end]
    if not organ and body.start < body_end and overlap and body.place is not None:
        start = body.start
    return Title(
        start, body_end if not organ else body.core, end, kind, head, modifiers, organ, body, former, nominee, written
    )


def _of_unit(text: str, match: re.Match[str], before: Title | None) -> bool:
    """Whether a bare 副组长, 师长 leads the unit of the title before in the sentence: 省委第五巡视组组长…，副组长."""
    return before is not None and match.group()[0] in before.organ and "。" not in text[before.end : match.start()]


def titles(text: str, places: list[PlaceMention]) -> list[Title]:
    """All titles of a text in order, those of one person's chain marked as linked.

    Args:
        text: The article's text.
        places: Its places, by start.
    """
    starts = [place.start for place in places]
    found: list[Title] = []
    floor = 0
    for match in HEAD.finditer(text):
        if match.start() < floor:
            continue
        title = _title(
            text, match, _nearby(starts, places, match.start() - 40, match.end()), found[-1] if found else None
        )
        if title is None or title.core < floor:
            continue
        title.start = max(title.start, floor)
        floor = title.end
        found.append(title)
    for before, after in itertools.pairwise(found):
        reach_back(text, before, after)
        after.linked = linked(text, before.end, after.start) and "group" not in (before.kind, after.kind)
    for chain in chains(found):
        for previous, title in itertools.pairwise([None, *chain]):
            if (
                title is not None
                and title.head == "委员"
                and not title.organ
                and (previous is None or previous.kind != "post")
            ):
                # a member of what nobody says: 专家委员
                title.kind = "role"
        if any(_COMPANY_HEADS.search(title.head) for title in chain):
            for title in chain:
                if title.kind == "post" and not title.body.level and not _DEPUTY.search(title.organ + title.head):
                    title.kind = "role"
    return found
