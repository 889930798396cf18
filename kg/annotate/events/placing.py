"""Which division the statement that reports a meeting gives as its holder or its place."""

from __future__ import annotations

import re

from kg.annotate.events.joins import PLACE_AT_VENUE, PLACE_HELD_IN, PLACE_OF_HOLDER
from kg.annotate.events.levels import level, run_of
from kg.annotate.events.names import MeetingName
from kg.annotate.events.statements import Statement, full_width, within
from kg.annotate.layer import Layer, Link
from kg.annotate.places.setting import link
from kg.lexicon import load

_REACH = 60
"""Characters from the verb within which the division that holds or houses a meeting stands."""
_BEHIND_PLACE = 24
"""Characters from a division that holds a meeting to the verb."""

_NAMED = re.compile(
    r"(?:^|[，。：；日）午晚讯]|\s)(?P<name>(?![我全该本各此])[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道|村|社区|县|区|市))"
    r"(?:[在于][^，。]{1,24}?)?(?:高规格|隆重|组织|正式|成功|顺利|联合|集中)*(?:召开|举行|举办|开展)"
)
"""A division that holds a meeting, by its name's last character alone: one that the gazetteer leaves open."""
_NO_DIVISION = re.compile(r"多|两|个|[小城园校景县市地社]区$|[超夜城集股上]市$|[农乡山]村$|乡镇$")
_ORGAN = re.compile(
    r"(?:[一二三四五六七八九十]+届)?(?:人大|政协|人民政府|政府|纪委|人民代表大会|党委|常委会)"
    r"|委(?=常委|理论|全面|办|[^，。]{0,12}(?:会|组))"
)
_HOLDS = re.compile(
    r"(?:[^，。在于]{0,12}?[委局办组会院团校司部厅府市])?[^，。在于]{0,16}?"
    r"(?:，?[在于][^，。]{1,20}?)?(?:高规格|隆重|组织|联合|紧急|正式|成功|顺利)?(?:召开|举行|举办|组织(?!部))"
)
_IN = re.compile(r"[在于][^，。]{0,3}$")
_HERE = re.compile(
    r"[”]?(?:隆重|正式|成功|顺利|盛大|圆满|同步|如期|胜利|组织|联合|共同|分别)*"
    r"(?:召开|举行|举办|开展|开幕|闭幕|启动|开班|开营|落幕)"
)
_AT_VENUE = re.compile(rf"[^，。；]{{1,20}}?{_HERE.pattern}")
"""A hall or a school between the division and the verb: a hint only where nothing tells whose article it is."""
_VILLAGE = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{1,7}}(?:村|社区)){_HERE.pattern}")
_IN_NAMED = re.compile(
    r"在(?:[\u4e00-\u9fff]{2,8}?[县区市])?(?:[\u4e00-\u9fff]{1,5}?(?:镇|乡|街道))?"
    rf"(?P<name>(?![全该本各此一])[\u4e00-\u9fff]{{1,5}}?(?:镇|乡|街道|村|社区))(?:主持)?{_HERE.pattern}"
)
"""A town or village where a meeting is held, that the gazetteer leaves open."""
_LETTER = re.compile(rf"在(?P<letter>[{''.join(load('province_letters').entries)}]){_HERE.pattern}")
_BEGINS = re.compile(r"(?:^|[，。：；\n\d日）午晚]|讯|下午|上午|还有)$")
_LAYS_DOWN = re.compile(r"(?:进一步|还|再次)?(?:明确|部署|安排|提出|强调|要求)")
_SUBJECT_BEHIND = re.compile(r"[上中]，")
_HOURS = ("上午", "下午", "晚上", "当天")


def place_beside(layer: Layer, statement: Statement, verb: int, name: MeetingName) -> Link | None:
    """The division that a statement says held the meeting: in front of 召开, or between 在 and 举行."""
    text = full_width(layer.article.text)
    others = [
        sign.start for sign in statement.signs.values() if isinstance(sign, MeetingName) and sign.start > name.end
    ]
    for place in within(
        layer.places, max(statement.start, verb - _REACH), min(statement.end, max(verb, name.end) + _REACH)
    ):
        if name.start <= place.start < name.end or place.level in ("nation", "site"):
            continue
        if any(name.end < other < place.start for other in others):
            continue
        run, front = run_of(layer, place), text[max(statement.start, place.start - 4) : place.start]
        if _IN.search(front):
            if village := _VILLAGE.match(text, run.end):
                return Link(village["name"], run.start, village.end("name"), PLACE_HELD_IN.id)
            if _HERE.match(text, run.end):
                return link(run, PLACE_HELD_IN.id)
            if layer.home is None and _AT_VENUE.match(text, run.end):
                return link(run, PLACE_AT_VENUE.id)
        elif place.end <= verb <= run.end + _BEHIND_PLACE and _holds(layer, run.end, verb, front):
            return link(run, PLACE_OF_HOLDER.id)
    if name.start <= verb < name.end and (behind := _SUBJECT_BEHIND.match(text, name.end)):
        for place in within(layer.places, behind.end(), behind.end() + _REACH):
            if place.start == behind.end() and _LAYS_DOWN.match(text, run_of(layer, place).end):
                return link(run_of(layer, place), PLACE_OF_HOLDER.id)
    return (
        _body_in_front(layer, statement, verb)
        or _named_in_front(layer, statement, verb)
        or _by_letter(layer, statement, verb, name)
    )


def _by_letter(layer: Layer, statement: Statement, verb: int, name: MeetingName) -> Link | None:
    """The province of 在沪举行, where the article is its own or no other's."""
    text = full_width(layer.article.text)
    match = _LETTER.search(text, max(statement.start, verb - _REACH), min(statement.end, max(verb, name.end) + _REACH))
    if match is None:
        return None
    province = load("province_letters").table[match["letter"]]
    home = layer.home
    ours = home is None or province in (home.name, *home.parents)
    return Link(province, match.start("letter"), match.end("letter"), PLACE_HELD_IN.id) if ours else None


def _named_in_front(layer: Layer, statement: Statement, verb: int) -> Link | None:
    """What looks like a division's name at the head of the verb's clause, though no such division is known here."""
    text = full_width(layer.article.text)
    low = max(statement.start, verb - _REACH)
    for match in _IN_NAMED.finditer(text, low, min(statement.end, verb + 2)):
        if match.end() == verb + 2 and not _NO_DIVISION.search(match["name"]):
            return Link(match["name"], *match.span("name"), PLACE_HELD_IN.id)
    for match in _NAMED.finditer(text, low, min(statement.end, verb + 2)):
        start, end = match.span("name")
        if (
            match.end() == verb + 2
            and not _NO_DIVISION.search(match["name"])
            and not within(layer.people, start, verb)
            and not within(layer.dates, start, end)
        ):
            return Link(match["name"], start, end, PLACE_OF_HOLDER.id)
    return None


def _holds(layer: Layer, end: int, verb: int, front: str) -> bool:
    """Whether a place that ends at `end` is the subject of the verb, or the place of the body that is."""
    text = full_width(layer.article.text)
    if within(layer.people, end, verb) or not _HOLDS.match(text, end):
        return False
    return bool(_BEGINS.search(front or "，") or _ORGAN.match(text, end))


def _body_in_front(layer: Layer, statement: Statement, verb: int) -> Link | None:
    """The division of 市委 or 全区 at the head of the verb's clause, where no person stands between."""
    text = full_width(layer.article.text)
    begin = max(statement.start, max(text.rfind(mark, statement.start, verb) for mark in "，。：；") + 1)
    for date in within(layer.dates, begin, verb):
        begin = max(begin, date.end)
    while text.startswith(_HOURS, begin):
        begin += 2
    if begin >= verb or within(layer.people, begin, verb):
        return None
    return level(layer, begin, verb, PLACE_OF_HOLDER.id)
