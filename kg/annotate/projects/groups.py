"""The mentions of projects in their sentences: lists share what is said before and behind them."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field

from kg.annotate.layer import Layer

_SEPARATOR = re.compile("[”’]?(?:、|和|与|及|以及|暨|到|,|，)[“‘]?")
_GOES_ON = re.compile(
    r"\s*(?:该|此|整个|这[一个项座条]?)?(?:项目|工程|园区|基地|产业园|水库|电站|大桥|医院|线路|全线|平台|大楼|学校|公园|车间|厂区|工厂|大道|公路|铁路|中心|隧道|市场|新址|综合体|小区|线)?(?:由|计划|总投资|建成|建设|占地|投资|于|将|是|位于|预计|全长|包括|"
    r"全部|主要|规划|竣工|投产|一期|总|目前|现已|已|正式|主体)|\s*(?:该|此|这项|这一|这个)(?:项目|工程)|\s*(?:该|此)(?![\u4e00-\u9fff]{0,4}(?:[县市区镇乡局厅]|公司|集团|负责))[\u4e00-\u9fff]{1,4}?(?:由|总投资|全长|占地|建成|投资|于|将|是|位于|预计|设计|总建筑)|\s*项目"
)

_OTHERS = re.compile(
    r"，[^，。；]{2,30}、[^，。；]{2,30}(?:等[\d一二两三四五六七八九十]*[余多]?|[\d一二两三四五六七八九十]+)(?:项|个[^，。；]{0,6}(?:项目|工程))"
)
"""A list of others in a later clause of the sentence, which has a stage of its own: ，甲厂二期、乙小学两项已完工."""


@dataclass(slots=True)
class Occurrence:
    """One stretch that names a project, with the stretches that speak of it."""

    start: int
    end: int
    head: int
    """Where its head noun begins."""
    rule: str
    sentence: tuple[int, int]
    before: tuple[int, int] = (0, 0)
    """From the beginning of the sentence, or the last other project, to the first of its list."""
    behind: tuple[int, int] = (0, 0)
    """From the end of its list to the next other project or the end of the sentence."""
    follows: list[tuple[int, int]] = field(default_factory=list)
    """Sentences behind that go on about it."""
    next: tuple[int, int] | None = None
    """The next sentence of the paragraph, where no other project stands before or in it."""
    listed: int = 1
    """How many projects its list has."""


def occurrences(layer: Layer, spans: list[tuple[int, int, int, str]]) -> list[Occurrence]:
    """The spans `(start, end, head, rule)`, left to right and not overlapping, as occurrences with what is said of them."""
    text = layer.article.text
    found = [Occurrence(start, end, head, rule, layer.sentence_of(start)) for start, end, head, rule in spans]
    groups: list[list[Occurrence]] = []
    for occurrence in found:
        last = groups[-1][-1] if groups else None
        if last and last.sentence == occurrence.sentence and _SEPARATOR.fullmatch(text, last.end, occurrence.start):
            groups[-1].append(occurrence)
        else:
            groups.append([occurrence])
    for i, group in enumerate(groups):
        sentence = group[0].sentence
        previous = groups[i - 1][-1].end if i else 0
        following = groups[i + 1][0].start if i + 1 < len(groups) else len(text)
        before = (max(sentence[0], previous), group[0].start)
        behind = (group[-1].end, min(max(sentence[1], group[-1].end), following))
        if other := _OTHERS.search(text, *behind):
            behind = (behind[0], other.start() + 1)
        follows = _follows(layer, text, sentence, following)
        after = _next(layer, text, sentence, following)
        for occurrence in group:
            occurrence.before, occurrence.behind, occurrence.follows = before, behind, follows
            occurrence.next, occurrence.listed = after, len(group)
    return found


def _next(layer: Layer, text: str, sentence: tuple[int, int], until: int) -> tuple[int, int] | None:
    i = bisect.bisect_left(layer.sentences, sentence[1], key=lambda span: span[0])
    if i == len(layer.sentences):
        return None
    start, end = layer.sentences[i]
    return (start, end) if end <= until and "\n" not in text[sentence[1] : start] else None


def _follows(layer: Layer, text: str, sentence: tuple[int, int], until: int) -> list[tuple[int, int]]:
    follows: list[tuple[int, int]] = []
    first = bisect.bisect_left(layer.sentences, sentence[1], key=lambda span: span[0])
    for start, end in layer.sentences[first : first + 3]:
        if start >= until or len(follows) == 2 or "\n" in text[sentence[1] : start] or not _GOES_ON.match(text, start):
            break
        follows.append((start, min(end, until)))
    return follows
