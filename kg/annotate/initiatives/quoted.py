"""Candidates between quotation marks, alone or with their head noun behind the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.bounds import NOUNS, STOPS, Edge, left_edge
from kg.annotate.initiatives.known import bare
from kg.annotate.initiatives.names import trimmed
from kg.annotate.initiatives.reading import Candidate, Reading
from kg.annotate.initiatives.vocabulary import Word
from kg.lexicon import load

WEAK = frozenset({"工作", "建设", "服务", "活动"})
"""Heads that stand behind another without being part of the name: 攻坚行动工作."""

_N = patterns.NUMERAL
_NUMBERED = re.compile(
    rf"[{_N}]+[个大项件条篇区型张]?[\u4e00-\u9fff]{{1,6}}|(?:[一二三四五六七八九十双两][\u4e00-\u9fff]{{1,4}})+|[0-9０-９X+＋N\-—]{{3,}}\S{{0,4}}|.*[+＋].*"
)
_SHARED = re.compile(rf"(?:等)?[{_N}]{{0,3}}[大项个]?(?=[\u4e00-\u9fff])")
_LINK = re.compile(r"(?:[\u4e00-\u9fffA-Za-z0-9·+（）()]| (?=年))*")
_REACH = 20
"""Characters behind the closing mark within which the head noun ends."""

_THEME = re.compile(r"为(?:主题|题)(?:的|[，。、])")

_DOCTRINE_TAIL = 4

_BODY = re.compile(r"(?:[省市区县州镇乡委]|(?<![农乡])村)$")
"""A division or a committee in front of a name is its owner."""

_FITTING = frozenset({"launch", "use", "goal", "support", "join", "mark"})


def quoted(reading: Reading) -> Iterator[Candidate]:
    """The quoted candidates, last first: what a name shares with those behind it is known when it is read."""
    text = reading.text
    shared: Word | None = None
    for n in range(len(reading.quotes) - 1, -1, -1):
        start, end = reading.quotes[n]
        if (
            n + 1 == len(reading.quotes)
            or text[end : reading.quotes[n + 1][0]].strip("、和与 ")
            or reading.quotes[n + 1][0] - end > 1
        ):
            shared = None
        head = _head_behind(reading, end)
        if head is None and text.startswith("等", end):
            shared = _head_behind(reading, end + 1) or shared
        if _excluded(text, start, end, head):
            continue
        edge = _before(reading, start)
        if shared is None and head is not None and n and start - reading.quotes[n - 1][1] <= 1:
            tail = _SHARED.match(text, end)
            shared = head if tail and tail.end() > end else None
        if shared is not None:
            yield Candidate(start + 1, end - 1, patterns.SHARED_HEAD.id, shared.value, reading.noun(shared), edge)
        elif head is not None:
            yield Candidate(
                _prefix(text, start, edge), head.end, patterns.QUOTED_WITH_HEAD.id, head.value, reading.noun(head), edge
            )
        else:
            yield _alone(reading, start + 1, end - 1, edge)


def _excluded(text: str, start: int, end: int, head: Word | None) -> bool:
    """Whether a quoted stretch is a theme, an abbreviation, or of a kind that the lexicon rules out.

    With a head of its own behind it, it may be an initiative (“保姆式”服务机制), but doctrine stays
    doctrine (“四个全面”战略布局).
    """
    reason = load("initiative_exclusions").table.get(bare(text[start:end]))
    if head is not None:
        return reason == "doctrine" and head.end - end <= _DOCTRINE_TAIL
    return reason is not None or bool(_THEME.match(text, end)) or text.endswith("简称", 0, start)


def _alone(reading: Reading, start: int, end: int, edge: Edge) -> Candidate:
    own = reading.head_ending(start, end)
    if own is not None:
        return Candidate(start, end, patterns.QUOTED_HEAD.id, own.value, reading.noun(own), edge)
    rule = patterns.NUMBERED if _NUMBERED.fullmatch(reading.text, start, end) else patterns.QUOTED
    return Candidate(start, end, rule.id, "programme", "", edge)


def _head_behind(reading: Reading, at: int) -> Word | None:
    """The last head noun that continues a quoted name from `at` on, with no word between that parts them."""
    best = None
    link = _LINK.match(reading.text, at)
    assert link is not None
    for end in range(at + 1, min(link.end(), at + _REACH) + 1):
        head = reading.head_ending(at, end)
        if head is not None:
            if not (best and reading.noun(head) in WEAK and best.end == head.start):
                best = head
            continue
        opener = reading.words.openers.get(end)
        if (
            opener is not None
            and opener.value != "support"
            and opener.start >= at
            and reading.text[opener.start : opener.end] not in NOUNS
        ):
            break
    return best


def _before(reading: Reading, at: int) -> Edge:
    """What stands in front of an opening mark: another mark, a verb right there, or a few characters before."""
    before = reading.text[at - 1] if at else ""
    if before in STOPS or before == "、":
        return Edge(at, "join" if before in "、”’》" else "mark", before)
    return left_edge(reading.words, reading.text, at, ends=reading.ends, noun=False)


def _prefix(text: str, at: int, edge: Edge) -> int:
    """Where a name begins that has words of its own in front of its marks: 农村“三变”改革."""
    start, _ = trimmed(text, edge.start, at)
    fits = edge.cause in _FITTING and 2 <= at - start <= 10 and not _BODY.search(text, start, at)
    return start if fits and not re.search(r"[。，：；]", text[start:at]) else at
