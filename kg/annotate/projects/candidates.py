"""Stretches that may be a project's name: a head noun with its modifiers, phase and note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kg.annotate.projects.bounds import clause_start, name_start
from kg.annotate.projects.vocabulary import INSTITUTION, NAMED, NOTE, PHASE, STRUCTURE, WORKS, cover

Kind = Literal["named", "structure", "institution", "works", "phase"]

_TAIL = rf"(?:{NOTE}?{PHASE}?(?:{WORKS}|改造|建设|提升|升级)?{NOTE}?)"
_SIDE = r"(?:[东西南北](?:园|段)|(?:[东西南北]延伸?|延伸)段?|(?<=[路铁速际专线道])(?!施工|危险|路|标|该|本|一|二|三|全|各|沿|通车)[\u4e00-\u9fff]{2,3}(?:至[\u4e00-\u9fff]{2,4})?段(?![时落位子]))?"
_HEAD = re.compile(
    rf"(?P<named>(?:(?:{STRUCTURE}|{INSTITUTION}){_SIDE})?{_TAIL}{NAMED}(?:{PHASE}(?:工程|项目)?)?)"
    rf"|(?P<works>(?:{STRUCTURE}|{INSTITUTION}|口岸|核心区|片区|周边|沿线|大楼|小区|住房|街区|老街|号){WORKS}(?!项目|工程))"
    rf"|(?P<structure>{STRUCTURE}{_SIDE}{NOTE}?{PHASE}?{NOTE}?)"
    rf"|(?P<institution>{INSTITUTION}{_SIDE}{NOTE}?{PHASE}?{NOTE}?)"
)


_STRUCTURE = re.compile(STRUCTURE)
_INSTITUTION = re.compile(INSTITUTION)
_LEVELS = frozenset("省市县区州盟旗镇乡村")
_AUTHORITY = re.compile("(?:委|局|厅|政府|办|部门) ?$")
_JOINED = re.compile("和|与|及|以及|暨")


@dataclass(frozen=True, slots=True)
class Candidate:
    """`text[start:end]`, whose head noun (with structure, phase and note) begins at `head`."""

    start: int
    end: int
    head: int
    kind: Kind

    def modifiers(self, text: str) -> str:
        """What stands before the head."""
        return text[self.start : self.head]


def candidates(text: str, names: list[tuple[int, int]], dates: list[tuple[int, int]]) -> list[Candidate]:
    """Every head noun with the modifiers that its clause gives it, left to right; they may be empty.

    No modifier goes back behind a date, or begins within one of the `names`, which are places and bodies.
    """
    found: list[Candidate] = []
    for match in _HEAD.finditer(text):
        kind = match.lastgroup
        assert kind in ("named", "works", "structure", "institution")
        begin = clause_start(text, match.start())
        joined = _JOINED.match(text, found[-1].end) if found and begin < found[-1].end < match.start() else None
        if joined and not (match["named"] and cover(text[joined.end() : match.start()]) is not None):
            begin = joined.start()
        begin = max([begin, *(end for first, end in dates if begin <= first and end <= match.start())])
        near = [span for span in names if begin < span[1] and span[0] < match.end()]
        start = name_start(text, begin, match.start(), near)
        found.append(Candidate(start, match.end(), match.start(), kind))  # type: ignore[arg-type]
    return found


def _before_head(bare: str) -> str:
    """The words before a structure at the end of a name."""
    return re.sub(f"{STRUCTURE}{_TAIL}$", "", bare)


def specific(text: str, candidate: Candidate, names: list[tuple[int, int]]) -> bool:
    """Whether the words before the head name one thing, and not a class of things."""
    words = text[candidate.start : candidate.end]
    words = re.sub(rf"{NAMED}$", "", words)
    named = any(candidate.start <= first and last <= candidate.head for first, last in names) or bool(
        re.match("[县市区镇乡](?![域场政民级郊镇村城])", words)
    )
    bare = words
    for first, last in reversed(names):
        if candidate.start <= first and last <= candidate.head:
            bare = text[candidate.start : first] + text[last : candidate.end]
            bare = re.sub(rf"{NAMED}$", "", bare)
            break
    if candidate.kind == "structure" or _STRUCTURE.match(text, candidate.head):
        bare = (
            bare[: max(len(bare) - (candidate.end - candidate.head), 0)]
            if candidate.kind == "structure"
            else _before_head(bare)
        )
    if not bare and named and candidate.kind == "named" and words[-1:] not in _LEVELS:
        return not _AUTHORITY.search(words)
    covered = cover(re.sub("[“”‘’·（）()]", "", bare))
    if covered is None:
        return True
    return named and (
        "works" in covered
        or bool(_STRUCTURE.match(text, candidate.head))
        or (candidate.kind == "named" and bool(_INSTITUTION.match(text, candidate.head)))
    )
