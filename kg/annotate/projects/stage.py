"""The stage that the text states a project to have reached."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.layer import Layer
from kg.annotate.projects.future import days_to_come
from kg.annotate.projects.groups import Occurrence
from kg.annotate.projects.vocabulary import ORDER, STAGE_CUE, STAGES, WORKS
from kg.annotate.rule import Rule

STAGE = Rule[None](
    "projects.stage",
    "Words beside a project that state its stage as reached (正式开工, 已经完工): the latest of them.",
)
STAGE_TO_COME = Rule[None](
    "projects.stage-to-come",
    "A start of works that is only to come (年内开工, 将于明年动工), or a wish: the project is planned.",
)
STAGE_END_TO_COME = Rule[None](
    "projects.stage-end-to-come",
    "An end of works that is only to come (预计明年竣工), of a project of which nothing else is said: works go on.",
)
STAGE_SITE = Rule[None](
    "projects.stage-site",
    "A sentence behind a project that tells of its site or the progress of works (来到工程现场, 检查建设进展).",
)
STAGE_WORKS = Rule[None](
    "projects.stage-works",
    "A project that is named for works (某某小区成套改造) and of whose stage nothing is said: they go on.",
)
STAGE_GOVERNED = Rule[None](
    "projects.stage-governed",
    "The verb that governs a project of which nothing else is said (推进X建设, 调研X, 签署关于X的协议).",
)
_TO_COME = re.compile(
    r"(?:将(?:于|在|全面|正式)?|预计|(?<![按照])计划|拟|力争|争取|有望|即将|确保|待|尽快|早日|目标|年内|推动|加快|为|后续|未来|下一步|准备|要|努力|实现早|把|争|明年|后年|年底|年末|下月|月底|下半年)[^，。；、]{0,14}$|(?<!已)按期(?:[^，。；、已]{0,6})$|早$|(?<![日目此])前(?:部分|全部|正式|全面|陆续)?$"
)
_NOT_REACHED = re.compile(
    r"(?:通车|投产|投用|使用|运营|投运|竣工|仪式|建设|达产)*(?:后|前|有望|时间|之后|为目标|以前|条件|年内|时[，,]|筹备|准备|时限|日期|验收准备|了?[一两三四五六七八九十\d])"
)
_END_TO_COME = re.compile(r"(?:预计|计划|将于|力争|确保|有望|拟|争取)[^，。；、]{0,14}$")
_DUE = re.compile("(?:时间|日期|时限)(?:为|是|定)")
_AT_SITE = re.compile(
    r"(?:工程|项目|建设|施工)(?:现场|工地)|(?:建设|施工|工程|项目)(?:进展|进度|推进情况|建设情况)|施工方|建设者"
)
_LED_TO_COME = re.compile(r"(?:预计|计划|力争|将于|有望|确保|争取|推动|促进)[^，。；]{0,12}，?$")
_HOPED = re.compile("尽快|尽早|力争|争取|早日")
_DONE = re.compile("已|正式|日前|顺利")
_WORKS_AT_END = re.compile(f"{WORKS}$")
_CLAUSE = re.compile("[，。；,;：:]")
_CEREMONY = re.compile("(?:集中)?(?P<what>开工|奠基|签约|竣工|揭牌|动工|启用|开园)(?:仪式|活动)|集中(?P<all>开工|签约)")
_GOVERNING = re.compile(
    r"(?P<finished>(?:建成|建设|修建|新建|改造|扩建|改建|修缮|完成)了|(?:改建|改造|修缮|扩建|重建|修复|更新)后的)|(?P<planned>组建(?!了)|谋划|洽谈|规划(?!建设情况)|拟建|筹建|储备|论证|选址|将?重点支持|支持|重点抓好|主要包括|希望|计划|申报)"
    r"|(?P<under_construction>推进|推动|加快|加速|实施|抓好|建设|打造|加大|紧盯|共建|续建|在建|施工|上报)"
    r"|(?P<signed>签署|签约|签订|落户|引进|达成)|(?P<started>启动建设|开工建设|动工建设|启动|开工|奠基)|(?P<completed>建成|竣工)|(?P<operating>投产|启用)"
)
_SITE = re.compile(
    r"[”’]?(?:的)?(?:建设|施工|项目)?(?:现场|工地)|[”’]?项目部|[”’]?的?(?:建设|推进|施工|进展)(?:情况|进度|进展)|的建设(?=[，。；])"
)
_PLAN = re.compile(r"[”’]?(?:项目)?(?:推介(?!会)|洽谈)|[”’]?的?(?:建设|开发)?规划|[”’]?的?(?:规划|设计)?方案")
_PROGRESS = re.compile(r"(?:完成|进度|完成量)[^，。；]{0,12}?[1-9]\d?(?:\.\d+)?[%％]")
_BEING_BUILT = re.compile("(?:在建|续建|正在建设|建设中)的?[“]?$")
_BEGUN = re.compile(
    "[”’]?(?:项目|工程)?(?:今日|今天|日前|于?[^，。；]{0,8}日)?(?:正式|全面|顺利)?启动(?!仪式前|前|资金|区|以来|后|时)"
)
_AGREEMENT = re.compile("签署|签约|签订|协议")


@dataclass(frozen=True, slots=True)
class Stated:
    """A stage, the words that state it, and by which rule."""

    stage: str
    start: int
    end: int
    rule: str


def stated(text: str, occurrence: Occurrence, future: list[tuple[int, int]]) -> list[Stated]:
    """What is said of the stage beside one occurrence; `future` are the offsets of days after the article's own."""
    found = []
    if plan := _PLAN.match(text, occurrence.behind[0]):
        found.append(Stated("planned", plan.start(), plan.end(), STAGE.id))
    elif site := _SITE.match(text, occurrence.behind[0]):
        found.append(Stated("under_construction", site.start(), site.end(), STAGE.id))
    led = bool(_LED_TO_COME.search(text, max(occurrence.before[0], occurrence.before[1] - 18), occurrence.before[1]))
    if being := _BEING_BUILT.search(text, max(occurrence.before[1] - 8, occurrence.before[0]), occurrence.before[1]):
        found.append(Stated("under_construction", being.start(), being.end(), STAGE.id))
    if begun := _BEGUN.match(text, occurrence.behind[0]):
        found.append(Stated("started", begun.start(), begun.end(), STAGE.id))
    for start, end in (occurrence.behind, *occurrence.follows):
        if progress := _PROGRESS.search(text, start, end):
            found.append(Stated("under_construction", progress.start(), progress.end(), STAGE.id))
        found += _cues(text, start, end, future, to_come=led and start == occurrence.behind[0])
    for match in _CEREMONY.finditer(text, *occurrence.sentence):
        stage = STAGES[match["what"] or match["all"]]
        if match.end() <= occurrence.start:
            found.append(Stated(stage, match.start(), match.end(), STAGE.id))
    return found


def _cues(text: str, start: int, end: int, future: list[tuple[int, int]], *, to_come: bool = False) -> list[Stated]:
    """The stages stated in a stretch; `to_come` where what stands before it sets all of them in the future."""
    found = []
    hoped = _HOPED.search(text, start, end)
    for match in STAGE_CUE.finditer(text, start, end):
        clause = _CLAUSE.split(text[max(start, match.start() - 20) : match.start()])[-1]
        stage, rule = STAGES[match.group()], STAGE.id
        if match.group() in ("揭牌", "挂牌") and match.start() - start > 12:
            continue
        if text[match.end() : match.end() + 1] == "率" or (
            match.group() == "验收合格" and text[match.start() - 1] == "经"
        ):
            continue
        # 选房、签约、公示等环节: steps of a procedure
        if text[match.start() - 1] == "、" or (
            text[match.end() : match.end() + 1] == "、" and not _DONE.search(clause)
        ):
            continue
        if stage not in ("planned", "under_construction") and (
            to_come
            or _TO_COME.search(clause)
            or any(match.start() - len(clause) <= first and last <= match.start() for first, last in future)
            or _NOT_REACHED.match(text, match.end())
            or (hoped and hoped.end() <= match.start() and not _DONE.search(clause))
        ):
            if stage == "started":
                stage, rule = "planned", STAGE_TO_COME.id
            elif stage in ("completed", "operating") and (
                to_come
                or _END_TO_COME.search(clause)
                or _DUE.match(text, match.end())
                or any(match.start() - len(clause) <= first and last <= match.start() for first, last in future)
            ):
                stage, rule = "under_construction", STAGE_END_TO_COME.id
            else:
                continue
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
    stage = "completed" if last.lastgroup == "finished" else last.lastgroup
    if stage in ("started", "completed", "operating") and _TO_COME.search(text[clause : last.start()]):
        stage = "planned" if stage == "started" else "under_construction"
    if stage == "under_construction" and last.group() in ("共建", "打造", "建设"):
        together = last.group() == "共建" or "共同" in text[clause : last.start()]
        if _AGREEMENT.search(text, *occurrence.sentence) or (together and _AGREEMENT.search(text)):
            stage = "signed"
        elif together or re.search("希望|愿", text[clause : last.start()]):
            stage = "planned"
    return [Stated(stage, last.start(), last.end(), STAGE_GOVERNED.id)]


def _weight(stage: Stated) -> float:
    """Later stages weigh more, but a verb like 推进 or 共建 says less than a signature."""
    if stage.rule == STAGE_END_TO_COME.id or (stage.rule == STAGE_GOVERNED.id and stage.stage == "under_construction"):
        return 0.5
    return float(ORDER.index(stage.stage))


def at_site(text: str, occurrence: Occurrence) -> list[Stated]:
    """Works that the next sentence tells of, without naming a project."""
    if occurrence.next is None:
        return []
    found = _AT_SITE.search(text, *occurrence.next)
    return [Stated("under_construction", found.start(), found.end(), STAGE_SITE.id)] if found else []


def going_on(text: str, occurrence: Occurrence) -> list[Stated]:
    """Works by the last word of a name: 某某小区成套改造, 某某片区景观提升."""
    name = _WORKS_AT_END.search(text, occurrence.start, occurrence.end)
    return [Stated("under_construction", name.start(), name.end(), STAGE_WORKS.id)] if name else []


def reached(layer: Layer, occurrences: list[Occurrence]) -> tuple[Stated, Occurrence] | None:
    """The latest stage that is stated beside the occurrences; without one, what a verb before them gives, the site, the name."""
    text = layer.article.text
    future = days_to_come(layer)
    for source in (lambda text, occurrence: stated(text, occurrence, future), governed, at_site, going_on):
        found = [(stage, occurrence) for occurrence in occurrences for stage in source(text, occurrence)]
        if found:
            return max(found, key=lambda item: (_weight(item[0]), -item[0].start))
    return None
