"""The line with which a report begins: 某某网8月16日讯（记者 …）, and what else stands in front of the lead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.clean.credits import Credits, read_credits
from kg.clean.outlets import ENDING, OUTLET, OUTLETS
from kg.lexicon import load

DAY = r"(?:(?:(?:19|20)\d\d|今|去)年)?\d{1,2}月\d{1,2}(?:[-－—~～至]\d{1,2})?日"
_PLACE = r"[一-鿿]{2,6}?"
_BRACKETS = r"(?:\s*[（(](?P<inside>[^（）()]{0,120}(?:[（(][^（）()]{0,20}[）)][^（）()]{0,60})?)[）)])"
_BEHIND_DAY = r"\s*(?:(?:综合|专|上午|下午)\s*)?(?:讯|电(?!话|影|视)|消息[，,]?|报道(?=[\s：:（(])|综合(?=\s*[（(]))"
_WITHOUT_DAY = r"(?:综合|专)?讯(?=[\s（(:：\d“《]|近日|日前|连日|昨|今|据|为|在|随着|$)|电(?=\s?[（(])|消息(?=[:：（(])"
_TOLD = re.compile(rf"日{_BEHIND_DAY}|{_WITHOUT_DAY}")
"""What every dateline holds, found much faster than the outlet before it."""

_DATELINE = re.compile(
    rf"(?P<outlet>{OUTLETS})\s*"
    rf"(?:(?:记者)(?P<reporter>[一-鿿]{{2,3}}))?"
    rf"(?:{_PLACE})??\s*(?:(?P<day>{DAY}|\d{{1,2}}日){_BEHIND_DAY}|{_WITHOUT_DAY})"
    rf"\s*(?:题[:：]\s*(?P<title>[^。]{{4,60}}?)(?=\s*(?:作者|记者|新华社记者|中新社记者)\s))?[:：]?"
    rf"(?:{_BRACKETS}|\s*(?P<open>(?:本报)?(?:首席|见习|特约)?(?:记者|通讯员)\s?[一-鿿]{{2,3}}(?:[\s、]+(?:通讯员)?\s?[一-鿿]{{2,3}}){{0,3}}\s?报道))?[:：]?\s*"
)
_SIGNED = re.compile(
    rf"(?:文\s*[/／]\s*)?(?P<outlet>{OUTLETS}\s*(?:[|｜丨]\s*)?)?"
    r"(?:(?:首席|见习|特约|实习|全媒体|融媒体|全媒)*记者|通讯员|作者|实习生)[\s:：/]"
)
_SIGNER = re.compile(r"(?:记者|通讯员|作者|实习生)[\s:：/]")
"""What every signature but a source holds."""
_SOURCED = re.compile(
    rf"(?:(?:文章|稿件|信息)?来\s?源|稿源|转自)[:：]\s*(?P<outlet>{OUTLET}[－-][一-鿿]{{2,4}}频道|{OUTLETS}|\S{{2,14}}(?=\s))\s*(?:原创稿\s*)?"
)
_KNOWN = re.compile(load("news_outlets").alternation())
_LOCAL = re.compile(rf"[一-鿿]{{2}}{ENDING}")
_UNKNOWN = re.compile(
    rf"(?P<outlet>[一-鿿A-Za-z·]{{2,10}}?)(?P<day>{DAY})(?:讯|电(?!话|影|视)|消息[：:])\s*{_BRACKETS}?[:：]?\s*"
)
_BOXED = re.compile(r"【(?P<inside>[^【】]{2,40}?)(?:消息|讯|报道|专稿)?】\s*")
_CITED = re.compile(r"(?:据[^，。；：！？”]*|[自在由《“])$")
_LEAD_BEHIND = re.compile(r"(?=\d|[“《【从在为据随近昨今]|日前|连日|当前|目前)|(?<=\s)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """`start:end` of the text in front of the lead, and what it says."""

    start: int
    end: int
    credits: Credits
    day: str | None = None
    title: str | None = None
    """The title's words, where the agency's form 电 题：… gives them."""
    title_at: int = 0


def find_dateline(text: str, start: int = 0, *, within: int = 160) -> Dateline | None:
    """The first dateline that begins in the next `within` characters, None if there is none.

    据某某网8月3日消息 is part of a sentence and no dateline.
    """
    if (boxed := _BOXED.match(text, start)) and (said := read_credits(boxed["inside"])) is not None:
        return Dateline(start, boxed.end(), said)
    if not _TOLD.search(text, start, start + 400):
        return None
    known = _DATELINE.match(text, start, start + 400)
    if known is None and (unknown := _UNKNOWN.match(text, start)) and not _CITED.match(unknown["outlet"]):
        said = read_credits(unknown["inside"] or "", bare=1) or Credits()
        said.source = unknown["outlet"]
        return Dateline(start, unknown.end(), said, unknown["day"])
    end = min(len(text), start + within + 200)
    found = _DATELINE.finditer(text, start, end) if within else iter([known] if known else [])
    for match in found:
        if match.start() - start > within:
            return None
        begin = _unglued(text, match["outlet"], match.start())
        if _CITED.search(text, max(begin - 14, 0), begin):
            continue
        inside = match["inside"] or match["open"] or ""
        said = read_credits(inside, bare=1) if inside else Credits()
        if said is None:
            said = Credits(_names_in(inside))
            if not said.names and match["inside"] is not None and match["day"] is None:
                continue
        if match["reporter"]:
            said.names.insert(0, match["reporter"])
        outlet = text[begin : match.end("outlet")].strip()
        said.source = None if outlet.startswith("本") else outlet
        end, title = match.end(), match["title"]
        signed = _signed(text, end) if title else None
        if signed is not None:
            end = signed.end
            said.names += signed.credits.names
        return Dateline(begin, end, said, match["day"], title, match.start("title") if title else 0)
    return None


def _unglued(text: str, outlet: str, start: int) -> int:
    """Where an outlet that seems to begin at `start` really does: a headline may be glued to its front.

    Where a letter stands in front, the outlet is the known one inside, else its place is taken
    to have two characters, which most have.
    """
    if not start or not (text[start - 1].isalnum() or text[start - 1] in "”》）！？"):
        return start
    known = _KNOWN.search(outlet)
    local = max((m.start() for m in _LOCAL.finditer(outlet)), default=0)
    return start + (known.start() if known else local)


def find_signature(text: str, start: int = 0, *, within: int = 100) -> Dateline | None:
    """The first run of reporters or sources that begins in the next `within` characters: 某报记者 张某8月5日，…"""
    end = min(len(text), start + within + 60)
    patterns = (_SOURCED, _SIGNED) if _SIGNER.search(text, start, end) else (_SOURCED,)
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            if pattern is _SOURCED:
                found: Dateline | None = Dateline(match.start(), match.end(), Credits(source=match["outlet"]))
            else:
                found = _signed(text, _unglued(text, match["outlet"] or "", match.start()))
            if found is not None and match.start() - start <= within:
                return found
    return None


def _signed(text: str, start: int) -> Dateline | None:
    """The longest run of credits from here that the lead visibly ends: by a figure, a quotation or a blank."""
    best = None
    for cut in _LEAD_BEHIND.finditer(text, start + 4, min(len(text), start + 90)):
        said = read_credits(text[start : cut.start()])
        if said is not None and said.names:
            best = Dateline(start, cut.start(), said)
        elif best is not None:
            break
    return best


def _names_in(inside: str) -> list[str]:
    """Names in brackets that hold more than names: those behind 记者 and 通讯员."""
    return [
        name
        for run in re.findall(r"(?:记者|通讯员|实习生)[\s:：]*((?:[一-鿿]{2,4}[\s、，]*)+)", inside)
        for name in re.split(r"[\s、，]+", run)
        if name
    ]
