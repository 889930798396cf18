"""Photo captions: lines that say what a picture shows and are none of the running text."""

from __future__ import annotations

import re

from kg.clean.credits import Credits, read_credits
from kg.clean.dateline import find_dateline
from kg.clean.edges import Edges, without_photographers
from kg.clean.lines import Line
from kg.clean.paragraphs import is_broken, is_heading
from kg.model.passage import Passage, join

LONGEST = 120
"""Characters of a caption, its credits too."""
_LINES = 5
"""Lines of a caption in a narrow column."""

_ARROWS = "▲△▼▽◀◁▶▷↑↓←→☝👆"
_NUMBERED = r"图\s*[①-⑩\d一二三四五六七八九十]{1,2}"
_OPENS = re.compile(
    rf"[{_ARROWS}\s]*(?:[（(【\[]?(?:(?:[上下左右]|大|小|组|题|主)?图(?:片|说)?|图片说明|图片新闻|照片)[）)】\]]?\s*(?:为|[:：])"
    rf"|[（(【\[]?{_NUMBERED}(?:[、，至—-]\s*{_NUMBERED}|[、，至—-]\s*[①-⑩\d])*[）)】\]]?\s*(?:为|[:：]|(?=\S)))"
)
_ARROW = re.compile(rf"[{_ARROWS}]\s*(?=\S)")
_SHOT = re.compile(
    r"(?:(?<=[。！？”）)\s])|(?<=现场)|(?<=会场))\s*[（(]?(?P<by>(?:新华社|中新社|央广网|人民网)发\s*[（(][^（）()]{2,16}摄|(?:本报|本网|新华社|中新社|央广网)?[^。，；！？（）()]{0,24}?(?:[/／]?\s*摄(?:影)?|供图|[/／]\s*图|提供)|图(?:据|源|片来源)[:：\s]*[^。，；]{2,16})[）)]?\s*[。]?$"
)
_AGENCY = re.compile(r"[^（(]*发\s*[（(]\s*(?P<name>.*?)\s*摄")
_PHOTOGRAPHER = re.compile(r"(?:摄(?:影)?|供图)[）)]?$")
_EMPTY = re.compile(
    r"(?:图为)?(?:会议|大会|活动|签约|仪式|座谈会?|启动|开工|揭牌|培训|调研|慰问|比赛|演出|论坛|竞赛|宣讲|参观|采访|表彰|开幕|颁奖|推进会|发布会|新闻){0,3}"
    r"(?:现场|会场|主会场|合影|资料图片?|效果图|示意图|图片|照片|截图)[图片照。]{0,3}"
)
_GOES_ON = re.compile(r"(?:摄|供图|摄影|提供)[）)]?\s*[^\s。）)].{12}")
"""A photographer in the middle: a page ran the caption and what follows together."""
_SENTENCE = re.compile(r"[^。！？]{1,60}[。！？]?")
_LETTERS = re.compile(r"[\W_]+")


def caption_at(lines: list[Line], i: int) -> int | None:
    """The line behind the caption that begins with line `i`; None where none begins.

    A caption is opened by 图为, 图①：, an arrow to its picture, or closed by its photographer. One that
    a narrow column broke goes on up to its sentence's end.
    """
    text = lines[i].text
    if len(text) > LONGEST or lines[i].heading or _GOES_ON.search(text) or find_dateline(text, within=0) is not None:
        return None
    if _EMPTY.fullmatch(text.strip(_ARROWS + " ")):
        return i + 1
    if _OPENS.match(text):
        return _end(lines, i)
    before = lines[i - 1].text if i else ""
    apart = not before or not is_broken(before) or is_heading(before) or len(before) < 0.6 * len(text)
    if apart and _shot(text):
        return i + 1
    alone = i + 1 == len(lines) or not _ARROW.match(lines[i + 1].text)
    if i and apart and len(text) <= 60 and _SENTENCE.fullmatch(text) and not is_heading(text) and _signed(lines, i + 1):
        return i + 1
    if _ARROW.match(text) and alone and not (i and _ARROW.match(before)) and _SENTENCE.fullmatch(text):
        return i + 1
    return None


def _end(lines: list[Line], i: int) -> int:
    """Where a caption ends that the opening shows: behind its line, or where a narrow column ends its sentence."""
    width = len(lines[i].text) + 2
    for end in range(i + 1, min(i + _LINES, len(lines)) + 1):
        if not is_broken(lines[end - 1].text) or _shot(lines[end - 1].text):
            return end
        if end == len(lines) or len(lines[end].text) > width or lines[end].heading:
            break
    return i + 1


def _shot(text: str) -> bool:
    """Whether a line ends with its photographer, and says something before."""
    match = _SHOT.search(text)
    if match is None or sum(c.isalnum() for c in text[: match.start()]) < 4 or read_credits(text) is not None:
        return False
    said = _by(match)
    return said is not None and bool(said.names or said.source)


def _by(match: re.Match[str]) -> Credits | None:
    """Who took the picture: an agency's form 新华社发（…摄） names the photographer in brackets."""
    agency = _AGENCY.fullmatch(match["by"])
    return read_credits(agency["name"], bare=1) if agency else read_credits(match["by"])


def _signed(lines: list[Line], i: int) -> bool:
    """Whether line `i` names a photographer and nothing else."""
    return (
        i < len(lines) and _PHOTOGRAPHER.search(lines[i].text) is not None and read_credits(lines[i].text) is not None
    )


def whole(lines: list[Line]) -> Line:
    """A caption's lines as one."""
    return Line(join(line.passage for line in lines), sheet=lines[0].sheet)


def bare(caption: Passage) -> tuple[Passage, Credits]:
    """A caption less the arrow in front and its photographer, and who that is."""
    match = _SHOT.search(caption.text)
    said = _by(match) if match is not None else None
    kept = caption if match is None or said is None else caption.part(0, match.start())
    return kept.strip(_ARROWS + " \u3000\xa0"), said or Credits()


def says_more(caption: str, text: str) -> bool:
    """Whether a bare caption says something that a text does not: else all of its pairs of letters but one in ten stand there."""
    if _EMPTY.fullmatch(caption):
        return False
    opened = _OPENS.match(caption)
    letters, other = _LETTERS.sub("", caption[opened.end() :] if opened else caption), _LETTERS.sub("", text)
    pairs = [letters[k : k + 2] for k in range(len(letters) - 1)]
    return sum(pair not in other for pair in pairs) > max(1, len(pairs) // 10)


def kept_captions(shown: list[Passage], paragraphs: list[Passage], edges: Edges) -> list[Passage]:
    """The captions that say more than the text and those before them; whom they name goes to the edges."""
    kept: list[Passage] = []
    for caption in shown:
        caption, said = bare(caption)
        edges.names += said.names
        caption = without_photographers(caption, edges)
        if says_more(caption.text, "".join(other.text for other in [*paragraphs, *kept])):
            kept.append(caption)
    return kept


def as_printed(paragraphs: list[Passage], captions: list[Passage]) -> str:
    """The text with its captions where the page has them: what names the article, so that moving them renames nothing."""
    placed = list(paragraphs)
    for caption in captions:
        at = _source(caption)
        behind = next((i for i, part in enumerate(placed) if _source(part) > at), len(placed))
        placed.insert(behind, caption)
    return "\n".join(part.text for part in placed)


def _source(passage: Passage) -> int:
    return passage.pieces[0].source if passage.pieces else -1
