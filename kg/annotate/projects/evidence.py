"""Which of the candidates are projects, by what stands beside them."""

from __future__ import annotations

import re

from kg.annotate.projects.candidates import Candidate, specific
from kg.annotate.projects.patterns import (
    BUILT,
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
from kg.annotate.projects.vocabulary import ENDS_OF_OTHERS, INSTITUTION, PHASE, STRUCTURE, WORKS, cover

_ANYTHING_BUILT = re.compile(f"(?:{STRUCTURE}|{INSTITUTION}|{WORKS}|{PHASE}|建设|改造|整治|治理|修复|修缮|配套|更新|升级|迁建)")
_MARKED = re.compile(r"[A-Za-z“”·]|\d+(?:\.\d+)?(?:万|亿)?(?:平方米|平米|吨|公里|千米|方|亩|兆瓦|千瓦|千伏|台|套|辆|号线|MW|GW|万吨)")
_INNER = re.compile("项目|工程")
_SEPARATOR = re.compile("[”’]?(?:、|和|与|及|以及)[“‘]?")
_HEAD_AT_END = re.compile(f"(?:{PHASE}(?:工程|项目)?|项目一期工程)$")


def _modifier(text: str, candidate: Candidate) -> str:
    return re.sub("(?:项目|工程)$", "", text[candidate.start : candidate.end])


def _unknown(text: str, candidate: Candidate) -> int:
    """How many characters of the modifiers no class word covers, at either end."""
    words = re.sub("[“”‘’·（）()]", "", _modifier(text, candidate))
    first = next((i for i in range(len(words), 0, -1) if cover(words[:i]) is not None), 0)
    rest = words[first:]
    last = next((i for i in range(len(rest)) if cover(rest[i:]) is not None), len(rest))
    return last


def _has_name(candidate: Candidate, names: list[tuple[int, int]]) -> bool:
    return any(candidate.start <= first and last <= candidate.end for first, last in names)


def accepted(text: str, candidate: Candidate, names: list[tuple[int, int]]) -> str | None:
    """The id of the rule by which a candidate is a project, None where none says so."""
    if candidate.start >= candidate.head or not specific(text, candidate, names):
        return None
    name = text[candidate.start : candidate.end]
    before = text[max(candidate.start - 16, 0) : candidate.start]
    right = text[candidate.end : candidate.end + 28]
    if candidate.kind == "named":
        return _named(text, candidate, names, name, before, right)
    if NOT_WORKS.search(name) or len(name) < 4:
        return None
    named = _has_name(candidate, names) or bool(_MARKED.search(name))
    if candidate.kind == "works":
        return BUILT.id if RIGHT.match(right) or LEFT.search(before) else None
    if candidate.kind == "structure":
        if RIGHT_STRONG.match(right):
            return BUILT.id
    elif named and RIGHT_STRONG.match(right):
        return BUILT.id
    if TO_BUILD_LEFT.search(before) and (candidate.kind == "structure" or _unknown(text, candidate) >= 2):
        return TO_BUILD.id
    return None


def _named(
    text: str, candidate: Candidate, names: list[tuple[int, int]], name: str, before: str, right: str
) -> str | None:
    inner = _INNER.search(name[: len(name) - 2])
    if inner and not _HEAD_AT_END.search(name) and not re.search("工程建设项目$|工程项目$", name):
        return None
    built = bool(_ANYTHING_BUILT.search(name[:-2]))
    beside = bool(RIGHT.match(right)) or bool(LEFT.search(before)) or bool(LIST_END.match(right))
    if ENDS_OF_OTHERS.search(name) and not (built and _has_name(candidate, names)):
        return None
    if name.endswith("工程") and not built and not (beside and _unknown(text, candidate) >= 3):
        return None
    if re.search("[”’](?:项目|工程)$", name) and not beside:
        return None
    marked = _has_name(candidate, names) or bool(_MARKED.search(name))
    unknown = _unknown(text, candidate)
    if marked and (built or unknown >= 2):
        return NAMED.id
    if beside and unknown >= 2 and (built or unknown >= 3):
        return NAMED.id
    return NAMED.id if built and unknown >= 3 else None


def listed(text: str, found: list[tuple[Candidate, str]], others: list[Candidate], names: list[tuple[int, int]]) -> list[tuple[Candidate, str]]:
    """The candidates that stand in one list with a project, or in one that 等…项目 closes."""
    chosen = {candidate.end: candidate for candidate, _ in found}
    added: list[tuple[Candidate, str]] = []
    starts = {candidate.start for candidate, _ in found}
    for candidate in sorted(others, key=lambda c: -c.start):
        name = text[candidate.start : candidate.end]
        if candidate.end in chosen or len(name) < 3 or candidate.start >= candidate.head or NOT_WORKS.search(name):
            continue
        if candidate.kind == "named" or not specific(text, candidate, names):
            continue
        joined = _SEPARATOR.match(text, candidate.end)
        if LIST_END.match(text, candidate.end) or (joined and joined.end() in starts):
            added.append((candidate, LISTED.id))
            starts.add(candidate.start)
    return added
