"""Lines to paragraphs: what a scan or a narrow column broke in mid-sentence is joined again."""

from __future__ import annotations

import math
import re

from kg.model.passage import Passage, join

_ENDED = re.compile(r"(?:[。！？!?…：:；;]|\.{3,}|[。！？!?…][”’）)》】」]+)\s*$")
_GOES_ON = re.compile(r"(?:[，、,—（“‘《]|[的是在和与及把将被对向从为以于了着要等])$")
_SAYING = re.compile(r"(?:指出|强调|表示|要求|认为|介绍|透露|说|提出|坦言|(?<![名职简全俗统])称)[，,：:]?")
_SUBTITLE = re.compile(r"(?:——|--|—|―)")
_ENUMERATED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|[●◆■▲·•★])"
)
_HEADING_LETTERS = 40


def is_heading(text: str) -> bool:
    """Whether a line stands like a heading: short, whole, without a sentence's end."""
    if len(text) > 2 * _HEADING_LETTERS or not 2 <= sum(c.isalnum() for c in text) <= _HEADING_LETTERS:
        return False
    if "。" in text or "；" in text:
        return False
    if re.search(r"[，、：；,:;。]$", text) or _GOES_ON.search(text) or _SAYING.search(text):
        return False
    return _open_quotes(text) == 0


def is_broken(text: str) -> bool:
    """Whether a line stops before its sentence does."""
    return not _ENDED.search(text)


def is_subtitle(text: str) -> bool:
    """Whether a line is a headline's second part: ——访…"""
    return bool(_SUBTITLE.match(text)) and len(text) <= 60


def rejoin(lines: list[Passage], *, headings: frozenset[int] = frozenset(), lead: str | None = None) -> list[Passage]:
    """The lines as paragraphs, each one line.

    Args:
        lines: In order.
        headings: Indices of the lines that the page marks as headings.
        lead: A line that is none.
    """
    column = _column(lines)

    def heading(i: int) -> bool:
        text = lines[i].text
        return i in headings or is_subtitle(text) or (is_heading(text) and len(text) < column and text != lead)

    paragraphs: list[Passage] = []
    i = 0
    while i < len(lines):
        parts = [lines[i]]
        whole = heading(i)
        i += 1
        while not whole and i < len(lines) and is_broken(parts[-1].text) and i not in headings:
            if i + 1 < len(lines) and _wraps(parts, lines[i].text, lines[i + 1].text):
                paragraphs.append(lines[i])
                i += 1
            elif _ENUMERATED.match(lines[i].text) or is_subtitle(lines[i].text):
                break
            parts.append(lines[i])
            i += 1
        paragraphs.append(join(parts))
    return paragraphs


def _column(lines: list[Passage]) -> float:
    """The length from which a line fills a narrow column, where the text is set in one; else no line does.

    Where most lines stop in mid-sentence, one that is full goes on in the next, however like a heading it looks.
    """
    lengths = sorted(len(line.text) for line in lines if is_broken(line.text))
    if len(lengths) < 8 or 2 * len(lengths) < len(lines):
        return math.inf
    return 0.8 * lengths[len(lengths) * 4 // 5]


def _wraps(before: list[Passage], between: str, behind: str) -> bool:
    """Whether a heading was set into the middle of a sentence: a quotation opens before it and closes behind it."""
    opened = _open_quotes("".join(part.text for part in before[-3:]))
    return opened > 0 and _open_quotes(between) == 0 and _open_quotes(behind) < 0


def _open_quotes(text: str) -> int:
    """Quotation marks opened and not closed; negative where more are closed than opened."""
    return sum(text.count(a) - text.count(b) for a, b in ("“”", "《》", "（）"))
