"""Projects named by no head noun, as members of a list that 等重点项目 closes: 甲科技、乙路改造等重点项目."""

from __future__ import annotations

import re

from kg.annotate.projects.bounds import clause_start, name_start
from kg.annotate.projects.candidates import Candidate
from kg.annotate.projects.vocabulary import CLASS_WORDS, NAMED, WORKS, cover

_CLOSING = re.compile(
    rf"[”’]?等(?P<count>[\d一二两三四五六七八九十百数几多]+[余多]?个|一[批系列]+|多个)?(?P<kind>[\u4e00-\u9fff]{{0,12}}?)(?:{NAMED}|重大功能性平台|(?:重点|重大|功能性)平台)"
)
_ITEM = re.compile("[^、，。；：！？\n]+")
_SEPARATOR = "、"
_AND = re.compile("(?:和|与|及|以及)(?=[^、和与及]{3,})")
_OTHER_MATTERS = re.compile(
    r"体验|比赛|竞赛|赛事|赛|运动|游玩|游乐|娱乐|表演|展演|演出|节目|检查|检测|检验|体检|诊疗|手术|课程|培训|服务|志愿|帮扶|慈善|公益|救助|"
    r"关爱|补贴|收费|消费|美食|餐饮|文艺|体育|竞技|科目|保险|理财|研学|游戏|互动|活动|非遗|奖|课题"
)
_MARKED = re.compile(r"[A-Za-z“”]|\d")
_WORKS_AT_END = re.compile(
    f"(?:{WORKS}|改造|提升|延伸|建设|扩建|整治|治理|修复|生产线|产业化|开发|安装|拓宽|贯通|加固|更新)[”’]?$"
)
_SITE = re.compile("(?<![沿上干道公铁水线])[路街桥河湖渠站厂港园楼村]")
_NO_NAME = re.compile(r"[的了是在把被将着]|等|我[市区县省]|全[市区县省]|各|该|此|这")
_LONGEST, _SHORT = 24, 8


def bare_members(
    text: str, names: list[tuple[int, int]], bodies: list[tuple[int, int]], divisions: list[tuple[int, int]]
) -> list[Candidate]:
    """The members without a head noun of lists that 等…项目 closes, where a body, a place or works mark each.

    Args:
        text: The article's text.
        names: Offsets of divisions and bodies, which no bound cuts.
        bodies: Offsets of companies and other bodies.
        divisions: Offsets of divisions; a list of them names no projects.
    """
    found: list[Candidate] = []
    for closing in _CLOSING.finditer(text):
        kind = closing["kind"]
        if (kind and cover(kind) is None) or _OTHER_MATTERS.search(kind):
            continue
        begin = _list_start(text, closing.start())
        if _OTHER_MATTERS.search(text, begin, closing.end()):
            continue
        near = [span for span in names if begin < span[1] and span[0] < closing.start()]
        start = (
            name_start(text, begin, closing.start(), near) if _SEPARATOR not in text[begin : closing.start()] else begin
        )
        items = _items(text, start, closing.start())
        if items:
            items[0] = (name_start(text, items[0][0], items[0][1], near), items[0][1])
        items = [item for item in items if _may_name(text, *item, divisions)]
        company = any(_holds(item, bodies) for item in items)
        for item in items:
            if _holds(item, bodies) or _works(text, *item, divisions) or (company and item[1] - item[0] <= _SHORT):
                found.append(Candidate(item[0], item[1], item[1], "named"))
    return found


def _list_start(text: str, end: int) -> int:
    start = clause_start(text, end)
    while start > 1 and text[start - 1] == _SEPARATOR and end - start < 120:
        start = clause_start(text, start - 1)
    return start


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    items: list[tuple[int, int]] = []
    for part in _ITEM.finditer(text, start, end):
        at = part.start()
        if joined := _AND.search(text, at + 2, part.end()):
            items += [(at, joined.start()), (joined.end(), part.end())]
        else:
            items.append((at, part.end()))
    return items


def _may_name(text: str, start: int, end: int, divisions: list[tuple[int, int]]) -> bool:
    name = text[start:end].strip("“”‘’")
    if not 3 <= len(name) <= _LONGEST or _NO_NAME.search(name) or name in CLASS_WORDS or cover(name) is not None:
        return False
    if name.count("(") != name.count(")") or name.count("（") != name.count("）"):
        return False
    return not any(first <= start and end <= last for first, last in divisions)


def _holds(item: tuple[int, int], bodies: list[tuple[int, int]]) -> bool:
    return any(item[0] <= first and last <= item[1] for first, last in bodies)


def _works(text: str, start: int, end: int, divisions: list[tuple[int, int]]) -> bool:
    """Whether an item names works at a place: 望江路改造, 12号线延伸."""
    name = text[start:end].strip("“”‘’")
    place = any(start <= first and last < end for first, last in divisions)
    return bool(_WORKS_AT_END.search(name)) and (place or bool(_MARKED.search(name)) or bool(_SITE.search(name[:-2])))
