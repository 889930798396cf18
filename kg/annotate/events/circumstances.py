"""When an event was and which division held it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from kg.annotate.events.names import MeetingName
from kg.annotate.events.patterns import (
    DATE_BESIDE,
    PLACE_HELD_IN,
    PLACE_IN_NAME,
    PLACE_OF_CHAIR,
    PLACE_OF_HOLDER,
    PLACE_OF_HOME,
    PLACE_OF_VISIT,
)
from kg.annotate.events.statements import Statement, full_width
from kg.annotate.layer import DateMention, Layer, Link, PlaceMention
from kg.annotate.places.setting import division, link
from kg.lexicon.division import NATION
from kg.model.dates import bounds

_VAGUE = re.compile(r"近日|日前|近期|此前|不久前|前不久|连日来|前段时间|近段时间")
_LEVEL = re.compile(
    r"(?:中共)?(?P<word>国家|全国|省|自治区|市|州|盟|县|区|旗|镇|乡|街道)(?=委|政府|人大|政协|[一二三四五六七八九十]+届|纪委|直|级|总工会|残联|妇联|团委|公安|教育|卫生|住建|财政|农业|[一-鿿]{1,8}[局厅办委])"
)
_ALL = re.compile(r"全(?P<word>国|省|自治区|市|州|盟|县|区|旗|镇|乡|街道)|我(?P<our>省|市|州|县|区|旗|镇)")
_ORDINAL = re.compile(r"(?:20\d\d年(?:度)?)?第[\d一二三四五六七八九十百]+[次届]")
_ORGAN = re.compile(
    r"(?:[一二三四五六七八九十]+届)?(?:人大|政协|人民政府|政府|纪委|人民代表大会|党委|常委会)|委(?=常委|理论|全面|办|[^，。]{0,12}(?:会|组))"
)
_HOLDS = re.compile(
    r"(?:党[工组委]*|政府|人民政府|[两三四]市|[^，。在于]{0,12}?[委局办组会院团校司部厅])?[^，。在于]{0,16}?(?:高规格|隆重|组织|联合|紧急|正式|成功|顺利)?(?:召开|举行|举办|组织)"
)
_IN = re.compile(r"[在于](?:[^，。]{0,3})$")
_ROOM = re.compile(
    r"[”]?(?:隆重|正式|成功|顺利|盛大|圆满|同步|如期|胜利)*(?:召开|举行|举办|开幕|闭幕|启动|开班|开营|落幕)"
)
_FINE = ("nation", "province", "prefecture", "county", "town", "zone", "village", "site")


_DATELINE = re.compile(
    r"(?:[之以]?前|起|底|消息|报道|讯|电(?!视|商|话|力|影)|刊发|发布[^，。]{0,6}(?:消息|通报)|出版|版)"
)


_LONGEST = dt.timedelta(days=31)
"""A stretch of days longer than this dates a period, not an event."""


def _short(value: str) -> bool:
    first, last = bounds(value)
    return last - first <= _LONGEST


def _days(layer: Layer, start: int, end: int) -> list[DateMention]:
    return [
        d
        for d in layer.dates
        if start <= d.start
        and d.end <= end
        and d.value
        and len(d.value) >= 7
        and _short(d.value)
        and not _DATELINE.match(full_width(layer.article.text), d.end)
    ]


def lead_date(layer: Layer, statements: Sequence[Statement]) -> DateMention | None:
    """The first day that the statements give."""
    found = (d for s in statements for d in _days(layer, s.start, s.end) if len(d.value or "") > 7)
    return next(found, None)


def date_beside(
    layer: Layer, statement: Statement, at: int, name: MeetingName | None
) -> tuple[str, tuple[int, int, str]] | None:
    """The date that the statement gives an event told at offset `at`: the last day before it, else the first behind; a month where there is no day.

    Returns:
        The value, and its stretch with the rule's id; None if the statement gives none.
    """
    found = [
        d
        for d in _days(layer, statement.start, statement.end)
        if name is None or d.end <= name.start or d.start >= name.end
    ]
    for exact in (True, False):
        kept = [d for d in found if (len(d.value or "") > 7) == exact]
        front = [d for d in kept if d.start < at and not _VAGUE.search(full_width(layer.article.text), d.end, at)]
        behind = [d for d in kept if d.start >= at and d.start - max(at, name.end if name else at) < 40]
        if front or (behind and exact):
            date = front[-1] if front else behind[0]
            # 8月3日（昨天): two words for one day; a day's own beginning of a longer stretch stays
            assert date.value is not None
            return date.value, (date.start, date.end, DATE_BESIDE.id)
    return None


def undated(layer: Layer, statement: Statement, at: int) -> bool:
    """Whether the statement says in front of the event that its day is left open: 近日, 此前."""
    return bool(_VAGUE.search(full_width(layer.article.text), statement.start, at))


_BEGINS = re.compile(r"(?:^|[，。：；\n\d日）午晚]|讯|下午|上午)$")
_COMPANY = re.compile(r"[^、，暨与]{0,12}?(?:集团|公司|银行|大学|学院|高校|商会|校友)")
"""What makes a place at the head of a name a part of a body's name."""
_LAYS_DOWN = re.compile(r"(?:进一步|还|再次)?(?:明确|部署|安排|提出|强调|要求)")
_SUBJECT_BEHIND = re.compile(r"[上中]，")


def _at(layer: Layer, start: int, end: int) -> list[PlaceMention]:
    return [p for p in layer.places if start <= p.start and p.end <= end]


def _finest(places: list[PlaceMention]) -> PlaceMention | None:
    return max(places, key=lambda p: (_FINE.index(p.level), -p.start), default=None)


def _level(layer: Layer, start: int, end: int, rule: str) -> Link | None:
    """The division of 市委, 区政府, 全市 at the head of a stretch."""
    text = full_width(layer.article.text)
    ordinal = _ORDINAL.match(text, start)
    start = ordinal.end() if ordinal else start
    for pattern in (_LEVEL, _ALL):
        match = pattern.match(text, start, end + 8)
        if match:
            word = match["word"] or match["our"]
            found = division(layer, word, start, rule=rule)
            if found:
                return Link(found.name, start, match.end(), rule, found.code)
    return None


def place_in_name(layer: Layer, name: MeetingName) -> Link | None:
    """The division at the head of the name, or that of the body or 全市 at its head."""
    head = [
        p
        for p in _at(layer, name.start, name.end)
        if p.start - name.start <= 1 or full_width(layer.article.text)[name.start : p.start].isdigit()
    ]
    branch = next(
        (p for p in _at(layer, name.start, name.end) if "会场" in full_width(layer.article.text)[p.end : name.end]),
        None,
    )
    if branch is not None:
        return link(branch, PLACE_IN_NAME.id)
    own = _finest(_run(layer, head))
    if own and _COMPANY.match(full_width(layer.article.text), own.end, name.end):
        return None
    if own and own.level != "nation":
        return link(own, PLACE_IN_NAME.id)
    return _level(layer, name.start, name.end, PLACE_IN_NAME.id)


def _run(layer: Layer, head: list[PlaceMention]) -> list[PlaceMention]:
    """Places that follow on the first without a gap: 阜新市海州区."""
    if not head:
        return []
    run, at = [head[0]], head[0].end
    for place in layer.places:
        if place.start == at:
            run.append(place)
            at = place.end
    return run


def place_beside(layer: Layer, statement: Statement, verb: int, name: MeetingName) -> Link | None:
    """The division that a statement says held the meeting: in front of 召开, or between 在 and 举行."""
    text = full_width(layer.article.text)
    for place in _at(layer, max(statement.start, verb - 60), min(statement.end, max(verb, name.end) + 60)):
        if name.start <= place.start < name.end or place.level in ("nation", "site"):
            continue
        front = text[max(0, place.start - 4) : place.start]
        run = _finest(_run(layer, [place]))
        assert run is not None
        if _IN.search(front):
            if _ROOM.match(text, run.end) or (
                place.level == "zone" and text.startswith(("召开", "举行", "举办"), run.end)
            ):
                return link(run, PLACE_HELD_IN.id)
        elif (
            place.end <= verb
            and verb - run.end <= 24
            and _HOLDS.match(text, run.end)
            and (_BEGINS.search(front or "，") or _ORGAN.match(text, run.end))
        ):
            return link(run, PLACE_OF_HOLDER.id)
    if name.start <= verb < name.end and (behind := _SUBJECT_BEHIND.match(text, name.end)):
        subject = [p for p in layer.places if p.start == behind.end()]
        if subject and (run := _finest(_run(layer, subject[:1]))) is not None and _LAYS_DOWN.match(text, run.end):
            return link(run, PLACE_OF_HOLDER.id)
    clause = max(text.rfind(mark, statement.start, verb) for mark in "，。：；") + 1
    begin = max(clause, statement.start)
    for date in layer.dates:
        if begin <= date.start < verb:
            begin = max(begin, date.end)
    while text[begin : begin + 2] in ("上午", "下午", "晚上", "当天"):
        begin += 2
    if begin >= verb or any(begin <= p.start < verb for p in layer.people):
        return None
    return _level(layer, begin, verb, PLACE_OF_HOLDER.id)


def place_of_chair(layer: Layer, chairs: Sequence[Link]) -> Link | None:
    """The division whose post the chair holds, by the mention that makes him the chair, else by any."""
    for chair in chairs:
        mine = sorted((p for p in layer.people if p.name == chair.name), key=lambda p: p.start != chair.start)
        for post in (post for person in mine for post in person.posts):
            if post.of is not None and post.of.code and post.status == "current" and post.of.name != NATION.name:
                return Link(post.of.name, post.start, post.end, PLACE_OF_CHAIR.id, post.of.code)
    return None


def place_of_visit(layer: Layer, places: Sequence[Link]) -> Link | None:
    """The division that the visit went to, if it is not one that the article's own lies in or that lies in it."""
    own = {layer.home.name, *layer.home.parents} if layer.home else set()
    for visited in places:
        inside = [
            p
            for p in _at(layer, visited.start, visited.end)
            if p.start == visited.start and p.code and p.level in ("prefecture", "county")
        ]
        for place in inside[:1]:
            if own and place.name not in own and not own & set(place.parents[:1]):
                return link(place, PLACE_OF_VISIT.id)
    return None


def place_of_home(layer: Layer, name: MeetingName) -> Link | None:
    """The article's own division."""
    home = layer.home
    return Link(home.name, name.start, name.end, PLACE_OF_HOME.id, home.code) if home else None
