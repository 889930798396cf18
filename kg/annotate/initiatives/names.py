"""What makes a stretch of text the name of one initiative, and the form in which the record takes it."""

from __future__ import annotations

import functools
import re

from kg.annotate.initiatives.known import QUOTES, bare
from kg.lexicon import load

OPENING = '“‘《「『"〈'
CLOSING = '”’》」』"〉'
_PAIRS = {"“": "”", "‘": "’", "《": "》", "「": "」", "『": "』", '"': '"', "〈": "〉"}

_CLOSERS = frozenset(_PAIRS.values())

_FRONT = re.compile(
    r"^(?:(?:我|全|本|该)[省市区县州镇乡街村盟旗]|[省市区县](?=[“‘])|(?:\d{4}|今|去|明|本)年度?(?:上半年|下半年)?|新一轮|第[一二三四五六七八九十\d]+届|"
    r"一项|一个|一场|一系列|首批|这次|这场|各项|这一|此次|本次|相关|有关|所有|的)+"
)
"""Words in front of a name that are no part of it."""


@functools.cache
def _sets() -> tuple[frozenset[str], frozenset[str], int]:
    heads = frozenset(load("initiative_heads").entries)
    generic = frozenset(load("initiative_generic").entries)
    return heads, generic | heads, max(map(len, generic | heads))


def _less_back(name: str, endings: frozenset[str], longest: int) -> str:
    while True:
        for length in range(min(longest, len(name)), 0, -1):
            if name[-length:] in endings:
                name = name[:-length]
                break
        else:
            return name


def core(name: str) -> str:
    """What tells a name from others of its kind: less its head, its generic modifiers and its marks."""
    heads, generic, longest = _sets()
    name = _less_back(bare(name), generic, longest)
    while True:
        for length in range(min(longest, len(name)), 0, -1):
            if name[:length] in generic and name[:length] not in heads:
                name = name[length:]
                break
        else:
            return name


def body(name: str) -> str:
    """A name without its head nouns and its marks."""
    heads, _, longest = _sets()
    return _less_back(bare(name), heads, longest)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span less the words in front that are no part of a name, blanks, and marks at its edges."""
    while True:
        at = start
        match = _FRONT.match(text[start:end])
        start += match.end() if match else 0
        while start < end and text[start] in " \u3000\t\n、，,·—":
            start += 1
        while end > start and text[end - 1] in " \u3000\t\n、，,":
            end -= 1
        if start == at:
            return start, end


def shown(raw: str) -> str:
    """A name as the record has it: one line, no marks around the whole or around its first part."""
    name = re.sub(r"\s*\n\s*", "", raw.strip())
    close = _PAIRS.get(name[:1])
    if close and close in name[1:]:
        at = name.index(close, 1)
        inner = name[1:at]
        if not set(inner) & set(QUOTES) or at == len(name) - 1:
            name = inner + name[at + 1 :]
    return _closed(name)


def _closed(name: str) -> str:
    """The name without closing marks that nothing opens: it began behind the opening one."""
    kept: list[str] = []
    open_marks: list[str] = []
    for char in name:
        if char in _CLOSERS and char not in _PAIRS:
            if not open_marks or _PAIRS[open_marks[-1]] != char:
                continue
            open_marks.pop()
        elif char in _PAIRS and _PAIRS[char] != char:
            open_marks.append(char)
        kept.append(char)
    return "".join(kept)
