"""What a page says around its articles: dates, outlets, makers; and what portals add, which is dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.clean.captions import caption_at, whole
from kg.clean.credits import Credits, read_credits
from kg.clean.guide import without_guides
from kg.clean.jumps import at_jumps, labelled_sheet
from kg.clean.lines import Jump, Line
from kg.clean.masthead import read_masthead
from kg.clean.outlets import OUTLET
from kg.lexicon import load
from kg.model.document import Metadata
from kg.read.published import published_on

_DATE = (
    r"(?P<date>(?:19|20)\d\d(?:\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日?|[-/.]\d{1,2}[-/.]\d{1,2})(?:日)?)"
    r"(?:\s*(?:星期|周)[一二三四五六日天])?(?:[\sT]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
)
_LABEL = r"(?:(?:发布|发表|更新|发稿|上传|录入|创建|成文|采编|编辑)?(?:时间|日期)|日期|时间)\s*[:：]\s*"
_DATED = re.compile(rf"[\[【（(]?(?P<label>{_LABEL})?{_DATE}[\]】）)]?")
_EMPTY = re.compile(
    rf"(?:{_LABEL}|(?:文章|信息|稿件)?来源|作者|编辑|责任编辑|责编|发布人?|发布者|发布机构|发布单位|记者|审核|校对|摄影)\s*[:：]?\s*"
)
_PUBLISHER = re.compile(
    r"(?:发布人|发布者|发布机构|发布单位|信息来源|文章来源|来源)\s*[:：]\s*[-－—]*\s*(?P<name>[一-鿿A-Za-z0-9·]{2,24})$"
)
_COUNTER = re.compile(
    r"(?:阅读|浏览|点击|访问|评论|点赞|字号|字体)(?:次数|量|数|人次|大小)?\s*[:：]?\s*[\d,]*\s*(?:次|人次)?(?:\s*[大中小]){0,3}"
)
_PRINTED = re.compile(
    r"[（(]?《\s*(?P<paper>[^《》]{2,14}?)\s*》\s*[（(]\s*" + _DATE + r"[^（）()]{0,14}[）)]?[）)]?\s*$"
)
_LINK = re.compile(r"(?:(?:原文|本文|文章)?(?:链接|网址|地址|出处)\s*[:：]\s*)?(?P<url>https?://[^\s<>”）]{4,400})")
_PAPER = re.compile(rf"{OUTLET}(?<=报)")
_LONGEST = 160
"""Characters of the longest line that can be furniture or a byline."""


@dataclass(slots=True)
class Page:
    """A page's lines less its furniture, and what the furniture said."""

    lines: list[Line] = field(default_factory=list)
    metadata: Metadata = field(default_factory=Metadata)
    credits: Credits = field(default_factory=Credits)
    bylines: dict[int, Credits] = field(default_factory=dict)
    """By index in `lines`: those that name who made the report and say nothing else."""
    captions: list[tuple[int, Line]] = field(default_factory=list)
    """Those of photos, each with the index of the line before which it stands."""
    comes: Jump | None = None
    """A mark that stood alone and belongs to the line that comes next."""

    def add(self, line: Line) -> None:
        """Keep a line; where it is only a jump mark, the mark goes to the line next to it."""
        if not line.text:
            self.comes = line.comes or self.comes
            if line.goes is not None and self.lines:
                self.lines[-1] = replace(self.lines[-1], goes=line.goes)
            return
        self.lines.append(replace(line, comes=line.comes or self.comes))
        self.comes = None
        if len(line.text) <= _LONGEST and (said := read_credits(line.text)) is not None:
            self.bylines[len(self.lines) - 1] = said


class Furniture:
    """The patterns of `seeds/lexicons/boilerplate_*`."""

    def __init__(self) -> None:
        self.whole = _either("boilerplate_lines")
        self.inline = _either("boilerplate_inline")
        self.tail = _either("boilerplate_tails")
        self.column = re.compile(rf"[【\[《■◆●▶\s]*{load('boilerplate_columns').alternation()}[】\]》■◆●\s]*")


def _either(lexicon: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load(lexicon).entries))


def read_page(lines: list[Line], furniture: Furniture) -> Page:
    """The page of these lines."""
    page = Page()
    kept = _kept(without_guides(lines), furniture, page)
    i = 0
    while i < len(kept):
        end = caption_at(kept, i) or i
        if end > i and not any(line.comes or line.goes for line in kept[i:end]):
            page.captions.append((len(page.lines), whole(kept[i:end])))
        else:
            end = i + 1
            page.add(kept[i])
        i = end
    return page


def _kept(lines: list[Line], furniture: Furniture, page: Page) -> list[Line]:
    """The lines that are no furniture, cut at jump marks; what the furniture says goes into the page."""
    kept: list[Line] = []
    behind, sheet, column = False, None, False
    for line in lines:
        if furniture.tail.fullmatch(line.text):
            behind = True
        if behind and not _tells(line.text):
            continue
        behind = False
        text = line.text
        if label := labelled_sheet(text):
            sheet = label
            continue
        if furniture.column.fullmatch(text):
            column = True
            continue
        if len(text) <= _LONGEST and (furniture.whole.fullmatch(text) or _said_of_page(text, page, kept)):
            continue
        if (printed := read_masthead(text)) is not None:
            sheet = printed.sheet or sheet
            if kept and len(kept) <= 2 and _PAPER.fullmatch(kept[0].text):
                _note(page, publisher=kept.pop(0).text)
            _note(page, date=printed.date, publisher=printed.credits.source)
            page.credits.names += printed.credits.names
            continue
        passage = line.passage.without(match.span() for match in furniture.inline.finditer(text)).strip()
        passage = passage.part(0, _printed(passage.text, page)).strip()
        for part in at_jumps(replace(line, passage=passage, sheet=sheet, column=column)):
            mark = part.comes or part.goes
            if (part.text or mark) and (len(part.text) > _LONGEST or not furniture.whole.fullmatch(part.text)):
                kept.append(part)
                column = False
    return kept


def _tells(text: str) -> bool:
    """Whether a line behind a list of links is an article's again."""
    return len(text) > 60 and text.rstrip("”’）)").endswith(("。", "！", "？"))


def _said_of_page(text: str, page: Page, before: list[Line]) -> bool:
    """Whether a line says only when and where the page was published; what it says goes into the page."""
    if link := _LINK.fullmatch(text):
        page.metadata = page.metadata.over(Metadata(url=link["url"]))
        return True
    dated = _DATED.search(text)
    rest = _COUNTER.sub(" ", text[: dated.start()] + " " + text[dated.end() :] if dated else text).strip(
        " |｜丨/\u3000\xa0[]【】()（）"
    )
    publisher = _PUBLISHER.fullmatch(rest)
    said = read_credits(rest) if rest else Credits()
    bare = bool(rest) and not _EMPTY.sub("", rest).strip()
    if publisher is None and said is None and not bare:
        return False
    if dated is None and publisher is None and not bare:
        return False
    if dated is not None:
        if not dated["label"] and not rest and before:
            return False
        _note(page, date=dated["date"])
    if publisher is not None:
        _note(page, publisher=publisher["name"])
    elif said is not None:
        _note(page, publisher=said.source)
        page.credits.names += said.names
    return True


def _printed(text: str, page: Page) -> int:
    """Where 《某报》（2023年07月21日 04版） begins at the end of a line; the line's length if nowhere."""
    match = _PRINTED.search(text, max(0, len(text) - 60))
    if match is None:
        return len(text)
    _note(page, date=match["date"], publisher=re.sub(r"\s", "", match["paper"]))
    return match.start()


def _note(page: Page, *, date: str | None = None, publisher: str | None = None) -> None:
    """What the page says first stands."""
    value = None
    if date is not None:
        try:
            value = published_on(date)
        except ValueError:
            value = None
    page.metadata = page.metadata.over(Metadata(published_on=value, publisher=publisher))
