"""The lines of a page's articles: headline, who made it, text; less what the containers hold beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from kg.model.passage import Passage, join
from kg.read.html.headline import headline, headline_at, headline_over_info, is_subtitle, letters
from kg.read.html.info import Info, read_info
from kg.read.html.lines import Line, lines
from kg.read.html.main_text import furniture_of
from kg.read.html.tags import HEADINGS
from kg.read.html.tree import Element
from kg.read.html.weights import HAN, MARKS

_HOLD_LINKS = frozenset({"ul", "ol", "dl", "table", "tr", "tbody", "div", "section", "p", "dd", "nav"})
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|wps|ofd|et)(?:$|[?#])", re.I)
_ATTACHED = re.compile(r"(?:相关)?附件(?:下载|列表)?\s*[\d一二三]?\s*[:：]?\s*")
_PRINTED = re.compile(r"[（(]?《(?P<paper>[^《》]{2,14})》\s*[（(]\s*(?:19|20)\d\d")
_ONWARD = re.compile(r"下一页|下页|余下全文|阅读全文|查看全文")
_ABOVE = 12
"""Lines above a text in which its day and source are looked for, where no headline is seen."""
_OVER = 3
"""Lines over a headline in which its day is looked for last."""
_BELOW = 6
"""Lines below it in which its editors are."""
_INSIDE = 8
"""Lines of a container among which its headline is."""


@dataclass(slots=True)
class Articles:
    """What the lines say."""

    text: list[Passage] = field(default_factory=list)
    info: Info = field(default_factory=Info)
    headlines: int = 0
    """How many headlines are among the lines; each begins with `# `, which no character of the page stands for."""
    goes_on: bool = False
    """Whether the page leads to a second one with the rest."""
    shown: list[Line] = field(default_factory=list)
    """The lines of the containers, before links were left out."""
    kept: list[Line] = field(default_factory=list)
    """The lines of the containers that are in the text."""


def articles_in(page: Element, containers: list[Element], titles: list[str]) -> Articles:
    """The articles in the containers, in order, each with its headline over it if the page shows one.

    Args:
        page: The whole page, weighed.
        containers: What `main_elements` found.
        titles: What the head of the page says of its title.
    """
    found = Articles()
    furniture = furniture_of(page)
    outside = lines(page, lambda element: element in furniture or element in containers)
    listed = {letters(line.text) for line in outside if line.is_link}
    above = 0
    for container in containers:
        start, end = container.tag.start, container.end
        before = [line for line in outside if above <= line.start < start]
        _take(found, before, _lines_of(container, furniture, found), titles, listed)
        above = end
    _credits_below(found, [line for line in outside if line.start >= above][:_BELOW])
    return found


def _take(found: Articles, before: list[Line], inside: list[Line], titles: list[str], listed: set[str]) -> None:
    """Put one container's lines behind those found, its headline and the names of its makers first."""
    at = headline_at(before, titles, listed, least=60)
    within = headline_at(inside[:_INSIDE], titles, least=40) if at is None else None
    if within is not None and not any(_is_sentence(line) for line in inside[: within[0]]):
        before = [*before, *inside[: within[1]]]
        at = (len(before) - within[1] + within[0], len(before))
        inside = inside[within[1] :]
    if at is None and (at := headline_over_info([*before, *inside[:_INSIDE]])) is not None:
        inside, before = inside[max(at[1] - len(before), 0) :], [*before, *inside[: max(at[1] - len(before), 0)]]
    if at is not None:
        shown = headline(before[at[0] : at[1]])
        inside = _without_title(inside, shown.text)
        found.headlines += 1
        found.text.append(join([Passage("# "), shown]))
    if at is not None:
        over, between = before[max(at[0] - _OVER, 0) : at[0]], before[at[1] :]
    else:
        over, between = [], [line for line in before[-_ABOVE:] if read_info(line.passage)[1]]
    while inside and read_info(inside[0].passage)[1]:
        between.append(inside.pop(0))
    if at is not None:
        found.text += [line.passage for line in between if is_subtitle(line)]
    info, _ = read_info(join((line.passage for line in between), between="  "))
    found.text += info.credits
    _note(found.info, info)
    for line in over:
        _note(found.info, Info(published_on=read_info(line.passage)[0].published_on))
    found.text += [_marked(line) for line in inside]
    found.kept += inside


def _without_title(inside: list[Line], title: str) -> list[Line]:
    """The lines less those that say the headline again: one of the first, or 原标题：… anywhere."""
    said = letters(title)
    return [
        line
        for i, line in enumerate(inside)
        if letters(line.text) != (said if i < _INSIDE else "") and letters(line.text) != "原标题" + said
    ]


def _marked(line: Line) -> Passage:
    """A line of the text, a heading in it marked as one where it is long enough to be another article's."""
    if line.block.name in ("h1", "h2") and len(HAN.findall(line.text)) >= 6 and not line.is_ended:
        return join([Passage("## "), line.passage])
    return line.passage


def _note(info: Info, said: Info) -> None:
    info.published_on = info.published_on or said.published_on
    info.source = info.source or said.source
    info.office = info.office or said.office


def _credits_below(found: Articles, below: list[Line]) -> None:
    for line in below:
        info, only = read_info(line.passage.strip("()（）[]【】 "))
        if only:
            found.text += info.credits
            _note(found.info, info)
        elif (printed := _PRINTED.match(line.text)) is not None:
            _note(found.info, Info(source=printed["paper"].strip(), published_on=info.published_on))


def _lines_of(container: Element, furniture: frozenset[Element], found: Articles) -> list[Line]:
    """The lines of a container less lists of links, attachments, and what its names say is furniture."""
    leave_out = _leaves_out(container, furniture, found)
    kept = []
    shown = lines(container, leave_out)
    found.shown += shown
    for line in shown:
        if line.hrefs and _ONWARD.search(line.text) and line.is_link:
            found.goes_on = found.goes_on or _leads_on(line)
        if not _is_list_of_files(line) and not (line.is_link and line.block.name not in HEADINGS):
            kept.append(line)
    while kept and _ATTACHED.fullmatch(kept[-1].text):
        kept.pop()
    return kept


def _leaves_out(container: Element, furniture: frozenset[Element], found: Articles) -> Callable[[Element], bool]:
    def leave_out(element: Element) -> bool:
        if element in furniture and 2 * element.size < container.size:
            return True
        if element.name not in _HOLD_LINKS or not element.linked or element.linked < 0.6 * element.size:
            return False
        inside = list(element.elements())
        links = [inner for inner in inside if inner.name == "a" and inner.attributes.get("href")]
        if len(links) < 2 or element.marks > len(links) or any(inner.name in HEADINGS for inner in inside):
            return False
        shown = lines(element)
        if any(line.is_ended for line in shown):
            return False
        found.goes_on = found.goes_on or any(_leads_on(line) for line in shown)
        return True

    return leave_out


def _leads_on(line: Line) -> bool:
    return bool(_ONWARD.search(line.text)) and any(
        href.strip() and not href.lower().startswith(("javascript", "#")) for href in line.hrefs
    )


def _is_list_of_files(line: Line) -> bool:
    return any(_FILE.search(href) for href in line.hrefs) and (line.is_link or bool(_ATTACHED.match(line.text)))


def _is_sentence(line: Line) -> bool:
    return "。" in line.text and bool(MARKS.search(line.text)) and len(HAN.findall(line.text)) >= 20
