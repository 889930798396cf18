"""Names made comparable: what is only another way of writing one name is folded away; traditional forms are when read."""

from __future__ import annotations

import re
import unicodedata

_LETTER = r"[\u3400-\u9fff]"
# A mark inside the name of an ethnic minority comes as any of these, or as a blank, or lost as "?".
_INNER_MARK = re.compile(rf"(?<={_LETTER})\s*[·・•‧∙⋅●．.?\ufffd]\s*(?={_LETTER})|(?<={_LETTER})\s+(?={_LETTER})")
_QUOTES = re.compile("[\"'“”‘’「」『』《》〈〉<>＂＇`]")
_BLANK = re.compile(r"\s+")
_DASH = re.compile("[-‐‑‒–—―−]+")


def _comparable(text: str) -> str:
    # Taking blanks out may bring a letter and its accent together.
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", _BLANK.sub("", text)).casefold())


def fold_person(name: str) -> str:
    """A person's name without marks, blanks and differences of width: 吉尔拉·依沙木丁 → 吉尔拉依沙木丁."""
    folded = unicodedata.normalize("NFKC", name).strip()
    return _comparable(_INNER_MARK.sub("", folded))


def fold(name: str) -> str:
    """Any other name without quotation marks, blanks and differences of width, dashes alike: 《三年行动方案》 → 三年行动方案."""
    folded = _QUOTES.sub("", unicodedata.normalize("NFKC", name))
    return _comparable(_DASH.sub("-", folded))
