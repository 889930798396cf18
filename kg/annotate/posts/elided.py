"""Bodies of which a title keeps only the field of work: 省公安厅长, 宣传部长."""

from __future__ import annotations

import re

from kg.annotate.layer import PlaceMention
from kg.annotate.posts.bodies import Body, place_level
from kg.annotate.posts.organs import LEVELS

_HEADS = frozenset(("部长", "局长", "厅长", "委员"))
_ENVOYS = frozenset(("大使", "总领事", "领事", "公使", "参赞", "公参"))
_ABROAD = re.compile(r"(?:中国)?(?P<at>驻(?!华)[\u4e00-\u9fff]{1,9})$")
"""What an envoy's mission is: 中国驻纽约|总领事."""
_FIELD = re.compile(
    rf"(?P<level>{'|'.join(LEVELS)})?(?P<field>组织|宣传|统战|人武|武装|公安|教育|财政|民政|司法|水利|水务|农业|农业农村|农牧|农机|畜牧|林业|林草|渔业|海洋|文化|文旅|文体|广电|旅游|体育|"
    r"卫生|卫健|医保|药监|交通|交通运输|公路|环保|生态环境|住建|城建|房管|园林|建设|规划|国土|自然资源|审计|统计|商务|粮食|物价|科技|科教|工信|经信|人社|应急|应急管理|安监|质监|市场监管|工商|"
    r"税务|国税|地税|信访|城管|发改|政法|纪检|国防|外交|内政|民宗|外事|侨务|国资|扶贫|乡村振兴|退役军人|档案|气象|地震|招商|投促|机关事务)$"
)


def elided_body(text: str, end: int, head: str, places: list[PlaceMention]) -> Body | None:
    """What stands for a whole body before 部长, 局长, 厅长 and ends at `end`; None where nothing does.

    Args:
        text: The article's text.
        end: Where the head begins.
        head: The head.
        places: Places near `end`.
    """
    if head in _ENVOYS and (post := _ABROAD.search(text, max(0, end - 16), end)):
        return Body(post.start(), post.start("at"))
    if head not in _HEADS or not (match := _FIELD.search(text, max(0, end - 8), end)):
        return None
    field = match.start("field")
    place = next((place for place in places if place.end == field > place.start), None)
    if place is not None:
        level = place_level(text, place)
        return Body(place.start, place.end - len(level), place, level)
    return Body(match.start(), match.start(), level=match["level"] or "")


NEEDS_BODY = {
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
    "场长",
    "段长",
    "理事",
    "干部",
    "科员",
    "办事员",
    "干事",
    "组织员",
}
"""Heads that are no post unless the body, or the unit, is known."""
_UNITS = {
    "所": r"(?:派出|卫生|司法|研究|监管|拘留|看守|戒毒|工商|财政|税务|土地|监督|检验|检测|事务|管理|推广)所",
    "站": r"(?:服务|工作|管理|推广|水利|农技|农机|兽医|文化|广播|监测|监督|防疫|林业|收费|救援|检查|卫生|计生|供销|边防|气象)站",
    "馆": r"(?:文化|图书|博物|纪念|档案|展览|体育|美术|科技)馆",
    "园": "幼儿园",
    "场": "[林农牧渔茶]场",
    "段": "(?:公路|工务|电务|机务|车务)段",
    "师": r"[\d一二三四五六七八九十]师",
    "团": r"[\d一二三四五六七八九十〇零]团(?![队结体])",
    "队": "(?:大|支|中|总|工作|调查|执法|消防|地质)队(?![员伍])",
    "教": "派出所|[大支中]队",
    "指": "[大支中]队|消防站",
}
_NEAR = 240
"""Characters in front of a bare 所长 in which its unit is named."""


def unit_named(text: str, start: int, head: str) -> bool:
    """Whether the unit that a bare 所长, 站长 leads is named not far in front of `start`."""
    unit = _UNITS.get(head[0])
    return unit is not None and bool(re.search(unit, text[max(0, start - _NEAR) : start]))
