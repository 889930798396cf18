"""`kg_dates`: every expression that names a day, a span of days, a month, a quarter, a half-year or a year."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.dates.anchor import Anchor
from kg.annotate.dates.patterns import RULES
from kg.annotate.layer import DateMention, layer_of, show

_NAME_BEHIND = re.compile(
    r"(?!以来|起|，|。)[\u4e00-\u9fff0-9“”A-Za-z、]{0,24}?(?:大会|论坛|博览会|年会|峰会|发布会|总结会|表彰会|展览会|交易会|联赛|锦标赛|"
    r"工作会议|活动|仪式|培训班|座谈会|推进会|行动|计划|方案)"
)
"""What makes a year in front of it a part of a name."""
_VERB_BETWEEN = re.compile(r"召开|举行|举办|开展|启动|实施|印发|出台|参加|获|成立|完成|组织|推进|的|我|全|以来|在|市|县")
_YEARS = ("dates.year", "dates.years", "dates.half-year")


def _part_of_name(text: str, start: int, end: int, rule: str) -> bool:
    """A year inside a name is no date: 2018年度工作总结表彰大会, 《2023年…方案》."""
    if rule not in _YEARS:
        return False
    opened = text.rfind("《", max(0, start - 40), start)
    if opened >= 0 and text.find("》", opened, start) < 0:
        return True
    behind = _NAME_BEHIND.match(text, end)
    return bool(behind) and not _VERB_BETWEEN.search(behind.group())


@Language.component("kg_dates")
def kg_dates(doc: Doc) -> Doc:
    """Sets `doc._.kg.dates` and `doc.spans["dates"]`.

    Where two rules match at one place the longer match wins, then the rule that stands first.
    """
    layer = layer_of(doc)
    text = layer.article.text
    anchor = Anchor.of(layer.article.published_on)
    matches = []
    for order, dated in enumerate(RULES):
        assert dated.rule.pattern is not None
        for match in dated.rule.pattern.finditer(text):
            matches.append((match.start(), -match.end(), order, match, dated))
    until, found = 0, []
    for start, end, _, match, dated in sorted(matches, key=lambda m: m[:3]):
        if start < until or _part_of_name(text, start, -end, dated.rule.id):
            continue
        value = dated.value(match, anchor)
        if value is None:  # no year known, or no day of the calendar: another rule may read a part of it
            continue
        until = -end
        found.append(DateMention(start, until, dated.rule.id, match.group(), value, confidence=0.95))
    layer.dates = found
    show(doc, "dates", layer.dates)
    return doc
