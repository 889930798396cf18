"""Traditional characters to simplified ones, with the way back."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model.document import Document, Metadata
from kg.model.passage import Passage, join

if TYPE_CHECKING:
    from opencc import OpenCC

_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_CLAUSE = re.compile(r"[^，。；：！？、\n]*[，。；：！？、\n]*")
_FEWEST = 3
"""Traditional characters that a text must have; a name may bring one into any text."""
_PARAGRAPH = 8
"""The same for one paragraph of a text in simplified characters, which may list names with rare ones."""


def in_simplified(document: Document) -> Document:
    """The document in simplified characters where it, or a paragraph of it, is in traditional ones; else itself.

    The offsets go to the text before the conversion, as the bytes say it.
    """
    whole = is_traditional(document.text)
    metadata = _metadata(document.metadata, whole=whole)
    if whole:
        converted = simplified(document.text)
    elif len(_only()[0].findall(document.text)) >= _PARAGRAPH:
        converted = _by_lines(document.text)
    else:
        return document if metadata == document.metadata else replace(document, metadata=metadata)
    if converted.text == document.text:
        return document if metadata == document.metadata else replace(document, metadata=metadata)
    offsets = converted.offsets
    if document.offsets is not None:
        offsets = offsets.through(document.offsets)
    return replace(document, text=converted.text, offsets=offsets, metadata=metadata)


def is_traditional(text: str, *, fewest: int = _FEWEST) -> bool:
    """Whether a text is written in traditional characters, by those that the other script does not have.

    Japanese has some of either and is told by its kana.
    """
    traditional, simple = _only()
    found = len(traditional.findall(text))
    if found < fewest or found <= 2 * len(simple.findall(text)):
        return False
    return 10 * len(_KANA.findall(text)) <= len(text)


def simplified(text: str) -> Passage:
    """The text in simplified characters: one for one where its length stays, else clause by clause."""
    return _converted(text, 0, len(text))


def _by_lines(text: str) -> Passage:
    """The text with those paragraphs converted that are in traditional characters by themselves."""
    passages, start = [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        told = is_traditional(line, fewest=_PARAGRAPH)
        passages.append(_converted(text, start, end) if told else Passage.of(text, start, end))
        start = end
    return join(passages)


def _converted(text: str, start: int, end: int) -> Passage:
    convert = _converter().convert
    passages = []
    for match in _CLAUSE.finditer(text, start, end):
        clause = match[0]
        if not clause:
            continue
        new = convert(clause)
        passage = Passage.of(text, match.start(), match.end())
        if len(new) == len(clause):
            passages.append(Passage(new, passage.pieces))
        elif new:
            passages.append(Passage(new, (passage.pieces[0]._replace(length=len(new)),)))
    return join(passages)


def _metadata(metadata: Metadata, *, whole: bool) -> Metadata:
    """The metadata in simplified characters; a name is too short to tell by itself, so its text tells."""
    changed = {}
    for field in ("title", "publisher", "place"):
        value = getattr(metadata, field)
        if value is not None and (whole or is_traditional(value)) and (new := _converter().convert(value)) != value:
            changed[field] = new
    return replace(metadata, **changed) if changed else metadata


@functools.cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")


@functools.cache
def _only() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Characters that only traditional text has, and those that only simplified text has: by GB2312 and Big5."""
    lows = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    gb = bytes(b for lead in range(0xB0, 0xF8) for low in range(0xA1, 0xFF) for b in (lead, low))
    big5 = bytes(b for lead in range(0xA4, 0xFA) for low in lows for b in (lead, low))
    simple = set(gb.decode("gb2312", "ignore"))
    both = set(big5.decode("cp950", "ignore"))
    return _either(both - simple), _either(simple - both)


def _either(characters: set[str]) -> re.Pattern[str]:
    return re.compile("[" + "".join(sorted(c for c in characters if "\u4e00" <= c <= "\u9fff")) + "]")
