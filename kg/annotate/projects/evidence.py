"""Which of the candidates are projects, by what stands beside them."""

from __future__ import annotations

import re

from kg.annotate.projects.candidates import Candidate, specific
from kg.annotate.projects.patterns import (
    BUILT,
    CLASS,
    LEFT,
    LIST_END,
    LISTED,
    NAMED,
    NOT_WORKS,
    RIGHT,
    RIGHT_STRONG,
    TO_BUILD,
    TO_BUILD_LEFT,
)
from kg.annotate.projects.patterns import PHASE as PHASE_ALONE
from kg.annotate.projects.vocabulary import ENDS_OF_OTHERS, INSTITUTION, PHASE, STRUCTURE, WORKS, cover

_ANYTHING_BUILT = re.compile(
    f"(?:{STRUCTURE}|{INSTITUTION}|{WORKS}|{PHASE}|建设|改造|整治|治理|修复|修缮|配套|更新|升级|迁建)"
)
_MARKED = re.compile(
    r"[A-Za-z“”·]|\d+(?:\.\d+)?(?:万|亿)?(?:平方米|平米|吨|公里|千米|方|亩|兆瓦|千瓦|千伏|台|套|辆|号线|MW|GW|万吨)"
)
_COUNTED = re.compile(
    "(?:\\d[\\d,]*|[一二两三四五六七八九十百几数]+|若干|多|余)[ 余多]*[个项]$|(?:更多|一批|一系列|大批|首批)$"
)
_SCHOOL = re.compile("(?:大学|学校|小学|中学|幼儿园|医院|校区）?)$")
_VISITED = re.compile("(?:前往|来到|走进|察看|查看|视察|考察|参观|走访|调研|赴)[^，。；]*$")
_PARTED = ("共", "有", "分", "为", "含")
_LOOSE = re.compile("(?:中心|平台|基地|系统|网络|社区|园区|城|港)$")
"""Heads that stand for slogans so often that only a name makes them works."""
_ENDS = re.compile("[”’]?(?:[，。；、！？\\n]|$|等|和|及|的|建设|项目|共建|总)")
_PHASE = re.compile(f"{PHASE}(?:工程|项目)")
_INNER = re.compile("项目|工程")
_SEPARATOR = re.compile("[”’]?(?:、|和|与|及|以及|到)[“‘]?")
_SEPARATOR_BEFORE = re.compile("[”’]?(?:、|和|与|及|以及)[“‘]?$")
_HEAD_AT_END = re.compile(f"(?:{PHASE}(?:工程|项目)?|项目一期工程)$")


def _modifier(text: str, candidate: Candidate) -> str:
    return re.sub("(?:项目|工程)$", "", text[candidate.start : candidate.end])


def _unknown(text: str, candidate: Candidate) -> int:
    """How many characters of the modifiers no class word covers, at either end."""
    words = re.sub("[“”‘’·（）()]", "", _modifier(text, candidate))
    first = next((i for i in range(len(words), 0, -1) if cover(words[:i]) is not None), 0)
    rest = words[first:]
    return next((i for i in range(len(rest)) if cover(rest[i:]) is not None), len(rest))


def _has_name(candidate: Candidate, names: list[tuple[int, int]]) -> bool:
    return any(candidate.start <= first and last <= candidate.head for first, last in names)


def accepted(text: str, candidate: Candidate, names: list[tuple[int, int]]) -> str | None:
    """The id of the rule by which a candidate is a project, None where none says so."""
    if phase(text, candidate):
        return None if text[candidate.start - 1 : candidate.start] in _PARTED else PHASE_ALONE.id
    if _COUNTED.search(text[max(candidate.start - 8, 0) : candidate.start]):
        return None
    if candidate.start >= candidate.head or not specific(text, candidate, names):
        return None
    name = text[candidate.start : candidate.end]
    before = text[max(candidate.start - 16, 0) : candidate.start]
    right = text[candidate.end : candidate.end + 28]
    if candidate.kind == "named":
        return _named(text, candidate, names, name, before, right)
    if len(name) < 4 or (NOT_WORKS.search(_without_place(name, candidate, names)) and "揭牌" not in right):
        return None
    named = _has_name(candidate, names) or bool(_MARKED.search(name))
    beside = bool(RIGHT_STRONG.match(right)) or name.endswith(("（暂名）", "（暂定名）"))
    if candidate.kind == "works":
        return BUILT.id if RIGHT.match(right) or LEFT.search(before) else None
    loose = not _LOOSE.search(name)
    if beside and (candidate.kind == "structure" or named or (loose and _unknown(text, candidate) >= 2)):
        return BUILT.id
    if TO_BUILD_LEFT.search(before) and _ENDS.match(right) and (named or (loose and _unknown(text, candidate) >= 2)):
        return TO_BUILD.id
    return None


def _without_place(name: str, candidate: Candidate, names: list[tuple[int, int]]) -> str:
    for first, last in names:
        if first == candidate.start and last < candidate.end:
            return name[last - first :]
    return name


def phase(text: str, candidate: Candidate) -> bool:
    """Whether a candidate is a phase that stands alone (二期项目)."""
    return candidate.start >= candidate.head and bool(_PHASE.fullmatch(text, candidate.head, candidate.end))


def _named(
    text: str, candidate: Candidate, names: list[tuple[int, int]], name: str, before: str, right: str
) -> str | None:
    inner = _INNER.search(name[: len(name) - 2])
    if inner and not _HEAD_AT_END.search(name) and not re.search("工程建设项目$|工程项目$", name):
        return None
    built = bool(_ANYTHING_BUILT.search(name[:-2]))
    strong = bool(RIGHT_STRONG.match(right))
    beside = strong or bool(RIGHT.match(right)) or bool(LEFT.search(before)) or bool(LIST_END.match(right))
    if ENDS_OF_OTHERS.search(name) or CLASS.search(name):
        return None
    if name.endswith("工程") and not built and not (beside and _unknown(text, candidate) >= 3):
        return None
    if re.search("[”’](?:项目|工程)$", name) and not strong:
        return None
    marked = (
        _has_name(candidate, names)
        or bool(_MARKED.search(name))
        or bool(re.match("[县市区镇乡](?![域场政民级郊镇])", name))
    )
    unknown = _unknown(text, candidate)
    if marked and (built or beside or unknown >= 4):
        return NAMED.id
    if strong and unknown >= 2:
        return NAMED.id
    if beside and unknown >= 2 and (built or unknown >= 3):
        return NAMED.id
    return NAMED.id if built and unknown >= 3 else None


def listed(
    text: str, found: list[tuple[Candidate, str]], others: list[Candidate], names: list[tuple[int, int]]
) -> list[tuple[Candidate, str]]:
    """The candidates that stand in one list with a project, or in one that 等…项目 closes."""
    taken = {candidate.end for candidate, _ in found}
    possible = [c for c in others if c.end not in taken and c.start < c.head]
    added: dict[int, Candidate] = {}
    starts = {candidate.start for candidate, _ in found if not _only_visited(text, candidate)}
    for candidate in reversed(possible):
        joined = _SEPARATOR.match(text, candidate.end)
        if LIST_END.match(text, candidate.end) or (joined and joined.end() in starts):
            starts.add(candidate.start)
            if _may_be_listed(text, candidate, names):
                added[candidate.start] = candidate
    ends = {c.end for c, _ in found if not _only_visited(text, c)} | {candidate.end for candidate in added.values()}
    for candidate in possible:
        before = _SEPARATOR_BEFORE.search(text, max(candidate.start - 4, 0), candidate.start)
        if before and before.start() in ends and _may_be_listed(text, candidate, names):
            added[candidate.start] = candidate
            ends.add(candidate.end)
    return [(candidate, LISTED.id) for candidate in added.values()]


def _only_visited(text: str, candidate: Candidate) -> bool:
    """Whether a list that ends here tells where somebody went, and not of what is built."""
    clause = text[max(candidate.start - 60, 0) : candidate.start]
    return bool(_VISITED.search(clause)) and not re.match(
        "[”’]?(?:等|建设|开工|的?建设|正式)", text[candidate.end : candidate.end + 8]
    )


def _may_be_listed(text: str, candidate: Candidate, names: list[tuple[int, int]]) -> bool:
    name = text[candidate.start : candidate.end]
    if (
        len(name) < 3
        or _SCHOOL.search(name)
        or NOT_WORKS.search(name)
        or ENDS_OF_OTHERS.search(name)
        or CLASS.search(name)
    ):
        return False
    if _LOOSE.search(name) and not _has_name(candidate, names) and _unknown(text, candidate) < 3:
        return False
    return specific(text, candidate, names)
