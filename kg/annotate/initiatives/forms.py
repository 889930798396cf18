"""Which names of an article are forms of one: short and full, with another head, with more words around."""

from __future__ import annotations

import re
from collections.abc import Iterator

import ahocorasick

from kg.annotate.initiatives.named import Named
from kg.annotate.initiatives.names import body, core

_HEAD_LENGTH = 4
"""So many characters more at the end (制度, 专项行动) make no other name."""

_KNOWN_AND_MORE = 8
"""So many behind a known programme: 甲乙丙丁高质量发展战略."""

_SHORTEST = 4
"""A name of fewer characters may stand in another by chance."""

_LEVEL = re.compile(r"(?<=[\u4e00-\u9fff]{2})[省市区县]")


def one_name(accepted: list[Named]) -> dict[str, Named]:
    """For each name that is a form of another one, the one that stands for both."""
    instead: dict[str, Named] = {}
    for named, other in (*_fuller(accepted), *_within(accepted), *_other_heads(accepted)):
        while other.plain in instead:
            other = instead[other.plain]
        if other is not named:
            instead.setdefault(named.plain, other)
    return instead


def _fuller(accepted: list[Named]) -> Iterator[tuple[Named, Named]]:
    """Short forms with the name that they are short for: it begins or ends like it and only adds generic words."""
    ends: dict[str, Named] = {}
    starts: dict[str, Named] = {}
    shorts = {named.plain for named in accepted}
    for named in accepted:
        if named.is_title:
            continue
        for i in range(1, len(named.plain)):
            if named.plain[i:] in shorts:
                ends.setdefault(named.plain[i:], named)
            if named.plain[:-i] in shorts:
                starts.setdefault(named.plain[:-i], named)
    for short in accepted:
        if short.is_title:
            continue
        if short.plain in ends:
            yield short, ends[short.plain]
        elif short.plain in starts:
            long = starts[short.plain]
            added = len(long.plain) - len(short.plain)
            if added <= (_KNOWN_AND_MORE if short.is_known else _HEAD_LENGTH) or short.quoted or not core(short.plain):
                yield short, long


def _within(accepted: list[Named]) -> Iterator[tuple[Named, Named]]:
    """Of a name and one that holds it the less sure one: a document on a programme is another thing, a part of its title is none."""
    automaton = ahocorasick.Automaton()
    for named in accepted:
        if len(named.plain) >= _SHORTEST:
            automaton.add_word(named.plain, named)
    if not len(automaton):
        return
    automaton.make_automaton()
    for long in accepted:
        for last, short in automaton.iter(long.plain):
            if short is long or (long.is_written and not (short.is_document and last + 1 == len(long.plain))):
                continue
            yield (short, long) if long.confidence >= short.confidence or long.is_written else (long, short)


def _other_heads(accepted: list[Named]) -> Iterator[tuple[Named, Named]]:
    """Names with a head other than the one of the first: 甲乙会商制度, 甲乙会商机制."""
    firsts: dict[str, Named] = {}
    for named in accepted:
        plain = _LEVEL.sub("", body(named.plain))
        if len(plain) >= _SHORTEST and not named.is_document:
            first = firsts.setdefault(plain, named)
            if first is not named:
                yield named, first
