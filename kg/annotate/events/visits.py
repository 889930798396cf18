"""Who goes where: visits, inspections, receptions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.events.roles import Reading
from kg.annotate.events.statements import PEOPLE, Statement
from kg.annotate.events.visit_patterns import ACCOMPANIED, COMES, GOES, INSPECTS, LEADS, LED_BY, PARTY, RECEIVES
from kg.annotate.rule import Rule
from kg.lexicon import load

_REACH = 240
_NO_VISIT = re.compile(r"(?:同志)?(?:关于|重要|的|思想|，(?:男|女))")
_SPLIT = re.compile(r"等(?:地|单位|企业|处|村|部队|项目|现场|点位)?(?:[，。]|$)|[、，]|和|及|以及")
_NO_PLACE = frozenset({"基层", "一线", "亲切", "实地", "现场", "企业", "群众", "会议室", "当地", "此", "这里"})
_EDGE = re.compile(
    r"^(?:了|到|至|位于|地处)+|(?:实地|专题|现场|开展.*|进行.*|时指出|带队|等地?|看望|分别|先后|深入|走访|慰问|参观|就.*|围绕.*|以.*|的)+$"
)


_LOOKS = re.compile(
    rf"[，\s在]*(?:一行|等|先后|分别|随后|还)*[，\s]*(?P<verb>参观|来到|走进|前往|观看|察看|深入)了?(?P<where>[^，。；{PEOPLE}]{{2,40}})"
)
"""What one who is accompanied does, though no purpose is said."""


@dataclass(frozen=True, slots=True)
class Trip:
    """A visit as one statement reports it: whose, what kind, where in `code` the verb and the places stand."""

    subject: int
    kind: str
    rule: str
    at: int
    end: int
    where: tuple[int, int] | None
    severally: bool = False
    """Whether several leaders go each their own way."""


def _trip(rule: Rule[re.Match[str]], subject: int, match: re.Match[str], offset: int) -> Trip:
    groups = match.re.groupindex
    name = next((n for n in ("where", "what") if n in groups and match[n]), None)
    where = (offset + match.start(name), offset + match.end(name)) if name else None
    verb = (match["kind"] or match["met"] if "met" in groups else match["kind"]) if "kind" in groups else ""
    kind = load("visit_kinds").table.get(verb, verb) or "考察"
    return Trip(
        subject,
        kind,
        rule.id,
        offset
        + (match.end() - len(verb) if verb and "met" in groups else match.start("kind") if verb else match.end() - 1),
        offset + match.end(),
        where,
        "分别" in match.group()[:12],
    )


def trips(reading: Reading) -> Iterator[Trip]:
    """The visits that a statement reports, at most one a subject."""
    view, found = reading.view, False
    for n, subject in enumerate(reading.subjects):
        stop = reading.subjects[n + 1] if n + 1 < len(reading.subjects) else len(view)
        if _NO_VISIT.match(view, subject + 1):
            continue
        tail = view[subject + 1 : min(stop, subject + 1 + _REACH, max(reading.content, subject + 1))]
        for rule in (RECEIVES, GOES, INSPECTS, LEADS):
            match = next((m for m, _ in rule.find(tail)), None)
            if match:
                found = True
                yield _trip(rule, subject, match, subject + 1)
                break
    if not found and any(act.rule == ACCOMPANIED.id for act in reading.acts):
        for subject in reading.subjects[:1]:
            if match := _LOOKS.match(view, subject + 1):
                yield Trip(subject, "考察", ACCOMPANIED.id, match.start("verb"), match.end(), match.span("where"))
    for led, _ in LED_BY.find(view):
        tail = view[led.end() : led.end() + _REACH]
        if match := next((m for rule in (GOES, INSPECTS) for m, _ in rule.find(tail)), None):
            yield _trip(LED_BY, led.start() + led.group().index(PEOPLE), match, led.end())


def led_party(reading: Reading, party: tuple[Statement, re.Match[str]]) -> Trip | None:
    """The visit of a party told before, whose leader the statement names."""
    led = next((match for match, _ in LED_BY.find(reading.view)), None)
    if led is None:
        return None
    subject, kind = led.start() + led.group().index(PEOPLE), party[1]["kind"]
    return Trip(subject, load("visit_kinds").table.get(kind, kind), PARTY.id, led.start(), led.end(), None)


def arrival(reading: Reading, subject: int) -> Trip | None:
    """Where a subject comes to, though no purpose is said."""
    tail = reading.view[subject + 1 : subject + 1 + _REACH]
    match = next((m for m, _ in COMES.find(tail)), None)
    return _trip(COMES, subject, match, subject + 1) if match else None


def stay(reading: Reading, subject: int) -> Trip:
    """Where a subject is said to be (在某地，某某一行), as the visit that several leaders share among them."""
    return Trip(subject, "", COMES.id, subject, subject + 1, None)


_A_MATTER = re.compile(r"(?:工作|情况|进展|供应|保障|落实|问题|筹备|推进)$|^(?:各自|有关|相关|部分|其他)")
"""What is inspected and no place: 视察我市养老服务工作."""


def places(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the places in the stretch behind 赴 or 来到, each without what only stands at its edge."""
    at = 0
    for piece in _SPLIT.split(text):
        start = text.index(piece, at) if piece else at
        at = start + len(piece)
        stripped = _EDGE.sub("", piece)
        if len(stripped) > 1 and stripped not in _NO_PLACE and not _A_MATTER.search(stripped):
            begin = start + piece.index(stripped)
            yield begin, begin + len(stripped)
