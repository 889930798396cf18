"""What makes a stretch of text the name of one initiative, and the form in which the record takes it."""

from __future__ import annotations

import functools
import re

from kg.annotate.initiatives.known import QUOTES, bare
from kg.lexicon import load

OPENING = "“‘《「『\"〈"
CLOSING = "”’》」』\"〉"
_PAIRS = {"“": "”", "‘": "’", "《": "》", "「": "」", "『": "』", '"': '"', "〈": "〉"}

_FRONT = re.compile(
    r"^(?:(?:我|全|本|该)[省市区县州镇乡街村盟旗]|[省市区县](?=[“‘])|全国性?|(?:\d{4}|今|去|明|本)年度?(?:上半年|下半年)?|新一轮|第[一二三四五六七八九十\d]+届|"
    r"一项|一个|一系列|各项|这一|此次|本次|相关|有关|所有|的)+"
)
"""Words in front of a name that are no part of it."""


@functools.cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    generic, heads = load("initiative_generic").alternation(), load("initiative_heads").alternation()
    return re.compile(f"^(?:{generic})+"), re.compile(f"(?:{generic}|{heads})+$"), re.compile(f"(?:{heads})+$")


def core(name: str) -> str:
    """What tells a name from others of its kind: less its head, its generic modifiers and its marks."""
    front, back, _ = _edges()
    return front.sub("", back.sub("", bare(name)))


def body(name: str) -> str:
    """A name without its head nouns and its marks."""
    return _edges()[2].sub("", bare(name))


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
    return name
