"""The headline where it is glued to what follows it, and what a headline looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.clean.dateline import DAY, find_dateline, find_signature

LONGEST = 60
"""Letters of the longest headline that is looked for."""

_LABEL = re.compile(r"(?:原?标题|题目|【?原标题】?)\s*[:：]\s*")
REPORTED = r"(?<![依根占数证单收票])据(?:了解|悉|介绍)?[^，。；：]{0,40}?(?:消息|报道|通报|公告|官网|网站|公众号|客户端|获悉|发布|介绍|了解|显示|透露|统计|通知)[，,：:\s]"
"""据…消息， and its like, with which a lead names its source."""
_SAID = re.compile(REPORTED)
_DATED = re.compile(
    rf"(?<![年月日时间至于到在自从—~（(\d-])(?:当地时间|北京时间|今天|昨天|今日|昨日)?[（(]?{DAY}[）)]?(?:[上下]午|晚上?|凌晨|中午|傍晚|清晨|早上?|起)?(?P<comma>[，,、:：]|\s?(?:至|到|-|－|—)\s?\d)?"
)
_TIMED = re.compile(
    r"(?:记者(?=今天|昨天|从|近日|日前|获悉)|来源[:：]|【[^【】]{2,12}(?:消息|讯|记者[^【】]{0,20})】|当地时间|正值|恰逢|针对|按照|根据|一直以来|长期以来|多年来|如今|最近|前不久"
    r"|“[^”]{3,}[，,][^”]{5,}”|近日|日前|近期|连日来|昨日|昨天|今天|今日|当天|目前|当前|近年来|今年以来|去年以来|截至|随着|为了"
    r"|为(?=[^，。]{0,4}(?:深入|进一步|全面|认真|扎实|切实|持续|积极|充分|有效|更好|不断|确保|贯彻|落实|推动|推进|提升|提高|加强|加快|丰富|庆祝|纪念|营造|做好|增强|弘扬|促进|引导|解决|帮助|巩固|强化|规范|保障|响应|迎接|打造|优化|筑牢))"
    r"|在[^，。]{2,24}(?:之际|来临|到来|前夕|之时)|值此|时值|盛夏|炎炎|烈日|(?:今年)?\d{1,2}月(?:[上中下]旬|以来|份)[，,]?"
    r"|(?:周|星期)[一二三四五六日天][上下]午)"
)
_OPENING, _CLOSING = "“‘《（(【「『", "”’》）)】」』"
_MIDDLE = set("，、：；,:;“‘《（(【的与和及暨在对为以将把被由向从是")
_SHOWN = re.compile(
    r"(?:会议|活动|签约|仪式|座谈会|座谈|启动|揭牌|发放|培训|调研|慰问|比赛|演出|研学|论坛|开工|竞赛|宣讲|参观|采访|表彰|开幕|颁奖){0,2}"
    r"现场[。图（(\s]|图[为/／:：]|资料图"
)
_CAPTION = re.compile(r"[^。，]{0,16}(?:现场|会场|图为.*|图/.*)|.*(?:资料图|合影|供图|摄|图片|照片|截图|效果图)")
_BLANKS = re.compile(r"\s*")
_SENTENCE = re.compile(r"[。；;]")


@dataclass(frozen=True, slots=True)
class Glued:
    """A headline `start:end` of a text and `lead`, where the article goes on."""

    start: int
    end: int
    lead: int


def label_end(text: str) -> int:
    """Where the words behind 原标题： begin; 0 if the text does not begin so."""
    match = _LABEL.match(text)
    return match.end() if match else 0


def past_blanks(text: str, at: int) -> int:
    """The first place from `at` on that is not blank."""
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at


def doubled(text: str, start: int = 0, least: int = 6) -> Glued | None:
    """A headline that is said twice or more before the text goes on."""
    limit = min(len(text), start + 2 * LONGEST + 40)
    for middle in range(start + least, limit):
        if text[middle] != text[start] or text[middle - 1] in _MIDDLE:
            continue
        head = text[start:middle].strip()
        if len(head) < least or head.endswith("。") or not text.startswith(head, middle):
            continue
        lead = middle
        while text.startswith(head, lead):
            lead = past_blanks(text, lead + len(head))
        return Glued(start, start + len(head), lead)
    return None


def glued(text: str, start: int = 0, *, labelled: bool = False) -> Glued | None:
    """The headline at `start` to which the lead is glued; None where there is none to be told.

    Args:
        text: The first line of an article.
        start: Where the headline begins.
        labelled: Whether the page says that one stands there. If not, only a seam is taken that no sentence
            has: a dateline, 据…消息， or a day and a comma directly behind a character.
    """
    if (twice := doubled(text, start)) is not None:
        return twice
    if find_dateline(text, start, within=0) or find_signature(text, start, within=0):
        return None
    for end, lead in sorted(_seams(text, start, labelled)):
        head = text[start:end].rstrip()
        if not _closed(head):
            continue
        if restart := _restart(head):
            head, lead = head[:-restart].rstrip(), lead - restart
        if looks_like_headline(head, labelled=labelled):
            return Glued(start, start + len(head), lead)
        if not labelled:
            return None
    return None


def _seams(text: str, start: int, labelled: bool) -> list[tuple[int, int]]:
    """Where a headline may end and the lead begin."""
    window = text[: start + LONGEST * 2]
    found = []
    for dateline in (find_dateline(text, start, within=LONGEST * 2), find_signature(text, start, within=LONGEST * 2)):
        if dateline is not None:
            found.append((dateline.start, dateline.start))
    for match in _SAID.finditer(window, start + 6):
        found.append((match.start(), match.start()))
    for match in _DATED.finditer(window, start + 6):
        before = window[match.start() - 1]
        if labelled or (match["comma"] and (before.isalnum() or before in "”》！？!?")):
            found.append((match.start(), match.start()))
    if labelled:
        found += [(match.start(), match.start()) for match in _SHOWN.finditer(window, start + 6)]
        found += [(match.start(), match.start()) for match in _TIMED.finditer(window, start + 6)]
    return found


def _restart(head: str) -> int:
    """How many characters at its end say again what it said before: the lead has begun with its subject."""
    longest = 0
    for length in range(3, len(head) // 2 + 1):
        if head[-length:] in head[:-length] and head[-length:].isalnum():
            longest = length
    return longest


def _closed(head: str) -> bool:
    """Whether every bracket and quotation mark in it is closed."""
    return all(head.count(a) == head.count(b) for a, b in zip(_OPENING, _CLOSING, strict=True))


def looks_like_headline(text: str, *, labelled: bool = False) -> bool:
    """Whether a stretch has a headline's length and punctuation; more is asked where nothing else says it is one."""
    letters = sum(c.isalnum() for c in text)
    if not 4 <= letters <= LONGEST * 2 or _SENTENCE.search(text) or text[-1] in "，、：,:":
        return False
    if labelled:
        return True
    return 9 <= letters <= LONGEST and not _CAPTION.fullmatch(text) and text[-1] not in _MIDDLE
