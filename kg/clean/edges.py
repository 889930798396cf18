"""What stands at the edges of an article's text and is none of it: datelines in front, credits behind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.clean.credits import Credits, read_credits
from kg.clean.dateline import find_dateline, find_signature
from kg.model.passage import Passage

_SEAM = re.compile(
    r"[。！？!?…；;”）)](?=[^。！？!?…；;]*$)"
    r"|(?<=[^\s（(【])(?=(?:来\s?源|稿源|转自|(?:责任)?编辑|责编|校对|作者|通讯员|记者|文字|摄影|摄像|供稿|撰稿)[:：])"
)
_BRACKETS = re.compile(r"\s*[（(\[【]([^（）()\[\]【】]{1,120})[）)\]】][。*＊\s]*$")
_TITLE_AGAIN = re.compile(r"[（(]\s*原标题\s*[:：]?\s*(?P<title>.{4,80}?)\s*[）)]\s*$")
_PHOTO = re.compile(r"\s*[（(](?P<inside>[^（）()]{0,40}?(?:摄|供图|制图|发|提供))[）)]")
_SHOT = re.compile(
    r"(?<=[。！？”])\s*(?P<inside>(?:本报|本网)?(?:特约|见习|首席|全媒体)*(?:记者|通讯员)?\s*[一-鿿]{2,4}(?:[\s、][一-鿿]{2,4}){0,2}\s*[/／]?\s*(?:摄|供图|摄影))(?=$|\s)"
)
_COLUMN = re.compile(r"(?:完|待续)")


@dataclass(slots=True)
class Edges:
    """What was found while cutting."""

    names: list[str] = field(default_factory=list)
    publisher: str | None = None
    dateline: str | None = None
    lead: str | None = None
    """The line that begins behind the dateline, which is running text however short."""
    day: str | None = None
    title: Passage | None = None
    """The title that the page gives in brackets behind the text, or in an agency's dateline."""

    def take(self, said: Credits) -> None:
        """Note names and outlet."""
        self.names += said.names
        self.publisher = self.publisher or said.source


def cut_front(lines: list[Passage], edges: Edges) -> list[Passage]:
    """The lines less the dateline or the reporters' names before the lead; captions before it become lines."""
    for i, line in enumerate(lines[:4]):
        found = find_dateline(line.text)
        if found is None and (signed := find_signature(line.text)) is not None and _free(line.text, signed.start):
            found = signed
        if found is None:
            continue
        edges.take(found.credits)
        edges.day = edges.day or found.day
        edges.dateline = line.text[found.start : found.end].strip()
        if found.title:
            edges.title = line.part(found.title_at, found.title_at + len(found.title))
        before, behind = line.part(0, found.start).strip(), line.part(found.end).strip()
        edges.lead = behind.text or None
        return [*lines[:i], *(part for part in (before, behind) if part.text), *lines[i + 1 :]]
    return lines


def _free(text: str, at: int) -> bool:
    """Whether a signature stands apart from what is before it, as no 记者 within a sentence does."""
    return at == 0 or text[at - 1] in "。！？”）) \u3000\xa0"


def cut_back(lines: list[Passage], edges: Edges) -> list[Passage]:
    """The lines less photographers' credits anywhere, and reporters, editors and sources behind the last sentence."""
    kept = [line for passage in lines if (line := without_photographers(passage, edges)).text]
    for i in range(len(kept) - 1, max(len(kept) - 4, -1), -1):
        kept[i] = _without_credits(kept[i], edges)
    return [line for line in kept if line.text]


def without_photographers(line: Passage, edges: Edges) -> Passage:
    """A line less the photographers named in brackets or behind a sentence, who are noted."""
    cut = []
    for pattern in (_PHOTO, _SHOT):
        for match in pattern.finditer(line.text):
            said = read_credits(match["inside"])
            if said is not None or pattern is _SHOT:
                edges.names += said.names if said is not None else []
                cut.append(match.span())
    return line.without(_apart(cut)).strip() if cut else line


def _apart(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _without_credits(line: Passage, edges: Edges) -> Passage:
    while True:
        text = line.text.rstrip("*＊ \u3000\xa0")
        if again := _TITLE_AGAIN.search(text, max(0, len(text) - 100)):
            if edges.title is None:
                edges.title = line.part(again.start("title"), again.end("title")).strip("《》")
            line = line.part(0, again.start()).strip()
        elif (inside := _BRACKETS.search(text, max(0, len(text) - 130))) and (
            said := _bracketed(inside[1])
        ) is not None:
            edges.take(said)
            line = line.part(0, inside.start()).strip()
        elif (cut := _credits_behind(text, edges)) is not None:
            line = line.part(0, cut).strip()
        else:
            return line


def _bracketed(inside: str) -> Credits | None:
    return Credits() if _COLUMN.fullmatch(inside) else read_credits(inside, bare=1)


def _credits_behind(text: str, edges: Edges) -> int | None:
    """Where the credits behind the last sentence begin; the earliest seam behind which nothing else stands."""
    for seam in _SEAM.finditer(text, max(0, len(text) - 200)):
        if seam.end() < len(text) and (said := read_credits(text[seam.end() :], bare=2)) is not None:
            edges.take(said)
            return seam.end()
    return None
