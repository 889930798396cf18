"""What speaks for and against a candidate being an initiative: named features, read off the text around it."""

from __future__ import annotations

import bisect
import re

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.bounds import ruling
from kg.annotate.initiatives.frame import frame, ruled
from kg.annotate.initiatives.known import bare
from kg.annotate.initiatives.reading import Candidate
from kg.annotate.initiatives.shape import shape
from kg.annotate.initiatives.vocabulary import Words
from kg.annotate.layer import Layer

_MARKS = (("open", "“‘《「"), ("close", "”’》」"), ("comma", "，,"), ("stop", "。！？；;\n"))
_GAP = 4
_AIM = re.compile(rf"(?:{patterns.ATTRIBUTES})[\u4e00-\u9fff]{{2,4}}(?:建设)?$")
"""What a place is to become, where one stands in the name: 健康甲川, 法治乙山建设; not 健康服务."""


def of_mention(candidate: Candidate, words: Words, layer: Layer) -> set[str]:
    """The features of one mention."""
    text = layer.article.text
    start, end, edge = candidate.start, candidate.end, candidate.edge
    name = text[start:end]
    before = text[max(0, start - 3) : start]
    found = {f"rule:{candidate.rule.partition('.')[2]}", f"kind:{candidate.kind}", f"before:{edge.cause}"}
    found |= shape(name, before) | frame(text, start, end) | ruled(text, start) | {f"after:{before[-2:].strip()}"}
    if edge.cause in ("join", "plain", "far"):
        verb = ruling(words, text, start)
        if verb is not None:
            found.add(f"rules:{verb.value}")
    if edge.cause == "mark":
        found.add("mark:" + next((label for label, marks in _MARKS if edge.word in marks), "other"))
    if start - edge.start > _GAP:
        found.add("gap")
    if candidate.head:
        found.add("head:known" if candidate.rule == patterns.KNOWN.id else f"head:{candidate.head}")
    if end <= layer.article.body_start:
        found.add("headline")
    return found | _inside(layer, start, end, bare(name))


def _inside(layer: Layer, start: int, end: int, plain: str) -> set[str]:
    """Features of the places, organisations and projects in and around a name."""
    found = set()
    i = bisect.bisect_left(layer.places, start, key=lambda place: place.start)
    if i < len(layer.places) and layer.places[i].end <= end:
        found.add("place-inside")
        if _AIM.match(plain) and layer.places[i].level != "nation":
            found.add("aim-of-place")
    if layer.home is not None and _stem(layer.home.name) in plain:
        found.add("own-place-inside")
    i = bisect.bisect_right(layer.organizations, start, key=lambda org: org.start) - 1
    if i >= 0 and layer.organizations[i].end >= end:
        found.add("in-organization")
    i = bisect.bisect_left(layer.projects, end, key=lambda project: project.start) - 1
    if i >= 0 and layer.projects[i].end > start:
        found.add("in-project")
    return found


def _stem(place: str) -> str:
    """A division's name without its level: 甲 of 甲市."""
    return re.sub(r"(?<=..)(?:特别行政区|自治区|自治州|自治县|街道|地区|[省市区县州镇乡旗盟])$", "", place)


def of_article(first: float, count: int, rules: set[str]) -> set[str]:
    """Features of a name over its article.

    Args:
        first: Where it stands first, as a share of the text.
        count: How often it stands in the text.
        rules: Names of the rules that propose it.
    """
    found = {"count:" + ("1" if count <= 1 else "2" if count == 2 else "3+")}
    if count > 1:
        found |= {f"count×{rule}" for rule in rules}
    if first < 0.15:
        found.add("lead")
    return found
