"""Which of the candidates are projects, by what stands beside them."""

from __future__ import annotations

import re

from kg.annotate.projects.candidates import Candidate, specific
from kg.annotate.projects.naming import LOOSE, SMALL, has_name, unknown, without_place
from kg.annotate.projects.no_projects import SLOGAN, no_structure, no_works
from kg.annotate.projects.patterns import (
    BARE_BUILD,
    BUILT,
    CLASS,
    LEFT,
    LIST_END,
    NAMED,
    NOT_WORKS,
    RIGHT,
    RIGHT_STRONG,
    TO_BUILD,
    TO_BUILD_LEFT,
)
from kg.annotate.projects.patterns import PHASE as PHASE_ALONE
from kg.annotate.projects.vocabulary import ENDS_OF_OTHERS, INSTITUTION, PHASE, STRUCTURE, WORKS

_ANYTHING_BUILT = re.compile(
    f"(?:{STRUCTURE}|{INSTITUTION}|{WORKS}|{PHASE}|建设|改造|整治|治理|修复|修缮|配套|更新|升级|迁建|旧改|微改造|技改|腾退|加装|特高压|输变电|新建|扩建|改建)"
)
_MARKED = re.compile(
    r"[A-Za-z“”·]|\d+(?:\.\d+)?(?:万|亿)?(?:平方米|平米|吨|公里|千米|方|亩|兆瓦|千瓦|千伏|台|套|辆|号线|MW|GW|万吨)"
)
_BUILDING = frozenset(("建设工程", "工程建设项目", "建设项目", "工程项目"))
_OF_CLASS = re.compile(r"\d+[余多]?[个项]|[一二三四五六七八九十百]+[个项]")
"""A number behind the noun, which makes it one of many: 在建公路项目停工 647 个 names none, 光伏项目12个 neither."""
_ITS_PEOPLE = re.compile("负责|经理|总工|党支部|技术|书记")
_NO_MARK = re.compile("“[^”]*(?:、[^”]*|型)”")
"""Quoted words that describe and do not name: “服务型”社区, “区、镇、村”网络."""
_COUNTED = re.compile(
    "(?:\\d[\\d,]*|[一二两三四五六七八九十百几数]+|若干|多|余)[ 余多]*[个项]$|(?:更多|一批|一系列|大批|首批)$"
)
_WORKS_BEFORE_END = re.compile("(?:改造|整治|修缮|更新)[^，。；]{2,4}(?:项目|工程)$")
_PLANT = re.compile(r"\d+(?:\.\d+)?万?(?:吨|千瓦|兆瓦|千伏|立方|平方米|亩|台|套|[MG]W)[^，。；]{4,}示范(?:项目|工程)$")
_ZONE = re.compile("(?:工业园区|开发区|高新区)$")
_SET_UP = re.compile("[”’]?(?:正式)?(?:落地|落户|启用|投用|落成|揭幕|挂牌)")
_OPENED = re.compile(r"[”’]?(?:正式|全面)*(?:开工|奠基|动工|建成|开园|落成|破土)")
_BEGINS_NOW = re.compile(
    r"[”’]?(?:主体)?(?:正式|顺利|今日|日前|于[^，。；]{2,8})*(?:在[^，。；]{2,14}?)?(?:开工|动工|奠基|破土|竣工|封顶|投产|投用|启用|通车)(?!率|建设年|项目|仪式上)"
)
_FIRST_OF = re.compile("(?:首|第一)[家个座]")
"""What describes and does not name: 某市首家中医药博物馆."""
_LEVELS, _OWN_WORDS = "省市县区旗镇乡村", 4
_WHOLLY_OWN = 5
_SPENT_ON = re.compile(r"投[^，。；]{0,8}[\d一二三四五六七八九十百千]余?[万亿]+余?元的“?$")
_PARTED = ("共", "有", "分", "为", "含")
_ENDS = re.compile("[”’]?(?:[，。；、！？\\n（(]|$|等|和|及|的|建设|项目|共建|总|位于|\\d{1,2}日|今日|今天|正式)")
_PHASE = re.compile(f"{PHASE}(?:工程|项目)")
_INNER = re.compile("项目|工程")
_WORKS_OF = re.compile(
    r"(?:工程|项目)(?:\d|[一二三]期|[东西南北]线|[\u4e00-\u9fff]{1,6}(?:水库|大桥|隧道|电站|泵站|枢纽|段|标段))[^，。；]*(?:项目|工程)$"
)
"""A name in which the whole stands before the part: 甲河示范工程30万千瓦风电项目, 乙引水工程丙隧道项目."""
_HEAD_AT_END = re.compile(f"(?:{PHASE}(?:工程|项目)?|项目一期工程)$")


def accepted(text: str, candidate: Candidate, names: list[tuple[int, int]]) -> str | None:
    """The id of the rule by which a candidate is a project, None where none says so."""
    if phase(text, candidate):
        return None if text[candidate.start - 1 : candidate.start] in _PARTED else PHASE_ALONE.id
    if _COUNTED.search(text[max(candidate.start - 8, 0) : candidate.start]):
        return None
    if candidate.start >= candidate.head:
        return None
    if not specific(text, candidate, names):
        return NAMED.id if _of_a_place(text, candidate, names) else None
    if _OF_CLASS.match(text, candidate.end) or (
        _ITS_PEOPLE.match(text, candidate.end) and (candidate.start, candidate.end - 2) in names
    ):
        return None
    name = text[candidate.start : candidate.end]
    before = text[max(candidate.start - 16, 0) : candidate.start]
    right = text[candidate.end : candidate.end + 28]
    if candidate.kind == "named":
        return _named(text, candidate, names, name, before, right)
    bare = without_place(name, candidate, names)
    if len(name) < 4 or ((NOT_WORKS.search(name) or NOT_WORKS.search(bare)) and "揭牌" not in right):
        return None
    if no_structure(text, candidate, names, bare):
        return None
    if _ZONE.search(name) and not _OPENED.match(right):
        return None
    named = has_name(candidate, names) or bool(_MARKED.search(_NO_MARK.sub("", name)))
    beside = bool(RIGHT_STRONG.match(right) or _SPENT_ON.search(before)) or name.endswith(("（暂名）", "（暂定名）"))
    given = before.endswith("“") and (TO_BUILD_LEFT.search(before) or _SET_UP.match(right))
    if SMALL.search(name) and not (has_name(candidate, names) or "揭牌" in right or given):
        return None
    if candidate.kind == "works":
        return BUILT.id if RIGHT.match(right) or LEFT.search(before) else None
    loose = not LOOSE.search(name)
    if _BEGINS_NOW.match(right) and not before.endswith("在") and unknown(text, candidate) >= _WHOLLY_OWN:
        return BUILT.id
    if beside and (candidate.kind == "structure" or named or (loose and unknown(text, candidate) >= 2)):
        return BUILT.id
    if _FIRST_OF.search(name):
        return None
    to_build = TO_BUILD_LEFT.search(before) or (has_name(candidate, names) and BARE_BUILD.search(before))
    if to_build and _ENDS.match(right) and (named or (loose and unknown(text, candidate) >= 2)):
        return TO_BUILD.id
    return None


def _of_a_place(text: str, candidate: Candidate, names: list[tuple[int, int]]) -> bool:
    """Whether a class with a place in front names the one project of that place that begins or ends now."""
    if candidate.kind != "named" or not _BEGINS_NOW.match(text, candidate.end):
        return False
    return any(
        candidate.start == first and text[last - 1] in _LEVELS and candidate.head - last >= _OWN_WORDS
        for first, last in names
    )


def phase(text: str, candidate: Candidate) -> bool:
    """Whether a candidate is a phase that stands alone (二期项目)."""
    return candidate.start >= candidate.head and bool(_PHASE.fullmatch(text, candidate.head, candidate.end))


def _only_building(text: str, candidate: Candidate, names: list[tuple[int, int]]) -> bool:
    """Whether nothing but 建设 stands between a place and 工程: 某区建设工程 names a field of work."""
    return any(
        candidate.start <= first and text[last - 1] in "省市县区镇乡" and text[last : candidate.end] in _BUILDING
        for first, last in names
    )


def _named(
    text: str, candidate: Candidate, names: list[tuple[int, int]], name: str, before: str, right: str
) -> str | None:
    inner = _INNER.search(name[: len(name) - 2])
    if (
        inner
        and not _HEAD_AT_END.search(name)
        and not _WORKS_OF.search(name)
        and not re.search("工程建设项目$|工程项目$", name)
    ):
        return None
    built = bool(_ANYTHING_BUILT.search(name[:-2]))
    strong = bool(RIGHT_STRONG.match(right))
    beside = strong or bool(RIGHT.match(right)) or bool(LEFT.search(before)) or bool(LIST_END.match(right))
    if ENDS_OF_OTHERS.search(name) and not _WORKS_BEFORE_END.search(name) and not _PLANT.search(name):
        return None
    if _only_building(text, candidate, names):
        return None
    if CLASS.search(name) or no_works(text, candidate):
        return None
    if name.endswith("工程") and not built and not (beside and unknown(text, candidate) >= 3):
        return None
    if re.search("[”’](?:项目|工程)$", name) and (
        not strong or SLOGAN.match(name) or (name.endswith("工程") and not built and not _BEGINS_NOW.match(right))
    ):
        return None
    marked = (
        has_name(candidate, names)
        or bool(_MARKED.search(name))
        or bool(re.match("[县市区镇乡](?![域场政民级郊镇村城])", name))
    )
    own = unknown(text, candidate)
    if marked and (built or beside or own >= 4):
        return NAMED.id
    if strong and own >= 2:
        return NAMED.id
    if beside and own >= 2 and (built or own >= 3):
        return NAMED.id
    return NAMED.id if built and own >= 3 else None
