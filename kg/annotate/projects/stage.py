"""The stage that the text states a project to have reached."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.projects.groups import Occurrence
from kg.annotate.projects.vocabulary import ORDER, STAGE_CUE, STAGES
from kg.annotate.rule import Rule

STAGE = Rule[None](
    "projects.stage",
    "Words beside a project that state its stage as reached (正式开工, 已经完工), the latest of them; else what is planned.",
)
_TO_COME = re.compile(
    r"(?:将(?:于|在|全面|正式)?|预计|计划|拟|力争|争取|有望|即将|确保|待|尽快|早日|目标|推动|加快|为|后续|未来|下一步|准备|提前|抢抓|实现早|早|要|完善|做好|争)[^，。；、]{0,10}$"
)
_GOAL = re.compile(r"后|前|时间|之后|为目标|以前|条件|前期|目标|准备|年内|时")
_CLAUSE = re.compile("[，。；,;：:]")
_GOVERNING = re.compile(
    r"(?P<under_construction>推进|推动|加快|加速|实施|抓好|建设|打造|加大|紧盯|共建|续建|在建|了解|施工)|(?P<planned>谋划|规划|拟建|筹建|储备|论证|上报|选址|支持|重点抓好|计划|主要包括)|"
    r"(?P<signed>签署|签约|签订|落户|引进|达成)|(?P<started>启动|开工|奠基)|(?P<completed>建成|竣工)|(?P<operating>运营|投产|启用)"
)
_SITE = re.compile(r"[”’]?(?:的)?(?:建设|施工|项目)?(?:现场|工地|地块)|[”’]?的?(?:建设|推进|施工|进展)(?:情况|进度|进展)")


@dataclass(frozen=True, slots=True)
class Stated:
    """A stage, and the words that state it."""

    stage: str
    start: int
    end: int


def stated(text: str, occurrence: Occurrence) -> list[Stated]:
    """What is said of the stage beside one occurrence."""
    found = []
    if site := _SITE.match(text, occurrence.end):
        found.append(Stated("under_construction", site.start(), site.end()))
    for start, end in (occurrence.behind, *occurrence.follows):
        found += _cues(text, start, end)
    found += _governed(text, occurrence)
    return found


def _cues(text: str, start: int, end: int) -> list[Stated]:
    found = []
    for match in STAGE_CUE.finditer(text, start, end):
        clause = text[max(start, match.start() - 14) : match.start()]
        clause = _CLAUSE.split(clause)[-1]
        stage = STAGES[match.group()]
        if stage != "planned" and (
            (stage != "under_construction" and _TO_COME.search(clause)) or _GOAL.match(text, match.end())
        ):
            stage = "planned" if stage not in ("under_construction",) else stage
        found.append(Stated(stage, match.start(), match.end()))
    return found


def _governed(text: str, occurrence: Occurrence) -> list[Stated]:
    start = max(occurrence.before[0], occurrence.before[1] - 16)
    clause = start + len(text[start : occurrence.before[1]]) - len(_CLAUSE.split(text[start : occurrence.before[1]])[-1])
    last = None
    for match in _GOVERNING.finditer(text, clause, occurrence.before[1]):
        last = match
    if last is None or last.lastgroup is None:
        return []
    return [Stated(last.lastgroup, last.start(), last.end())]


def latest(stages: list[Stated]) -> Stated | None:
    """The latest stage of all, the first words that state it."""
    return max(stages, key=lambda s: (ORDER.index(s.stage), -s.start)) if stages else None
