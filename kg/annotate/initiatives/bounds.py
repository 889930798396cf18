"""Where the name in front of a head noun begins, and what the text says in front of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.initiatives.names import core
from kg.annotate.initiatives.vocabulary import Word, Words

STOPS = frozenset("，。；：！？,;:!?\n…“‘《〈【[<>〉》’”」「』『|｜/")
"""Marks over which no name reaches from its head."""

LONGEST = 34
"""Characters in front of a head within which its name begins."""

ADVERBS = re.compile(
    r"(?:持续|不断|进一步|大力|全面|全力|深入|扎实|加快|积极|着力|有力|有效|有序|切实|认真|奋力|继续|稳步|主动|坚持|坚决|率先|共同|携手|"
    r"高质量|高标准|高水平|高效|快速|全速|强力|纵深|全域|同步|逐步|正式|成功|更好|落细|统筹|严格|精心|科学|努力|聚力|早日|尽早|推动|推进|要|将|好|了|着|地|再)+$"
)
"""What may stand between a mark and the verb that rules a name."""

NOUNS = frozenset(
    {
        "推进",
        "落实",
        "深化",
        "提升",
        "执行",
        "推广",
        "试行",
        "组织",
        "部署",
        "完善",
        "启动",
        "检查",
        "督查",
        "督导",
        "调研",
        "走访",
        "慰问",
        "考察",
        "学习",
        "研究",
        "协助",
        "联合",
        "配合",
        "协调",
        "通报",
        "解读",
        "发布",
        "建设",
        "培育",
        "创建",
        "探索",
    }
)
"""Verbs that serve as nouns inside a name: 工作推进机制, 督导检查制度."""

_ISSUING = frozenset({"印发", "制定", "出台", "编制", "修订", "下发", "制定出台"})
"""Verbs that are never part of the name whose head they stand in front of: 印发实施方案."""

_VERBAL = 3
"""Over more characters than these between it and the head, a verb that starts its phrase rules the name."""

_PARENTHESIS = re.compile(r"[（(][^（）()，。；\n]{1,12}$")


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a name begins, and the strength of the word (or the mark) in front of it.

    `cause`: `launch`, `use`, `goal`, `support`, `plain` as in the lexicon; `join` behind 和, 与, 、;
    `mark` behind another mark; `far` where nothing stands within reach.
    """

    start: int
    cause: str
    word: str = ""


def _initial(words: Words, text: str, at: int) -> tuple[bool, bool]:
    """Whether a verb at `at` stands at the start of a phrase, and whether right behind a verb that launches."""
    adverb = ADVERBS.search(text, max(0, at - 12), at)
    before = adverb.start() if adverb else at
    launched = at in words.openers and words.openers[at].value in ("launch", "use")
    return before == 0 or text[before - 1] in STOPS or text[before - 1] == "、" or before in words.openers, launched


def left_edge(
    words: Words, text: str, at: int, *, ends: frozenset[int] = frozenset(), listing: bool = False, noun: bool = True
) -> Edge:
    """The edge of the name whose head starts at `at`.

    Args:
        words: The words of the text.
        text: The whole text.
        at: Offset of the head, or of whatever the name surely holds.
        ends: Offsets at which another name ends, behind which 和 and 、 part.
        noun: Whether what starts at `at` is a head noun, of whose name a verb right in front may be part (提升行动).
        listing: Whether short items parted by 、 may belong to one name (巡查、督办、约谈制度).
    """
    i, floor = at, max(0, at - LONGEST)
    while i > floor:
        char = text[i - 1]
        if char in STOPS:
            return Edge(i, "mark", char)
        if char in "）)":
            inside = _PARENTHESIS.search(text, max(0, i - 16), i - 1)
            if inside is None:
                return Edge(i, "mark", char)
            i = inside.start()
            continue
        if char == "、":
            return _joined(words, text, i, at, ends) if listing else Edge(i, "join", char)
        word = words.openers.get(i)
        if word is None:
            i -= 1
            continue
        if word.value == "join":
            return _joined(words, text, i, at, ends)
        initial, launched = _initial(words, text, word.start)
        if i == at:
            verb = text[word.start : i]
            if not noun or verb in _ISSUING or (word.value == "plain" and (initial or i - word.start == 1)):
                return Edge(i, word.value, verb)
            i = word.start
            continue
        if word.value in ("support", "goal") and launched and initial:
            i = word.start
            continue
        if (not initial and word.value in ("support", "goal")) or (
            noun and text[word.start : i] in NOUNS and _hollow(text[i:at]) and not (initial and at - i > _VERBAL)
        ):
            i -= 1
            continue
        return Edge(i, word.value, text[word.start : i])
    return Edge(i, "far")


def _hollow(fragment: str) -> bool:
    """Whether a fragment in front of a head names nothing."""
    while fragment[:2] in NOUNS:
        fragment = fragment[2:]
    return len(core(fragment)) < 2


def _joined(words: Words, text: str, i: int, at: int, ends: frozenset[int]) -> Edge:
    """The edge at a joining word that ends at `i`: behind it, or further left where short parts make one name."""
    mark = text[i - 1]
    before = i - 1
    if before in ends or before == 0 or text[before - 1] in STOPS or (at - i > 8 and mark == "、"):
        return Edge(i, "join", mark)
    further = left_edge(words, text, before, ends=ends, listing=mark == "、")
    short = 6 if mark == "、" else 8
    if (
        further.cause in ("launch", "use", "goal")
        and max(map(len, re.split("、", text[further.start : before]))) <= short
        and before > further.start
    ):
        return further
    return Edge(i, "join", mark)


def ruling(words: Words, text: str, at: int) -> Word | None:
    """The last verb that launches or strives in the clause in front of `at`: it rules a list of names."""
    i = at
    while i > max(0, at - 70) and text[i - 1] not in "，。；：！？,;:!?\n":
        word = words.openers.get(i)
        if word is not None and word.value in ("launch", "use", "goal"):
            return word
        i -= 1
    return None
