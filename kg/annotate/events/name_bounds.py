"""Words in front of a meeting's name at which it begins, and longer words that only look like them."""

from __future__ import annotations

import functools
import re

from kg.lexicon import load

_SESSION = re.compile(r"[第届][一二三四五六七八九十\d]*一次$")
"""The number of a session (第二届一次, 第十一次), which is no 一次 in front of a name."""
_SHANG = ("上海", "上饶", "上虞", "上市", "上杭", "上高", "上栗", "上蔡", "上犹")
"""Words that begin with 上, where 会上 is no phrase."""
_ZAI = ("岗", "职", "编", "册", "校生", "校大", "校学")
"""What makes 在 the head of a word: 在岗教师, 在校生."""
_WORD_OVER = re.compile(r"[数依证论占]据.?$|摄[影像制]$|[返归偿退]还.?$")
"""Words that hold what looks like a bound."""
_AT_SITE = re.compile(r"[”》）)]现场$")
"""现场 behind a quotation is a part of the name: “夏令营”现场交流活动."""
_YEARS = re.compile(r"[\d一二三四五六七八九十百]+周?年")


@functools.cache
def _bounds() -> tuple[str, ...]:
    return load("meeting_name_bounds").entries


def _joined(text: str, low: int, at: int) -> bool:
    """Whether what looks like a word in front of a name is a part of it: 第二届一次会议, 大会上海站, 成立98周年."""
    return (
        bool(_SESSION.search(text, max(low, at - 8), at) or _WORD_OVER.search(text[max(low, at - 2) : at + 1]))
        or (text.endswith("会上", low, at) and text.startswith(_SHANG, at - 1))
        or _AT_SITE.search(text, max(low, at - 3), at) is not None
        or (text.endswith("在", low, at) and text.startswith(_ZAI, at))
        or (text.endswith("成立", low, at) and bool(_YEARS.match(text, at)))
    )


def begins_at(text: str, low: int, at: int) -> bool:
    """Whether a word that bounds a name ends at `at`, of what stands since `low`."""
    return text.endswith(_bounds(), low, at) and not _joined(text, low, at)
