"""What a page says around its articles: dates, outlets, makers; and what portals add, which is dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.clean.credits import Credits, read_credits
from kg.clean.lines import Line
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
_LONGEST = 160


@dataclass(slots=True)
class Page:
    """A page's lines less its furniture, and what the furniture said."""

    lines: list[Line] = field(default_factory=list)
    metadata: Metadata = field(default_factory=Metadata)
    credits: Credits = field(default_factory=Credits)
    bylines: dict[int, Credits] = field(default_factory=dict)
    """By index in `lines`: those that name who made the report and say nothing else."""


class Furniture:
    """The patterns of `seeds/lexicons/boilerplate_*`."""

    def __init__(self) -> None:
        self.whole = _either("boilerplate_lines")
        self.inline = _either("boilerplate_inline")
        self.tail = _either("boilerplate_tails")


def _either(lexicon: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load(lexicon).entries))


def read_page(lines: list[Line], furniture: Furniture) -> Page:
    """The page of these lines."""
    page, behind = Page(), False
    for line in lines:
        if furniture.tail.fullmatch(line.text):
            behind = True
        if behind and not _tells(line.text):
            continue
        behind = False
        text = line.text
        if len(text) <= _LONGEST and (furniture.whole.fullmatch(text) or _said_of_page(text, page)):
            continue
        passage = line.passage.without(match.span() for match in furniture.inline.finditer(text)).strip()
        passage = passage.part(0, _printed(passage.text, page)).strip()
        if not passage.text or (len(passage.text) <= _LONGEST and furniture.whole.fullmatch(passage.text)):
            continue
        page.lines.append(Line(passage, line.heading))
        if len(passage.text) <= _LONGEST and (said := read_credits(passage.text)) is not None:
            page.bylines[len(page.lines) - 1] = said
    return page


def _tells(text: str) -> bool:
    """Whether a line behind a list of links is an article's again."""
    return len(text) > 60 and text.rstrip("”’）)").endswith(("。", "！", "？"))


def _said_of_page(text: str, page: Page) -> bool:
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
        if not dated["label"] and not rest and page.lines:
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
