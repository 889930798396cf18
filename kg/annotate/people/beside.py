"""Names beside titles: behind them, in the lists that follow, in front of them."""

from __future__ import annotations

import re

from kg.annotate.people.followers import ends_here, follower
from kg.annotate.people.holders import Chain, name_slots
from kg.annotate.people.parted import body_in_front, with_a_verb
from kg.annotate.people.patterns import AFTER_POST, AFTER_ROLE, BEFORE_POST, BEFORE_ROLE, COUNTED, IN_LIST
from kg.annotate.people.readings import Reading
from kg.annotate.people.search import Search
from kg.lexicon import load

_SEPARATOR = re.compile(r"[\s\u3000]{0,2}、[\s\u3000]*|[\s\u3000\xa0]+|(?:以及|和|与|及)(?!平|田)|[，,][\s\u3000]*")
PRESENT = re.compile(r"(?:等[^，。；]{0,12})?(?:一同|一起|分别|共同)?(?:出席|参加|陪同|列席|参会|到会|见证)")
"""What says that those just named were there."""
_NOTE = re.compile(r"[（(][^（）()\n，。；]{1,14}[）)](?=[\s\u3000]{0,2}、)")
_SYLLABLE = re.compile(load("minority_names").alternation())
_MARKED = 2.6
"""Log odds of a name's end at a mark."""
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_NO_START = frozenset("是为系有由和与及的")
_LEADING = re.compile(
    r"董事|经理|总裁|首席|行长|负责人|创始人|教授|院士|总监|研究员|主任医师|书记|主席|主任|会长|秘书长|理事长|[局院校部处]长"
)
"""Roles that a name follows nearly always."""
_ADDRESS = {"教授", "同学", "老师", "院士", "博士", "研究员", "副教授", "女士", "先生", "医生", "师傅", "教练"}
_COUNTED = re.compile(r"等?(?:\d+|[一二两三四五六七八九十]+)?[名位个]?$")


def behind(search: Search, chain: Chain) -> None:
    """The name behind a chain of titles, and those listed after it that share them."""
    if chain.held:
        return
    known = search.found.before(chain.start)
    if known is not None and known.end == chain.start:
        rest = _others(search, chain)
        if rest is None:
            return
        chain = rest
    chain = _less_governed(search, chain)
    posts = chain.posts
    for slot, near in name_slots(search.text, chain):
        if not near:
            floor = 5.0
        elif posts:
            floor = -3.0
        else:
            floor = 0.0 if _LEADING.search(chain.titles[-1].title) else 3.5
        reading = search.best(slot, floor) or (_shape(search, slot) if posts and near else None)
        if reading is None:
            continue
        if search.add(reading, AFTER_POST if posts else AFTER_ROLE, 0.95 if posts else 0.8, posts, chain.roles) is None:
            continue
        chain.held = True
        _list(search, reading.end, chain)
        return


_VERB = re.compile("(?:任|当选为?|履新)$")


def _less_governed(search: Search, chain: Chain) -> Chain:
    """The titles behind the comma, where a verb of office has those before it and a name follows: 王某曾任甲市委书记，乙市委书记李某."""
    text = search.text
    if not _VERB.search(text, max(0, chain.start - 3), chain.start) or search.best(chain.end, 3.0) is None:
        return chain
    for i in range(1, len(chain.titles)):
        if "，" in text[chain.titles[i - 1].end : chain.titles[i].start]:
            rest = Chain(chain.titles[i:])
            del chain.titles[i:]
            search.chains.insert(search.chains.index(chain) + 1, rest)
            return rest
    return chain


def _others(search: Search, chain: Chain) -> Chain | None:
    """The titles behind the first, where a name follows them: 丁某院士、教育部副部长陈某 are two people's."""
    if len(chain.titles) < 2 or search.text[chain.titles[0].end : chain.titles[1].start].strip() not in "、，及和与":
        return None
    if search.best(chain.end, 3.0) is None:
        return None
    rest = Chain(chain.titles[1:])
    del chain.titles[1:]
    search.chains.insert(search.chains.index(chain) + 1, rest)
    return rest


def _shape(search: Search, start: int) -> Reading | None:
    """A name without a known family name, by its sure end: the comma of a list, with a name behind it."""
    match = _HAN.match(search.text, start)
    if not match or start in search.title_starts or search.bylines.cover(start) or search.text[start] in _NO_START:
        return None
    for end in range(start + 2, match.end() + 1):
        if (
            end - start >= 3
            and _SYLLABLE.fullmatch(search.text, end - 2, end)
            and ends_here(search.text, end) >= _MARKED
        ):
            # 更智才让: an unknown first part, a last one that only such names have
            return Reading(start, end, 0.0, "minority")
        if (
            search.text.startswith("、", end)
            and (following := search.best(end + 1, 2.0))
            and following.end < len(search.text)
        ):
            return Reading(start, end, 0.0, "shape")
    return None


def _past_note(text: str, end: int) -> int:
    """Behind a bracket that says more of a listed name: 王某（女）、李某."""
    note = _NOTE.match(text, end)
    return note.end() if note else end


def _list(search: Search, end: int, chain: Chain) -> None:
    text = search.text
    while separator := _SEPARATOR.match(text, _past_note(text, end)):
        mark, slot = separator.group().strip() or separator.group(), separator.end()
        strict = mark[0] in "，,"
        if strict and not chain.group:
            return
        floor = -3.5 if mark[0] == "、" else 4.0 if strict else 2.5 if mark.isspace() else 2.0
        reading = search.best(slot, floor, item=mark[0] == "、") or (_item(search, slot) if mark[0] == "、" else None)
        if reading is None or reading.end in search.title_starts:
            # a title behind it is its own: 王某与韩某教授
            return
        if reading.score < 3.0 and reading.kind == "han" and ends_here(text, reading.end) < 0:
            # the list goes on with something else: 、苏某公司
            return
        if strict and not (text.startswith(("、", "，"), reading.end) or PRESENT.match(text, reading.end)):
            return
        if search.add(reading, IN_LIST, 0.92, chain.posts, chain.roles) is None:
            return
        end = reading.end


def _item(search: Search, start: int) -> Reading | None:
    """An item of a list of names that looks like none known, between sure marks."""
    text = search.text
    match = _HAN.match(text, start)
    if not match or start in search.title_starts:
        return None
    for end in range(start + 2, match.end() + 1):
        if text.startswith(("、", "等", "，", "。"), end) or follower(text, end) in ("参加", "出席", "陪同"):
            if text.startswith("、", end) and search.best(end + 1, -1.0) is None:
                return None
            return Reading(start, end, 0.0, "shape")
    return None


def in_front(search: Search, chain: Chain) -> None:
    """The name right in front of a plain title: 王龙江市长, 程知远教授."""
    title = chain.titles[0]
    if chain.held or chain.group or not title.title.endswith(search.text[title.start : title.end]):
        return
    known = search.found.before(title.start)
    if known is not None and known.end == title.start:
        search.add(Reading(known.start, known.end, 0.0), BEFORE_POST, 0.9, chain.posts, chain.roles)
        chain.held = bool(chain.posts) or not known.official
        _with_the_body(search, chain, known.start)
    else:
        seen = search.seen.ending(search.text, title.start) is not None
        if not (seen or chain.posts or title.title in _ADDRESS):
            return
        reading = search.ending(title.start, 1.0 if seen and chain.posts else 4.5)
        if reading and with_a_verb(search, reading):
            return
        if reading and search.add(reading, BEFORE_POST if chain.posts else BEFORE_ROLE, 0.85, chain.posts, chain.roles):
            chain.held = True
            _with_the_body(search, chain, reading.start)


def _with_the_body(search: Search, chain: Chain, start: int) -> None:
    if (before := body_in_front(search, chain, start)) and (mention := search.found.at(start)):
        mention.posts[:0] = before.posts
        before.held = True


def counted(search: Search, chain: Chain) -> None:
    """Names in front of a title that is said of all of them: 王某、李某等5名副市长."""
    if chain.held or not (match := _COUNTED.search(search.text, max(0, chain.start - 8), chain.start)):
        return
    if not match.group() or match.group() in "名位个":
        return
    end, run = match.start(), list[Reading]()
    while reading := search.ending(end, -0.5 if run else 1.0):
        run.append(reading)
        if search.text[reading.start - 1 : reading.start] not in "、和":
            break
        end = reading.start - 1
    if len(run) >= 2:
        chain.held = True
        for reading in run:
            search.add(reading, COUNTED, 0.85, chain.posts, chain.roles)
