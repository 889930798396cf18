"""Prepares text for the tagger: one character for one character, and cut into pieces that hold whole names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kg.lexicon import load

LONGEST = 400
"""Characters in a piece; longer ones are cut, so that a page without a full stop does not fill the memory."""

_SOUND = "".join(load("transliteration_characters").entries)
_MARK = re.compile(rf"(?<=[{_SOUND}]{{2}})[?？•・‧∙⋅．](?=[{_SOUND}]{{2}})")
_PIECE = re.compile(rf"[^。！？；!?;\n]{{1,{LONGEST}}}[。！？；!?;]*")


def _one(char: str) -> str:
    """A character as the features see it: narrow, digits as 0, Latin letters as a."""
    if "\u4e00" <= char <= "\u9fff":
        return char
    narrow = unicodedata.normalize("NFKC", char)
    char = narrow if len(narrow) == 1 else char
    if char.isdigit():
        return "0"
    if char.isascii() and char.isalpha():
        return "a"
    return " " if char.isspace() and char != "\n" else char


class _Table(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = folded = _one(chr(code))
        return folded


_TABLE = _Table()


def marked(text: str) -> str:
    """The text with · for whatever a page has as the mark inside a name (吉尔拉?依沙木丁), as long as before."""
    return _MARK.sub("·", text)


def folded(text: str) -> str:
    """The text as the features see it, character for character."""
    return text.translate(_TABLE)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of a `marked` text, in order; none of them blank."""
    for match in _PIECE.finditer(text):
        if not match.group().isspace():
            yield match.span()
