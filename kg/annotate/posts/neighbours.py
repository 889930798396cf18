"""Titles side by side: which belong to one person, and how far back the second reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.annotate.posts.titles import Title

_LINK = re.compile(r"(?:[、，和及兼]|兼任|并兼任|暨|[ \u3000\xa0])?")
_BODY_ONLY = re.compile(
    r"(?:(?!到|在|为|与|和|赴|率|带领|一同|调研|检查|主持|出席|参加|陪同|召开|强调|讲话|指出|要求)[\u4e00-\u9fff]){2,14}"
)
"""Characters between two titles that can all belong to a body's name."""


def reach_back(text: str, before: Title, after: Title) -> None:
    """Let a title begin right behind the one before, where only its body can stand between: 市长、新城推进小组组长."""
    start = before.end + 1
    if (
        text[before.end : start] not in ("、", "兼")
        or after.core <= start
        or after.body.place is not None
        or after.body.named
        or after.kind != "post"
        or before.kind != "post"
        or not _BODY_ONLY.fullmatch(text, start, after.core)
    ):
        return
    after.organ = text[start : after.core] + after.organ
    after.text = text[start : after.core] + after.text
    after.start = after.core = start


def linked(text: str, end: int, start: int) -> bool:
    """Whether a title that begins at `start` continues the one that ends at `end`: only a comma or 兼 between them."""
    return 0 <= start - end <= 4 and bool(_LINK.fullmatch(text, end, start))


def chains(found: list[Title]) -> Iterator[list[Title]]:
    """Titles grouped by whose they are: 市委副书记、市长 are one chain."""
    chain: list[Title] = []
    for title in found:
        if chain and not title.linked:
            yield chain
            chain = []
        chain.append(title)
    if chain:
        yield chain
