"""Projects named by no head noun, as members of a list that 等重点项目 closes: 甲科技、乙路改造等重点项目."""

from __future__ import annotations

import re
from itertools import chain

from kg.annotate.projects.bounds import clause_start, name_start
from kg.annotate.projects.candidates import Candidate
from kg.annotate.projects.patterns import BARE, BESIDE
from kg.annotate.projects.vocabulary import CLASS_WORDS, NAMED, WORKS, cover

_CLOSING = re.compile(
    rf"[”’]?等(?P<count>[\d一二两三四五六七八九十百数几多]+[余多]?[个项大]|一[批系列]+|多[个项])?(?P<kind>[\u4e00-\u9fff]{{0,12}}?)(?:{NAMED}|重大功能性平台|(?:重点|重大|功能性)平台)"
)
_COUNTED = re.compile(
    r"(?P<count>[两三四五六七八九十]|\d+)(?P<kind>)(?:项|个(?:项目|工程))(?:工程|项目)?(?=已|均|全部|正在|将|先后|同时|集中)|(?P<large>[三四五六七八九十])大(?:重点|重大|标志性|支撑性)?(?:项目|工程)(?=为|建设|，|。|；)"
)
"""The end of a list that tells its number alone: 甲厂二期、乙路小学两项已完工."""
_ITEM = re.compile("[^、，。；：！？\n]+")
_SEPARATOR = "、"
_AND = re.compile("(?:和|与|及|以及)(?=[^、和与及]{3,})")
_OTHER_MATTERS = re.compile(
    r"体验|比赛|竞赛|赛事|赛|运动|游玩|游乐|娱乐|表演|展演|演出|节目|检查|检测|检验|体检|诊疗|手术|课程|培训|服务|志愿|帮扶|慈善|公益|救助|"
    r"关爱|补贴|收费|消费|美食|餐饮|文艺|体育(?!中心|馆|场|公园)|竞技(?!场|馆|[\u4e00-\u9fff]{1,3}场)|科目|保险|理财|研学|游戏|互动|活动|非遗|奖|课题"
)
_MARKED = re.compile(r"[A-Za-z“”]|\d")
_WORKS_AT_END = re.compile(
    f"(?:{WORKS}|改造|提升|延伸|建设|扩建|整治|治理|修复|生产线|产业化|开发|安装|拓宽|贯通|加固|更新|[一二三四五六]期)[”’]?$"
)
_SITE = re.compile("(?<![沿上干道公铁水线])[路街桥河湖渠站厂港园楼村场馆院校塘坝库矿]")
_NO_NAME = re.compile(r"[的了是在把被将着]|协议$|等|我[市区县省]|全[市区县省]|各|该|此|这")
_LONGEST, _SHORT = 24, 8
_BUILT = re.compile(
    "开工|复工|竣工|投产|签约|落户|奠基|动工|建成|投用|投运|建设|引进|招引|推进|实施|开建|达产|落地|生根|完工|承接|承建|中标"
)
_WEIGHTY = re.compile("重点|重大|产业|工业|招商|外资|签约|援[疆藏]|省市|基础设施|能源|煤电|大|优质|产业链")
_TAKEN_ON = re.compile("(?:承接|承建|中标|援建|承揽)(?:了|完成了?)?$")
_BEFORE, _BEHIND, _OWN = 40, 24, 4


def bare_members(
    text: str,
    names: list[tuple[int, int]],
    bodies: list[tuple[int, int]],
    divisions: list[tuple[int, int]],
    known: list[tuple[int, int]],
) -> list[tuple[Candidate, str]]:
    """The members without a head noun of lists that 等…项目 closes, where a body, a place or works mark each.

    One such member, or a project by another rule, makes the others projects too, where the sentence tells of
    building and the list is of 重点项目, 产业项目 and the like.

    Args:
        text: The article's text.
        names: Offsets of divisions and bodies, which no bound cuts.
        bodies: Offsets of companies and other bodies.
        divisions: Offsets of divisions; a list of them names no projects.
        known: Offsets of the projects found by other rules.
    """
    found: list[tuple[Candidate, str]] = []
    for closing in chain(_CLOSING.finditer(text), _COUNTED.finditer(text)):
        kind = closing["kind"] or ""
        if (kind and cover(kind) is None) or _OTHER_MATTERS.search(kind):
            continue
        begin = _list_start(text, closing.start())
        if _OTHER_MATTERS.search(text, begin, closing.end()):
            continue
        near = [span for span in names if begin < span[1] and span[0] < closing.start()]
        start = (
            name_start(text, begin, closing.start(), near) if _SEPARATOR not in text[begin : closing.start()] else begin
        )
        items = items_of(text, start, closing.start())
        if items:
            items[0] = (name_start(text, items[0][0], items[0][1], near), items[0][1])
        members = [item for item in items if _within(item, known)]
        items = [item for item in items if may_name(text, *item, divisions)]
        company = any(_holds(item, bodies) for item in items)
        marked = [item for item in items if _holds(item, bodies) or _works(text, *item, divisions)]
        weighty = (
            len(items) > 1
            and (_WEIGHTY.search(kind) or closing.re is _COUNTED)
            and _BUILT.search(text, max(begin - _BEFORE, 0), closing.end() + _BEHIND)
        )
        taken_on = items and _TAKEN_ON.search(text, max(items[0][0] - 6, 0), items[0][0])
        for item in items:
            beside = taken_on or ((marked or members) and weighty)
            if not taken_on and (item in marked or (company and item[1] - item[0] <= _SHORT)):
                found.append((Candidate(item[0], item[1], item[1], "named"), BARE.id))
            elif beside and item[1] - item[0] >= _OWN and item not in members:
                found.append((Candidate(item[0], item[1], item[1], "named"), BESIDE.id))
    return found


def _list_start(text: str, end: int) -> int:
    start = clause_start(text, end)
    while start > 1 and text[start - 1] == _SEPARATOR and end - start < 120:
        start = clause_start(text, start - 1)
    return start


def items_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Offsets of the members of a list."""
    items: list[tuple[int, int]] = []
    for part in _ITEM.finditer(text, start, end):
        at = part.start()
        if joined := _AND.search(text, at + 2, part.end()):
            items += [(at, joined.start()), (joined.end(), part.end())]
        else:
            items.append((at, part.end()))
    return items


def may_name(text: str, start: int, end: int, divisions: list[tuple[int, int]]) -> bool:
    """Whether a member may name one thing: no class, no division, no clause."""
    name = text[start:end].strip("“”‘’")
    if not 3 <= len(name) <= _LONGEST or _NO_NAME.search(name) or name in CLASS_WORDS or cover(name) is not None:
        return False
    if name.count("(") != name.count(")") or name.count("（") != name.count("）"):
        return False
    return not any(first <= start and end <= last for first, last in divisions)


def _holds(item: tuple[int, int], bodies: list[tuple[int, int]]) -> bool:
    return any(item[0] <= first and last <= item[1] for first, last in bodies)


def _within(item: tuple[int, int], known: list[tuple[int, int]]) -> bool:
    """Whether an item is a project that is known, or ends as one does."""
    return any(first < item[1] and item[0] < last for first, last in known)


def _works(text: str, start: int, end: int, divisions: list[tuple[int, int]]) -> bool:
    """Whether an item names works at a place: 望江路改造, 12号线延伸."""
    name = text[start:end].strip("“”‘’")
    place = any(start <= first and last < end for first, last in divisions)
    return bool(_WORKS_AT_END.search(name)) and (place or bool(_MARKED.search(name)) or bool(_SITE.search(name[:-2])))
