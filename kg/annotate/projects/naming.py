"""What of a candidate's words names it: those that no class word covers, the places and bodies in it."""

from __future__ import annotations

import re

from kg.annotate.projects.candidates import Candidate
from kg.annotate.projects.vocabulary import cover

LOOSE = re.compile("(?:中心|平台|基地|系统|网络|社区|园区|城|港)$")
"""Heads that stand for slogans so often that only a name makes them works."""

SMALL = re.compile("(?:驿站|服务站|服务点|书屋|读书室|书房|展厅)$")
"""Heads of which a district has dozens: one of them has a name, or is opened by itself."""


def _modifier(text: str, candidate: Candidate) -> str:
    return re.sub("(?:项目|工程)$", "", text[candidate.start : candidate.end])


def unknown(text: str, candidate: Candidate) -> int:
    """How many characters of the modifiers no class word covers, at either end."""
    words = re.sub("[“”‘’·（）()]", "", _modifier(text, candidate))
    first = next((i for i in range(len(words), 1, -1) if cover(words[:i]) is not None), 0)
    rest = words[first:]
    return next((i for i in range(len(rest)) if cover(rest[i:]) is not None), len(rest))


def unknown_before(text: str, candidate: Candidate) -> int:
    """How many characters before the head no class word covers, where none covers them all."""
    words = candidate.modifiers(text)
    return 0 if cover(words) is not None else len(words)


def has_name(candidate: Candidate, names: list[tuple[int, int]]) -> bool:
    """Whether one of the `names`, places and bodies, stands before the head."""
    return any(candidate.start <= first and last <= candidate.head for first, last in names)


def without_place(name: str, candidate: Candidate, names: list[tuple[int, int]]) -> str:
    """A candidate's name less the place or body with which it begins."""
    for first, last in names:
        if first == candidate.start and last < candidate.end:
            return name[last - first :]
    return name
