"""Projects that only their neighbours in a list tell."""

from __future__ import annotations

import re

from kg.annotate.projects.candidates import Candidate, specific
from kg.annotate.projects.naming import LOOSE, has_name, unknown_before
from kg.annotate.projects.no_projects import of_many
from kg.annotate.projects.patterns import CLASS, LIST_END, LISTED, NOT_WORKS
from kg.annotate.projects.vocabulary import ENDS_OF_OTHERS

_SCHOOL = re.compile("(?:大学|学校|小学|中学|幼儿园|医院|校区）?)$")
_SCHOOL_BEFORE = re.compile("(?:大学|学校|小学|中学|幼儿园|医院)[”’]?(?:和|与|及|以及|、)[“‘]?$")
_VISITED = re.compile("(?:前往|来到|走进|察看|查看|视察|考察|参观|走访|调研|赴|先后到|一行到)[^，。；]*$")
_SEPARATOR = re.compile("[”’]?(?:、|和|与|及|以及|到)[“‘]?")
_SEPARATOR_BEFORE = re.compile("[”’]?(?:、|和|与|及|以及)[“‘]?$")


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
        school = bool(_SCHOOL_BEFORE.search(text, max(candidate.start - 12, 0), candidate.start))
        if before and before.start() in ends and _may_be_listed(text, candidate, names, school=school):
            added[candidate.start] = candidate
            ends.add(candidate.end)
    return [(candidate, LISTED.id) for candidate in added.values()]


def _only_visited(text: str, candidate: Candidate) -> bool:
    """Whether a list that ends here tells where somebody went, and not of what is built."""
    clause = text[max(candidate.start - 60, 0) : candidate.start]
    return bool(_VISITED.search(clause)) and not re.match(
        "[”’]?(?:等|建设|开工|的?建设|正式)", text[candidate.end : candidate.end + 8]
    )


def _may_be_listed(text: str, candidate: Candidate, names: list[tuple[int, int]], *, school: bool = False) -> bool:
    """`school` where a school or hospital that is a project stands before it."""
    name = text[candidate.start : candidate.end]
    if (
        len(name) < 3
        or of_many(text, candidate, names)
        or (_SCHOOL.search(name) and not school)
        or NOT_WORKS.search(name)
        or ENDS_OF_OTHERS.search(name)
        or CLASS.search(name)
    ):
        return False
    if LOOSE.search(name) and not has_name(candidate, names) and unknown_before(text, candidate) < 3:
        return False
    return specific(text, candidate, names)
