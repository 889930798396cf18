"""A front page's guide to the other pages: 导读, 今日看点, lines that end in a page's number."""

from __future__ import annotations

import re

from kg.clean.jumps import labelled_sheet
from kg.clean.lines import Line

_HEAD = re.compile(
    r"[【\[《■◆●▶►]*\s*(?:(?:今日|本期|本版|要闻|新闻|版面|精彩|重点|内容)?(?:导读|导航|看点|导报|提要)|今日要目|版面索引)\s*[】\]》]*(?:\s*(?:GUIDE|[A-Za-z ]{4,20}))?[:：]?"
)
_REFERENCE = r"(?:详见|见|P)?\s*第?\s*(?:[A-Z]?\d{1,2}|[一二三四五六七八]|十[一二三四五六]?)\s*版"
_ENTRY = re.compile(
    rf"[^。；]{{4,44}}?(?:[\s.…·—/／>»▶►→]+|(?=[（(【\[])|(?=详见))[（(【\[]?[\s>»▶►→]*{_REFERENCE}[\s>»▶►→]*[）)】\]]?"
    rf"|[（(【\[]?{_REFERENCE}[）)】\]]?[\s:：>»▶►→]+[^。；]{{9,44}}"
)
_LONGEST = 45


def without_guides(lines: list[Line]) -> list[Line]:
    """The lines less those that only name what other pages have.

    Under a guide's head headline and number may stand on two lines; elsewhere a line has both.
    """
    kept: list[Line] = []
    i = 0
    while i < len(lines):
        if _HEAD.fullmatch(lines[i].text):
            i = _end(lines, i + 1)
            continue
        if len(lines[i].text) > _LONGEST or lines[i].heading or not _ENTRY.fullmatch(lines[i].text):
            kept.append(lines[i])
        i += 1
    return kept


def _end(lines: list[Line], start: int) -> int:
    """The line behind the last that has a page's number, of the short ones from `start` on."""
    end = i = start
    while i < len(lines) and len(lines[i].text) <= _LONGEST and not re.search(r"[。；]", lines[i].text):
        if labelled_sheet(lines[i].text.strip("►▶→>»· ")) or _ENTRY.fullmatch(lines[i].text):
            end = i + 1
        i += 1
    return end
