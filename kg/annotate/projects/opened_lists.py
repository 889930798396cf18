"""Projects named as members of a list that its opening makes one of projects: 签约的3个项目分别是甲、乙、丙."""

from __future__ import annotations

import re

from kg.annotate.projects.bare_lists import items_of, may_name
from kg.annotate.projects.candidates import Candidate
from kg.annotate.projects.naming import LOOSE
from kg.annotate.projects.patterns import OPENED
from kg.annotate.projects.vocabulary import NAMED

_OPENING = re.compile(
    r"(?:(?P<count>[\d一二两三四五六七八九十]+)[余多]?[个项](?:[^，。；、]{0,8}?)(?:项目|工程)?|(?:项目|工程)(?P<counted>[\d一二两三四五六七八九十]+)[余多]?[个项]，?)"
    r"[^，。；、]{0,6}?(?:，|，?其中)?(?:分别|主要|具体)?(?:是|为|有|包括|涵盖)[：:]?"
)
_END = re.compile(r"[。；;\n]|等(?=[\d一二两三四五六七八九十多，。；项个一]|项目|工程)|，")
_HEADED = re.compile(f"{NAMED}[”’]?$")
_SHORT = 6
_NO_PROJECT = re.compile("[0-9一二两三四五六七八九十]+[余多]?[个项]|亿元|方面|领域|产业$|类$|第[一二三]")


def opened_members(
    text: str, divisions: list[tuple[int, int]], known: list[tuple[int, int]]
) -> list[tuple[Candidate, str]]:
    """The members of lists that N个项目分别是 opens, where the list has as many or one of them is a project for itself.

    Args:
        text: The article's text.
        divisions: Offsets of divisions; a list of them names no projects.
        known: Offsets of the projects found by other rules.
    """
    found: list[tuple[Candidate, str]] = []
    for opening in _OPENING.finditer(text):
        if "项目" not in opening.group() and "工程" not in opening.group():
            continue
        end = _END.search(text, opening.end())
        if end is None:
            continue
        items = items_of(text, opening.end(), end.start())
        if len(items) < 2 or any(_NO_PROJECT.search(text, *item) for item in items):
            continue
        named = [item for item in items if may_name(text, *item, divisions)]
        sure = any(_HEADED.search(text[slice(*item)]) for item in named) or any(
            first < item[1] and item[0] < last for item in named for first, last in known
        )
        counted = _number(opening["count"] or opening["counted"]) == len(items)
        if len(named) < len(items) or not (sure or counted):
            continue
        found += [
            (Candidate(item[0], item[1], item[1], "named"), OPENED.id)
            for item in named
            if not (LOOSE.search(text[slice(*item)]) and item[1] - item[0] < _SHORT)
        ]
    return found


def _number(written: str) -> int:
    return int(written) if written.isdigit() else "零一二三四五六七八九十".find(written.replace("两", "二"))
