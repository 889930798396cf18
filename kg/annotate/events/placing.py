"""Which division held a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.events.joins import (
    PLACE_HELD_IN,
    PLACE_IN_NAME,
    PLACE_OF_CHAIR,
    PLACE_OF_HOLDER,
    PLACE_OF_HOME,
    PLACE_OF_VISIT,
)
from kg.annotate.events.names import MeetingName
from kg.annotate.events.statements import Statement, full_width, within
from kg.annotate.layer import Layer, Link, PlaceMention
from kg.annotate.places.setting import division, link
from kg.lexicon.division import NATION

_FINE = ("nation", "province", "prefecture", "county", "town", "zone", "village", "site")
_REACH = 60
"""Characters from the verb within which the division that holds or houses a meeting stands."""
_BEHIND_PLACE = 24
"""Characters from a division that holds a meeting to the verb."""

_WORD = r"国家|全国|省|自治区|市|州|盟|县|区|旗|镇|乡|街道"
_BODY = (
    r"委|政府|人大|政协|[一二三四五六七八九十]+届|纪委|直|级|总工会|残联|妇联|团委|公安|教育|卫生|住建|财政|农业"
    r"|[\u4e00-\u9fff]{1,8}[局厅办委]"
)
_LEVEL = re.compile(rf"(?:中共)?(?P<word>{_WORD})(?={_BODY})")
_ALL = re.compile(r"全(?P<word>国|省|自治区|市|州|盟|县|区|旗|镇|乡|街道)|我(?P<our>省|市|州|县|区|旗|镇)")
_ORDINAL = re.compile(r"(?:20\d\d年(?:度)?)?第[\d一二三四五六七八九十百]+[次届]")
_ORGAN = re.compile(
    r"(?:[一二三四五六七八九十]+届)?(?:人大|政协|人民政府|政府|纪委|人民代表大会|党委|常委会)"
    r"|委(?=常委|理论|全面|办|[^，。]{0,12}(?:会|组))"
)
_HOLDS = re.compile(
    r"(?:[^，。在于]{0,12}?[委局办组会院团校司部厅府市])?[^，。在于]{0,16}?"
    r"(?:高规格|隆重|组织|联合|紧急|正式|成功|顺利)?(?:召开|举行|举办|组织)"
)
_IN = re.compile(r"[在于][^，。]{0,3}$")
_HERE = re.compile(
    r"[”]?(?:隆重|正式|成功|顺利|盛大|圆满|同步|如期|胜利)*(?:召开|举行|举办|开幕|闭幕|启动|开班|开营|落幕)"
)
_BEGINS = re.compile(r"(?:^|[，。：；\n\d日）午晚]|讯|下午|上午)$")
_COMPANY = re.compile(r"[^、，暨与]{0,12}?(?:集团|公司|银行|大学|学院|高校|商会|校友)")
"""What makes a short form at the head of a name a part of a body's name: 江苏…集团."""
_LEVELS = frozenset("省市州盟县区旗镇乡道")
_LAYS_DOWN = re.compile(r"(?:进一步|还|再次)?(?:明确|部署|安排|提出|强调|要求)")
_SUBJECT_BEHIND = re.compile(r"[上中]，")
_HOURS = ("上午", "下午", "晚上", "当天")


def _finest(places: list[PlaceMention]) -> PlaceMention | None:
    return max(places, key=lambda p: (_FINE.index(p.level), -p.start), default=None)


def _run(layer: Layer, first: PlaceMention) -> PlaceMention:
    """The finest of the places that follow on the first without a gap: 海州区 of 阜新市海州区."""
    run, at = [first], first.end
    for place in within(layer.places, at, at + _REACH):
        if place.start == at:
            run.append(place)
            at = place.end
    return _finest(run) or first


def _level(layer: Layer, start: int, end: int, rule: str) -> Link | None:
    """The division of 市委, 区政府, 全市 at the head of a stretch."""
    text = full_width(layer.article.text)
    if ordinal := _ORDINAL.match(text, start):
        start = ordinal.end()
    for match in filter(None, (pattern.match(text, start, end + 8) for pattern in (_LEVEL, _ALL))):
        word = match["word"] or match["our"]
        if found := division(layer, word, start, rule=rule):
            return Link(found.name, start, match.end(), rule, found.code)
    return None


def place_in_name(layer: Layer, name: MeetingName) -> Link | None:
    """The division at the head of the name, that of the body or of 全市 at its head, or that of the branch in brackets."""
    text = full_width(layer.article.text)
    inside = within(layer.places, name.start, name.end)
    if branch := next((p for p in inside if "会场" in text[p.end : name.end]), None):
        return link(branch, PLACE_IN_NAME.id)
    head = next((p for p in inside if p.start <= name.start + 1 or text[name.start : p.start].isdigit()), None)
    if head is None:
        return _level(layer, name.start, name.end, PLACE_IN_NAME.id)
    own = _run(layer, head)
    if text[own.end - 1] not in _LEVELS and _COMPANY.match(text, own.end, name.end):
        return None
    return (
        link(own, PLACE_IN_NAME.id) if own.level != "nation" else _level(layer, name.start, name.end, PLACE_IN_NAME.id)
    )


def place_beside(layer: Layer, statement: Statement, verb: int, name: MeetingName) -> Link | None:
    """The division that a statement says held the meeting: in front of 召开, or between 在 and 举行."""
    text = full_width(layer.article.text)
    for place in within(
        layer.places, max(statement.start, verb - _REACH), min(statement.end, max(verb, name.end) + _REACH)
    ):
        if name.start <= place.start < name.end or place.level in ("nation", "site"):
            continue
        run, front = _run(layer, place), text[max(statement.start, place.start - 4) : place.start]
        if _IN.search(front):
            if _HERE.match(text, run.end):
                return link(run, PLACE_HELD_IN.id)
        elif place.end <= verb <= run.end + _BEHIND_PLACE and _holds(layer, run.end, verb, front):
            return link(run, PLACE_OF_HOLDER.id)
    if name.start <= verb < name.end and (behind := _SUBJECT_BEHIND.match(text, name.end)):
        for place in within(layer.places, behind.end(), behind.end() + _REACH):
            if place.start == behind.end() and _LAYS_DOWN.match(text, _run(layer, place).end):
                return link(_run(layer, place), PLACE_OF_HOLDER.id)
    return _body_in_front(layer, statement, verb)


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
    if layer.home is None:
        return None
    own = {layer.home.name, *layer.home.parents}
    for visited in places:
        for place in within(layer.places, visited.start, visited.end):
            foreign = place.name not in own and not own & set(place.parents[:1])
            if place.start == visited.start and place.code and place.level in ("prefecture", "county") and foreign:
                return link(place, PLACE_OF_VISIT.id)
    return None


def place_of_home(layer: Layer, name: MeetingName) -> Link | None:
    """The article's own division."""
    home = layer.home
    return Link(home.name, name.start, name.end, PLACE_OF_HOME.id, home.code) if home else None
