"""The stage that the text states a project to have reached."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.projects.groups import Occurrence
from kg.annotate.projects.vocabulary import ORDER, STAGE_CUE, STAGES
from kg.annotate.rule import Rule

STAGE = Rule[None](
    "projects.stage",
    "Words beside a project that state its stage as reached (正式开工, 已经完工): the latest of them.",
)
STAGE_TO_COME = Rule[None](
    "projects.stage-to-come",
    "A start of works that is only to come (年内开工, 将于明年动工), or a wish: the project is planned.",
)
STAGE_GOVERNED = Rule[None](
    "projects.stage-governed",
    "The verb that governs a project of which nothing else is said (推进X建设, 调研X, 签署关于X的协议).",
)
_TO_COME = re.compile(
    r"(?:将(?:于|在|全面|正式)?|预计|计划|拟|力争|争取|有望|即将|确保|待|尽快|早日|目标|年内|推动|加快|为|后续|未来|下一步|准备|要|努力|实现早|争|明年|后年|年底|年末|下月|月底|下半年)[^，。；、]{0,14}$|早$"
)
_NOT_REACHED = re.compile(
    r"(?:通车|投产|投用|使用|运营|投运|竣工|仪式)*(?:后|前|时间|之后|为目标|以前|条件|年内|时[，,])"
)
_CLAUSE = re.compile("[，。；,;：:]")
_CEREMONY = re.compile("(?:集中)?(?P<what>开工|奠基|签约|竣工|揭牌|动工|启用|开园)(?:仪式|活动)|集中(?P<all>开工|签约)")
_GOVERNING = re.compile(
    r"(?P<planned>谋划|规划(?!建设情况)|拟建|筹建|储备|论证|选址|将?重点支持|支持|重点抓好|主要包括|希望|计划|申报)"
    r"|(?P<under_construction>推进|推动|加快|加速|实施|抓好|建设|打造|加大|紧盯|共建|续建|在建|了解|施工|调研|察看|查看|视察|考察|来到|前往|走进|赴|上报)"
    r"|(?P<signed>签署|签约|签订|落户|引进|达成)|(?P<started>启动|开工|奠基)|(?P<completed>建成|竣工)|(?P<operating>投产|启用)"
)
_SITE = re.compile(
    r"[”’]?(?:的)?(?:建设|施工|项目)?(?:现场|工地)|[”’]?的?(?:建设|推进|施工|进展)(?:情况|进度|进展)|的建设(?=[，。；])"
)
_PLAN = re.compile(r"[”’]?的?(?:建设|开发)?规划|[”’]?的?(?:规划|设计)?方案")
_AGREEMENT = re.compile("签署|签约|签订|协议")


@dataclass(frozen=True, slots=True)
class Stated:
    """A stage, the words that state it, and by which rule."""

    stage: str
    start: int
    end: int
    rule: str


def stated(text: str, occurrence: Occurrence) -> list[Stated]:
    """What is said of the stage beside one occurrence."""
    found = []
    if plan := _PLAN.match(text, occurrence.behind[0]):
        found.append(Stated("planned", plan.start(), plan.end(), STAGE.id))
    elif site := _SITE.match(text, occurrence.behind[0]):
        found.append(Stated("under_construction", site.start(), site.end(), STAGE.id))
    for start, end in (occurrence.behind, *occurrence.follows):
        found += _cues(text, start, end)
    for match in _CEREMONY.finditer(text, *occurrence.sentence):
        stage = STAGES[match["what"] or match["all"]]
        if match.end() <= occurrence.start:
            found.append(Stated(stage, match.start(), match.end(), STAGE.id))
    return found


def _cues(text: str, start: int, end: int) -> list[Stated]:
    found = []
    for match in STAGE_CUE.finditer(text, start, end):
        clause = _CLAUSE.split(text[max(start, match.start() - 20) : match.start()])[-1]
        stage, rule = STAGES[match.group()], STAGE.id
        if stage not in ("planned", "under_construction") and (
            _TO_COME.search(clause) or _NOT_REACHED.match(text, match.end())
        ):
            if stage != "started":
                continue
            stage, rule = "planned", STAGE_TO_COME.id
        found.append(Stated(stage, match.start(), match.end(), rule))
    return found


def governed(text: str, occurrence: Occurrence) -> list[Stated]:
    """The stage that the verb before one occurrence gives it."""
    start = max(occurrence.before[0], occurrence.before[1] - 24)
    before = text[start : occurrence.before[1]]
    clause = start + len(before) - len(_CLAUSE.split(before)[-1])
    last = None
    for match in _GOVERNING.finditer(text, clause, occurrence.before[1]):
        last = match
    if last is None or last.lastgroup is None:
        return []
    stage = last.lastgroup
    if stage == "under_construction" and last.group() in ("共建", "打造", "建设"):
        together = last.group() == "共建" or "共同" in text[clause : last.start()]
        if _AGREEMENT.search(text, *occurrence.sentence) or (together and _AGREEMENT.search(text)):
            stage = "signed"
        elif together or re.search("希望|愿", text[clause : last.start()]):
            stage = "planned"
    return [Stated(stage, last.start(), last.end(), STAGE_GOVERNED.id)]


def _weight(stage: Stated) -> float:
    """Later stages weigh more, but a verb like 推进 or 共建 says less than a signature."""
    if stage.rule == STAGE_GOVERNED.id and stage.stage == "under_construction":
        return 0.5
    return float(ORDER.index(stage.stage))


def reached(text: str, occurrences: list[Occurrence]) -> tuple[Stated, Occurrence] | None:
    """The latest stage that is stated beside the occurrences; without one, what a verb before them gives."""
    for source in (stated, governed):
        found = [(stage, occurrence) for occurrence in occurrences for stage in source(text, occurrence)]
        if found:
            return max(found, key=lambda item: (_weight(item[0]), -item[0].start))
    return None
