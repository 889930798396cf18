"""Candidates without marks: what ends in a head noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.bounds import STOPS, left_edge
from kg.annotate.initiatives.known import bare
from kg.annotate.initiatives.names import CLOSING, body, core, trimmed
from kg.annotate.initiatives.quoted import WEAK
from kg.annotate.initiatives.reading import Candidate, Cover, Reading
from kg.lexicon import load

_CLASS = re.compile(rf"[{patterns.NUMERAL}]+[大项个类条张批种][\u4e00-\u9fff]{{2,4}}")
"""A count of initiatives is none: 四大行动, 八项制度."""

_COUNTED = re.compile(rf"[{patterns.NUMERAL}]余?多?[个名座家]")
"""So many of a kind are none that is striven for: 二十个城市."""

_NO_YEAR = frozenset("限度级均代龄轻份底初月间")
"""Behind 年 they make another word: 服务年限."""

_HAVING = re.compile(r"(?:更具|最具|独具|具有|富有|独立)[\u4e00-\u9fff]{0,12}的$")
"""Words with 的 that belong to what is striven for: 具有全国影响力的甲乙中心."""

_SHORTEST = 4


def headed(reading: Reading) -> Iterator[Candidate]:
    """The candidates that end in a head noun, or in several that stand side by side, outside quotation marks."""
    text, heads = reading.text, reading.words.heads
    quotes = Cover(reading.quotes)
    for n, head in enumerate(heads):
        continued = n + 1 < len(heads) and head.start < heads[n + 1].start <= head.end
        if continued or head.start == 0 or text[head.start - 1] in STOPS or quotes.holds(head.start, head.end):
            continue
        first = n
        while first and heads[first - 1].end == heads[first].start:
            first -= 1
        last, end = head, head.end
        if first < n and reading.noun(head) in WEAK:
            last = heads[n - 1]
            end = end if reading.noun(head) == "建设" else last.end
        noun = reading.noun(last)
        edge = left_edge(
            reading.words,
            text,
            heads[first].start,
            ends=reading.ends,
            listing=last.value == "mechanism",
            noun=first == n,
        )
        if (edge.cause == "mark" and edge.word in CLOSING) or text.startswith("之", end):
            # 打开制度之锁: a figure of speech
            continue
        start, end = trimmed(text, edge.start, end)
        if last.value == "goal" and text[start - 1 : start] == "的":
            wide = _HAVING.search(text, max(0, start - 20), start)
            start = wide.start() if wide else start
        if _names(text[start:end], last.value, alone=first == n) and not (
            noun[-1] == "年" and text[end : end + 1] in _NO_YEAR
        ):
            rule = (
                patterns.STRIVEN if last.value == "goal" else patterns.YEAR if noun[-1] in "年月周" else patterns.HEADED
            )
            yield Candidate(start, end, rule.id, last.value, noun, edge)


def _names(name: str, kind: str, *, alone: bool) -> bool:
    """Whether a stretch may name something at all; `alone`: it ends in one head noun only."""
    if len(bare(name)) < _SHORTEST or _CLASS.fullmatch(name):
        return False
    if load("initiative_exclusions").table.get(bare(name)) == "generic" or (kind == "goal" and _COUNTED.search(name)):
        return False
    return not (alone and len(body(name)) < 2) and not (kind == "document" and not core(name))
