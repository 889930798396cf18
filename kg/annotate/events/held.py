"""Which meetings a statement reports as held, and which it only mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.events.names import MeetingName
from kg.annotate.events.patterns import (
    AT_NAME,
    ATTENDED,
    DOES,
    GUESTS,
    HELD,
    HOLDING,
    TAKES_PLACE,
    TALKS,
    THIS,
    planned,
)
from kg.annotate.events.statements import MEETING, Statement

_LATER = re.compile(r"(?:接下来|下一步|今后|未来|下阶段|后续|日常)")
_NEXT = re.compile(r"随后|当[天日晚]|会后|接着|同期")
_CONTESTS = re.compile(r"(?:赛|竞赛|展|展览|展演|比武|节|灯会|庙会|培训班|研修班|专题班|讲座|晚会|音乐会)$")
_SO_MANY = re.compile(r"[\d一二三四五六七八九十百数几]+余?多?[项场次个](?:系列|主题|重点|主体|特色|配套)*活动$")
_VAGUE = frozenset(
    [
        "活动",
        "比赛",
        "竞赛",
        "演出",
        "系列活动",
        "仪式活动",
        "文艺晚会",
        "文艺演出",
        "慰问演出",
        "晚会",
        "演练",
        "讲座",
        "实践活动",
        "宣传活动",
        "交流活动",
        "体验活动",
        "培训班",
        "会议活动",
    ]
)
"""Kinds that are an event of their own only where the text gives them a name and holds them."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A meeting reported as held. `verb` is the index in `code` at which the report stands, `at` that of the name (equal for talks)."""

    name: MeetingName
    at: int
    verb: int
    rule: str
    planned: bool = False
    loose: bool = False
    """Whether the verb (开展, 启动) may set up something that goes on rather than hold something."""

    passing: bool = False
    """Whether it is named as the time or the setting of something else: 会议期间, 召开的…活动中."""

    @property
    def strong(self) -> bool:
        """Whether a verb of holding says so."""
        return self.rule in (HELD.id, TAKES_PLACE.id, TALKS.id, GUESTS.id)


def introductions(statement: Statement) -> Iterator[Introduction]:
    """The meetings that a statement reports, left to right, each once."""
    code = statement.code
    if _LATER.match(code):
        return
    found: dict[int, Introduction] = {}
    for rule in HOLDING:
        for match, _ in rule.find(code):
            verb = match.start("verb") if "verb" in match.re.groupindex else match.start("names")
            if rule in (HELD, TAKES_PLACE) and code.count("《", 0, verb) > code.count("》", 0, verb):
                continue
            ahead = planned(code, match.start("takes") if rule is TAKES_PLACE else verb)
            for at in (i for i in range(match.start("names"), match.end("names")) if code[i] == MEETING):
                made = Introduction(
                    statement.name(at),
                    at,
                    verb,
                    rule.id,
                    ahead,
                    _loose(rule.id, statement.name(at), match),
                    _passing(rule.id, statement.name(at), match),
                )
                if at not in found and _may(made):
                    found[at] = made
    for rule in (TALKS, GUESTS):
        for match, _ in rule.find(code):
            group = "kind2" if rule is TALKS and not match["kind"] else "kind"
            at, start = match.start(group), statement.offset(match.start(group))
            name = MeetingName(start, start + len(match[group]), match[group], match[group])
            found.setdefault(at, Introduction(name, at, at, rule.id))
    yield from (found[at] for at in sorted(found))


def _loose(rule: str, name: MeetingName, match: re.Match[str]) -> bool:
    verb = match["verb"] if rule == HELD.id else match["takes"] if rule == TAKES_PLACE.id else ""
    return name.kind.endswith(("活动", "赛", "比武")) and verb.startswith(("开展", "启动"))


def _passing(rule: str, name: MeetingName, match: re.Match[str]) -> bool:
    follows = _NEXT.search(match.group()) and not name.kind.endswith("活动")
    return (rule == HELD.id and bool(match["of"])) or (rule == AT_NAME.id and not follows)


def during(code: str, at: int) -> bool:
    """Whether the name at `at` says when something else was: 会议期间."""
    return code.startswith(("期间", "”期间"), at + 1)


def _may(made: Introduction) -> bool:
    name = made.name
    if (
        re.match(r"[\d一二三四五六七八九十百数几]+余?多?[次场期]", name.name)
        or _SO_MANY.search(name.name)
        or not name.name
    ):
        return False
    if name.kind in _VAGUE and (name.bare or not made.strong):
        return False
    if made.rule == AT_NAME.id and (
        (name.generic and name.kind != "仪式") or name.kind in _VAGUE or _CONTESTS.search(name.kind)
    ):
        return False
    if made.rule == THIS.id and (name.generic or name.kind in _VAGUE or name.kind.endswith("活动")):
        return False
    if made.rule == DOES.id and (
        name.bare or name.name.startswith(("经", "报经")) or not re.search(r"[市县区省州镇乡街委]", name.name)
    ):
        return False
    if made.rule == ATTENDED.id and name.name.startswith(("积极", "主动", "踊跃", "认真")):
        return False
    return not (made.rule == ATTENDED.id and (_CONTESTS.search(name.kind) and name.bare))
