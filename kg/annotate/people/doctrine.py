"""Where a leader's name names no one: 习近平新时代中国特色社会主义思想, 毛泽东思想."""

from __future__ import annotations

import re

GENERAL_SECRETARY = "习近平"
"""Whose 主席 is the nation's wherever it stands, and whose doctrine names no one."""

_DOCTRINE = re.compile(
    r"新时代|[\u4e00-\u9fff]{0,8}?思想|同志为核心|同志为总书记|同志为主要代表|理论|“?三个代表|诗词|选集|著作|文选|论述摘编|谈治国理政|[\u4e00-\u9fff]{0,6}?论述"
)


def is_doctrine(text: str, end: int) -> bool:
    """Whether a leader's name that ends at `end` belongs to a doctrine, a book or a set phrase."""
    return bool(_DOCTRINE.match(text, end))
