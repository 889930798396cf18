"""Money and date of a project."""

from __future__ import annotations

import re

from kg.annotate.dates import date_before
from kg.annotate.layer import DateMention, Layer
from kg.annotate.projects.groups import Occurrence
from kg.annotate.projects.money import Sum, sums
from kg.annotate.projects.stage import Stated
from kg.annotate.projects.vocabulary import PHASE
from kg.annotate.rule import Rule

INVESTMENT = Rule[None](
    "projects.investment",
    "A sum told as the investment in one project (总投资86.8亿元, 投资约9亿元), not its output, nor a sum over several.",
)
DATE = Rule[None]("projects.date", "The day named in the sentence that states the stage as reached.")

_INVESTED = re.compile(
    r"(?:总投资|计划投资|预算|投资总额|投资额|概算|总投|投资规模|协议投资|估算投资|总?造价|耗资|斥资|捐资|筹资|出资|投入(?:资金)?|投资)(?:额|高达|达到|达|在|约|为|近|超|逾|人民币|共|[：:])*[^，。；]{0,3}$"
)
_WHOLE = re.compile(
    r"(?:总投资|投资总额|项目投资|工程投资|计划投资|总概算)(?:额|高达|达到|达|约|为|近|超|逾|人民币|[：:])*$"
)
"""Words for the whole investment, which a later sentence may give of the only project."""
_NOT_WHOLE = re.compile(
    r"(?:累计|已|完成|年度|今年|每年|固定资产|争取|其中|到位|新增|研发|年)[^，。；]{0,4}投[资入][^，。；]{0,6}$|产值|销售|贷款|利税|税收|GDP"
)
_OF_IT = re.compile(
    r"(?:人民币)?的[^，。；]{0,16}|(?:人民币)?，?[^。；]{0,20}(?:建设|新建|兴建|实施|打造|建成|修建|援建|扩建|改造)(?:了|的)?[“]?"
)
"""What stands between a sum and the project it is told of: 投资3亿元的, 投资3亿元新建."""
_SEVERAL = re.compile(
    r"[”’]?等|(?:[余多]?个|[余多]?项)[^，。；]{0,8}(?:项目|工程)|项目[\d一二两三四五六七八九十百]+[余多]?[个项]"
)
"""What stands between a project and the sum over it and others: X等26个项目，总投资……"""

_OF_SUCH = re.compile("以?上?的?(?:项目|工程)")
"""Behind a sum that describes a class of projects: 首个投资超30亿元项目."""
_PHASES = re.compile(PHASE)
_IN_PHASES = re.compile("[^。]{0,8}分[两二三四五]期")
"""What makes a sum behind a phase that of the whole: 总投资60亿元，分两期实施."""
_OF_THE_PROJECT = re.compile(r"\s*(?:该|此|整个|这个|这项)?(?:项目|工程|大楼|园区)")


def investment(text: str, occurrence: Occurrence) -> Sum | None:
    """The investment told beside one occurrence: behind it, or before it with 的 (总投资3亿元的X项目)."""
    if occurrence.listed > 1:
        return None
    before = occurrence.before
    for amount in reversed(sums(text, max(before[0], before[1] - 40), before[1])):
        lead = text[max(before[0], amount.start - 14) : amount.start]
        if _INVESTED.search(lead) and _OF_IT.fullmatch(text, amount.end, before[1]) and not _NOT_WHOLE.search(lead):
            return amount
    for start, end in (occurrence.behind, *occurrence.follows):
        for amount in sums(text, start, end):
            lead = text[max(start, amount.start - 14) : amount.start]
            if _SEVERAL.search(text, start, amount.start):
                break
            if _of_the_whole(text, occurrence, amount):
                break
            # 实施总投资20亿元的70项工程: the sum is told of what follows.
            of_others = text[amount.end : amount.end + 1] == "的" or _OF_SUCH.match(text, amount.end)
            if _INVESTED.search(lead) and not _NOT_WHOLE.search(lead) and not of_others:
                return amount
    return None


def told_of_the_only(layer: Layer, occurrence: Occurrence) -> Sum | None:
    """The whole investment that some later sentence gives, in an article with one project."""
    text = layer.article.text
    for start, end in layer.sentences:
        if start <= occurrence.end:
            continue
        for amount in sums(text, start, end):
            lead = text[max(start, amount.start - 14) : amount.start]
            if (
                (_WHOLE.search(lead) or (_OF_THE_PROJECT.match(text, start) and _INVESTED.search(lead)))
                and not _NOT_WHOLE.search(lead)
                and not _SEVERAL.search(text, start, amount.start)
                and text[amount.end : amount.end + 1] != "的"
                and not _OF_SUCH.match(text, amount.end)
                and not _of_the_whole(text, occurrence, amount)
            ):
                return amount
    return None


def _of_the_whole(text: str, occurrence: Occurrence, amount: Sum) -> bool:
    """Whether a sum behind a phase is that of all phases."""
    return bool(_PHASES.search(text, occurrence.start, occurrence.end) and _IN_PHASES.match(text, amount.end))


def stage_date(layer: Layer, occurrence: Occurrence, stage: Stated) -> DateMention | None:
    """The day that the sentence names before the words that state the stage."""
    sentence = layer.sentence_of(stage.start)
    if sentence != occurrence.sentence:
        return None
    return date_before(layer, sentence[0], max(stage.start, occurrence.start))
