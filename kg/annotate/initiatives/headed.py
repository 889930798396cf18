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

_CLASS = re.compile(rf"[{patterns.NUMERAL}]+[大项个类条张批种][\u4e00-\u9fff]{{2,4}}")
"""A count of initiatives is none: 四大行动, 八项制度."""

_NO_YEAR = frozenset("限度级均代龄轻份底初月间")
"""Behind 年 they make another word: 服务年限."""

_SHORTEST = 4


def headed(reading: Reading) -> Iterator[Candidate]:
    """The candidates that end in a head noun, or in several that stand side by side, outside quotation marks."""
    text, heads = reading.text, reading.words.heads
    quotes = Cover(reading.quotes)
    for n, head in enumerate(heads):
        continued = n + 1 < len(heads) and heads[n + 1].start == head.end
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
        if edge.cause == "mark" and edge.word in CLOSING:
            continue
        start, end = trimmed(text, edge.start, end)
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
    return not (alone and len(body(name)) < 2) and not (kind == "document" and not core(name))
