"""Which of the candidates are projects, by what stands beside them."""

from __future__ import annotations

import re

from kg.annotate.projects.candidates import Candidate, specific
from kg.annotate.projects.naming import LOOSE, has_name, unknown, without_place
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
    f"(?:{STRUCTURE}|{INSTITUTION}|{WORKS}|{PHASE}|建设|改造|整治|治理|修复|修缮|配套|更新|升级|迁建)"
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
_NOT_OF_WORKS = re.compile(r"[与和及或对为以本该此这其](?:项目|工程)$|人民币|万元|课题|大赛|论文")
_CONTEST = re.compile("大赛|参赛|路演|[一二三特]等奖|决赛")
_ZONE = re.compile("(?:工业园区|开发区|高新区)$")
_OPENED = re.compile(r"[”’]?(?:正式|全面)*(?:开工|奠基|动工|建成|开园|落成|破土)")
_PARTED = ("共", "有", "分", "为", "含")
_ENDS = re.compile("[”’]?(?:[，。；、！？\\n（(]|$|等|和|及|的|建设|项目|共建|总|位于|\\d{1,2}日|今日|今天|正式)")
_PHASE = re.compile(f"{PHASE}(?:工程|项目)")
_INNER = re.compile("项目|工程")
_HEAD_AT_END = re.compile(f"(?:{PHASE}(?:工程|项目)?|项目一期工程)$")


def accepted(text: str, candidate: Candidate, names: list[tuple[int, int]]) -> str | None:
    """The id of the rule by which a candidate is a project, None where none says so."""
    if phase(text, candidate):
        return None if text[candidate.start - 1 : candidate.start] in _PARTED else PHASE_ALONE.id
    if _COUNTED.search(text[max(candidate.start - 8, 0) : candidate.start]):
        return None
    if candidate.start >= candidate.head or not specific(text, candidate, names):
        return None
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
    if _ZONE.search(name) and not _OPENED.match(right):
        return None
    named = has_name(candidate, names) or bool(_MARKED.search(_NO_MARK.sub("", name)))
    beside = bool(RIGHT_STRONG.match(right)) or name.endswith(("（暂名）", "（暂定名）"))
    if candidate.kind == "works":
        return BUILT.id if RIGHT.match(right) or LEFT.search(before) else None
    loose = not LOOSE.search(name)
    if beside and (candidate.kind == "structure" or named or (loose and unknown(text, candidate) >= 2)):
        return BUILT.id
    to_build = TO_BUILD_LEFT.search(before) or (has_name(candidate, names) and BARE_BUILD.search(before))
    if to_build and _ENDS.match(right) and (named or (loose and unknown(text, candidate) >= 2)):
        return TO_BUILD.id
    return None


def phase(text: str, candidate: Candidate) -> bool:
    """Whether a candidate is a phase that stands alone (二期项目)."""
    return candidate.start >= candidate.head and bool(_PHASE.fullmatch(text, candidate.head, candidate.end))


def _only_building(text: str, candidate: Candidate, names: list[tuple[int, int]]) -> bool:
    """Whether nothing but 建设 stands between a place and 工程: 某区建设工程 names a field of work."""
    return any(
        candidate.start <= first and text[last - 1] in "省市县区镇乡" and text[last : candidate.end] in _BUILDING
        for first, last in names
    )


def _sentence(text: str, candidate: Candidate) -> tuple[int, int]:
    """From the full stop before a candidate, or 60 characters before it, to 40 behind it or the next full stop."""
    start = max(text.rfind("。", 0, candidate.start), candidate.start - 60, 0)
    end = text.find("。", candidate.end, candidate.end + 40)
    return start, end if end >= 0 else min(candidate.end + 40, len(text))


def _named(
    text: str, candidate: Candidate, names: list[tuple[int, int]], name: str, before: str, right: str
) -> str | None:
    inner = _INNER.search(name[: len(name) - 2])
    if inner and not _HEAD_AT_END.search(name) and not re.search("工程建设项目$|工程项目$", name):
        return None
    built = bool(_ANYTHING_BUILT.search(name[:-2]))
    strong = bool(RIGHT_STRONG.match(right))
    beside = strong or bool(RIGHT.match(right)) or bool(LEFT.search(before)) or bool(LIST_END.match(right))
    if ENDS_OF_OTHERS.search(name) and not _WORKS_BEFORE_END.search(name) and not _PLANT.search(name):
        return None
    if _only_building(text, candidate, names):
        return None
    if CLASS.search(name) or _NOT_OF_WORKS.search(name) or _CONTEST.search(text, *_sentence(text, candidate)):
        return None
    if name.endswith("工程") and not built and not (beside and unknown(text, candidate) >= 3):
        return None
    if re.search("[”’](?:项目|工程)$", name) and not strong:
        return None
    marked = (
        has_name(candidate, names)
        or bool(_MARKED.search(name))
        or bool(re.match("[县市区镇乡](?![域场政民级郊镇村])", name))
    )
    own = unknown(text, candidate)
    if marked and (built or beside or own >= 4):
        return NAMED.id
    if strong and own >= 2:
        return NAMED.id
    if beside and own >= 2 and (built or own >= 3):
        return NAMED.id
    return NAMED.id if built and own >= 3 else None
