"""The stage that the frame of a project gives: the heading of its list, or the ceremony that the article reports."""

from __future__ import annotations

import re

from kg.annotate.layer import Layer
from kg.annotate.projects.groups import Occurrence
from kg.annotate.projects.stage import Stated
from kg.annotate.rule import Rule

HEADED = Rule[None](
    "projects.stage-headed",
    "The heading of the list in which a project stands (续建项目：甲、乙), on its line.",
)
FRAMED = Rule[None](
    "projects.stage-framed",
    "The one ceremony that headline or lead report (集中开工, 签约仪式), for a project of whose stage nothing is said.",
)
_HEADING = re.compile(
    "(?:(?P<under_construction>续建|在建|结转)|(?P<started>新开工|集中开工|(?<!计划)(?<!拟)开工)|(?P<planned>预备|前期|储备|拟建|谋划|计划开工|拟开工)|(?P<completed>竣工|完工|建成)"
    "|(?P<signed>签约|落户)|(?P<operating>投产|投用))(?:类|的)?(?:省|市|县|区|重点|重大|产业|前期)*(?:项目|工程)[^：:\\n。，；]{0,12}[：:]"
)
_CEREMONY = re.compile(
    "集中(?P<all>开工|签约|奠基|竣工|投产|启动)|(?P<what>开工|签约|奠基|竣工|投产|通车|启用|揭牌|动工)(?:仪式|活动|大会)|签约(?P<number>[\\d一二两三四五六七八九十]+[余多]?个)|(?P<signed>签约)项目"
)
_STAGE = {
    "开工": "started",
    "奠基": "started",
    "启动": "started",
    "动工": "started",
    "签约": "signed",
    "竣工": "completed",
    "投产": "operating",
    "通车": "operating",
    "启用": "operating",
    "揭牌": "operating",
}
_TO_COME = re.compile("将|计划|力争|年内|预计")
_NEAR, _OPENING = 320, 60


_COUNTED = re.compile(
    r"(?:(?P<first>签约|开工|奠基|竣工|投产|完工|启动|建成)(?:的)?[\d一二两三四五六七八九十]+[余多]?[个项]|[\d一二两三四五六七八九十]+[余多]?[个项][^，。；、]{0,8}?(?:项目|工程)?[^，。；、]{0,4}?(?P<then>签约|开工|奠基|竣工|投产|完工|启动|建成|基本建成|通车))"
    r"[^，。；、]{0,12}[，]?[^，。；、]{0,6}(?:分别|主要|其中)?(?:是|为|有|包括)[：:]?$"
)
_COUNTED_STAGE = {"完工": "completed", "建成": "completed", "基本建成": "completed", "启动": "started"}


def counted(layer: Layer, occurrence: Occurrence) -> list[Stated]:
    """The stage that the opening of a list gives: 现场签约3个项目，分别是……, 有7个项目基本建成，分别是……"""
    text = layer.article.text
    match = _COUNTED.search(text, max(occurrence.before[0], occurrence.before[1] - _OPENING), occurrence.before[1])
    if match is None or _TO_COME.search(text, occurrence.before[0], match.end()):
        return []
    word = match["first"] or match["then"]
    return [Stated(_COUNTED_STAGE.get(word) or _STAGE[word], match.start(), match.end(), HEADED.id)]


_ONE_OF_THEM = re.compile("其中[，,：:]?")
_ALL = re.compile("(?P<what>签约|开工|奠基|竣工|投产)[。；]?$")


def among(layer: Layer, occurrence: Occurrence) -> list[Stated]:
    """The stage with which the sentence before ends, for one of those it tells of: ……进行项目签约。其中，X项目……"""
    text, start = layer.article.text, occurrence.sentence[0]
    if not _ONE_OF_THEM.match(text, start):
        return []
    match = _ALL.search(text, max(start - 12, 0), start)
    return [Stated(_STAGE[match["what"]], match.start(), match.end(), HEADED.id)] if match else []


def headed(layer: Layer, occurrence: Occurrence) -> list[Stated]:
    """The stage that the heading of an occurrence's line gives."""
    text = layer.article.text
    start = max(text.rfind("\n", 0, occurrence.start), text.rfind("。", 0, occurrence.start)) + 1
    last = None
    for match in _HEADING.finditer(text, start, occurrence.start):
        last = match
    if last is None or last.lastgroup is None:
        return []
    return [Stated(last.lastgroup, last.start(), last.end(), HEADED.id)]


def framed(layer: Layer, occurrence: Occurrence) -> list[Stated]:
    """The stage of the only ceremony that headline and lead report, if an occurrence follows it."""
    text = layer.article.text
    first = next((end for start, end in layer.sentences if end > layer.article.body_start + 12), 0)
    found = list(_CEREMONY.finditer(text, 0, first))
    kinds = {"签约" if m["signed"] or m["number"] else m["all"] or m["what"] for m in found}
    if len({_STAGE[kind] for kind in kinds}) != 1:
        return []
    told = found[-1]
    if not told.end() <= occurrence.start <= told.end() + _NEAR:
        return []
    return [Stated(_STAGE[kinds.pop()], told.start(), told.end(), FRAMED.id)]


def frame(layer: Layer, occurrences: list[Occurrence]) -> tuple[Stated, Occurrence] | None:
    """The stage by the heading of a list or the sentence before, else by the ceremony."""
    for source in (headed, counted, among, framed):
        for occurrence in occurrences:
            if found := source(layer, occurrence):
                return found[0], occurrence
    return None
