"""Where names stand: behind posts, in lists, in front of posts and verbs, and wherever they come again."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace

from kg.annotate.layer import Layer, Link, PersonMention, PostMention
from kg.annotate.people.bylines import Bylines
from kg.annotate.people.doctrine import is_doctrine
from kg.annotate.people.followers import ends_here, follower
from kg.annotate.people.found import Found
from kg.annotate.people.holders import Chain, chains, name_slots, roles_of
from kg.annotate.people.offices import BEHIND_VERB, OFFICE
from kg.annotate.people.patterns import (
    AFTER_POST, AFTER_ROLE, AGAIN, APPOINTED, BARE_LIST, BEFORE_POST, BEFORE_ROLE, COMRADE, COUNTED, IN_LIST, LEADER, LIFE,
    OFFICE_HOLDER, SPEAKER, SURNAME,
)
from kg.annotate.people.readings import Reading, readings
from kg.annotate.posts.divisions import NATION
from kg.annotate.rule import Rule
from kg.lexicon import load

_SEPARATOR = re.compile(r"、[\s\u3000]*|[\s\u3000\xa0]+|(?:以及|和|与|及)(?!平|田)|[，,][\s\u3000]*")
_PRESENT = re.compile(r"(?:等[^，。；]{0,12})?(?:一同|一起|分别|共同)?(?:出席|参加|陪同|列席|参会|到会|见证)")
_CLAUSE = re.compile(r"(?<=[，。；：！？“”\n　 ])|^")
_APPOINTING = re.compile(r"(?:任命|免去|免除|接受|选举|补选|推选|推举|当选的是|提名|同意)(?=[\u4e00-\u9fff])")
_SAYING = re.compile(r"(?:[还又也则接着]{0,2})(?:说|称|表示|介绍|指出|强调|告诉|认为|坦言|透露|回忆|同志|先生|女士|要求)")
_BODY_END = re.compile(r"(?:大学|学院|公司|政府|集团|医院|银行|学校|[省市县区镇乡村州])$")
_NAME_FOLLOWS = re.compile(r"[^\u4e00-\u9fff]$|[由与和及对为向在被让请以将把的从同给是于、]$|(?:任命|宣布|免去|接受|提名|欢迎|祝贺|希望|其中|图为|同意|大学|学院|公司|集团|医院|学校|中心|支队|[局厅院所]|记者|决定|选举|补选|推选|代表|医生|校友|团队|党员|干部|同学|老师|学生|现年|战士|烈士)$")
_COUNTED = re.compile(r"等?(?:\d+|[一二两三四五六七八九十]+)[名位个]$")
_LIFE = re.compile(r"(?:[（(][^（）()\n]{1,10}[）)])?，[男女](?:，|,)|(?:出)?生于\d{4}|\d{4}年(?:\d{1,2}月)?出?生(?:于|，)")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_GENERAL_SECRETARY = "习近平"
"""Whose 主席 is the nation's wherever it stands."""
_LEADERS = re.compile(f"{_GENERAL_SECRETARY}|{load('state_leaders').alternation()}")
_MEMORIAL = re.compile("故居|纪念|像|题词|手书|号|诗词|广场")
_LEADING = re.compile(r"董事|经理|总裁|首席|行长|负责人|创始人|教授|院士|总监|研究员|主任医师")
"""Roles that a name follows nearly always."""
_ADDRESS = {"教授", "同学", "老师", "院士", "博士", "女士", "先生", "医生", "师傅", "教练"}


class Finder:
    """Finds the people of one article.

    `found` holds the mentions, `chains` the chains of titles; each pass adds to what is found.
    """

    def __init__(self, layer: Layer) -> None:
        self.text = layer.article.text
        self.layer = layer
        self.chains = chains(layer)
        self.found = Found()
        self._bylines = Bylines(self.text)
        self._titles = {title.start for chain in self.chains for title in chain.titles}
        self._places = {place.start: place.end for place in layer.places}
        self._ends = {title.end for chain in self.chains for title in chain.titles} | {place.end for place in layer.places}
        self._names = {(mention.start, mention.end) for mention in layer.names}

    def run(self) -> None:
        """All passes, the surest first."""
        self._leaders()
        for chain in self.chains:
            self._behind(chain)
        self._appointed()
        for chain in self.chains:
            self._in_front(chain)
        self._comrades()
        self._office()
        self._plural()
        self._bare_lists()
        self._again()
        self._speakers()
        self._again()

    def best(self, start: int, floor: float) -> Reading | None:
        """The best reading of a name at `start`, where it reaches `floor`; a name that a tagger saw gains by it."""
        if start in self._titles or self._bylines.cover(start):
            return None
        ranked = [(r.score + 4.0 * ((r.start, r.end) in self._names), r) for r in readings(self.text, start)]
        ranked = [(score - 4.0 * self._is_place(r), r) for score, r in ranked]
        score, reading = max(ranked, key=lambda pair: (pair[0], pair[1].end), default=(0.0, None))
        return reading if reading is not None and score >= floor and not is_doctrine(self.text, reading.end) else None

    def _is_place(self, reading: Reading) -> bool:
        """Whether a division's name begins where the reading does, and ends in it: 伊犁州, 山西华."""
        end = self._places.get(reading.start)
        return end is not None and end <= reading.end and reading.kind == "han"

    def _add(self, reading: Reading, rule: Rule[str], posts: list[PostMention], roles: list[PostMention], confidence: float) -> PersonMention | None:
        if self.text[reading.start : reading.end] == _GENERAL_SECRETARY:
            posts = [replace(post, of=Link(NATION, post.start, post.end, LEADER.id)) for post in posts]
        role, body = roles_of(roles)
        mention = PersonMention(
            reading.start, reading.end, rule.id, name=self.text[reading.start : reading.end], posts=list(posts),
            official=bool(posts), role=role, organization=body, confidence=confidence,
        )
        kept = self.found.add(mention)
        if kept is not None and kept is not mention:
            kept.posts.extend(post for post in posts if post not in kept.posts)
            kept.official = kept.official or bool(posts)
            kept.role, kept.organization = kept.role or role, kept.organization or body
        return kept

    def _behind(self, chain: Chain) -> None:
        posts = chain.posts
        if (known := self.found.before(chain.start)) is not None and known.end == chain.start:
            return
        for slot, near in name_slots(self.text, chain):
            floor = (-3.0 if posts else 0.0 if _LEADING.search(chain.titles[-1].title) else 3.5) if near else 5.0
            reading = self.best(slot, floor) or (self._shape(slot) if posts and near else None)
            if reading is None:
                continue
            rule = AFTER_POST if posts else AFTER_ROLE
            if self._add(reading, rule, posts, chain.roles, 0.95 if posts else 0.8) is None:
                continue
            chain.held = True
            self._list(reading.end, chain)
            return

    def _shape(self, start: int) -> Reading | None:
        """A name without a known family name, by its sure end: a comma of a list, with names behind it."""
        match = _HAN.match(self.text, start)
        if not match or start in self._titles or self._bylines.cover(start):
            return None
        for end in range(start + 2, match.end() + 1):
            if self.text.startswith("、", end):
                next_name = self.best(end + 1, 2.0)
                if next_name and next_name.end < len(self.text):
                    return Reading(start, end, 0.0, "shape")
        return None

    def _list(self, end: int, chain: Chain) -> None:
        """The names that follow one behind a chain, each sharing its titles."""
        while separator := _SEPARATOR.match(self.text, end):
            mark, slot = separator.group(), separator.end()
            strict = mark[0] in "，,"
            if strict and not chain.group:
                return
            floor = -3.5 if mark[0] == "、" else 4.0 if strict else 2.5 if mark.isspace() else 2.0
            reading = self.best(slot, floor)
            if reading is None and mark[0] == "、":
                reading = self._item(slot)
            if reading is None:
                return
            if strict and not (self.text.startswith(("、", "，"), reading.end) or _PRESENT.match(self.text, reading.end)):
                return
            if reading.end in self._titles:
                # 王某与韩某教授: this one has a title of its own
                return
            if self._add(reading, IN_LIST, chain.posts, chain.roles, 0.92) is None:
                return
            end = reading.end

    def _item(self, start: int) -> Reading | None:
        """An item of a list of names that looks like none known, between sure marks."""
        match = _HAN.match(self.text, start)
        if not match or start in self._titles:
            return None
        for end in range(start + 2, match.end() + 1):
            if self.text.startswith(("、", "等", "，", "。"), end) or follower(self.text, end) in ("参加", "出席", "陪同"):
                if self.text.startswith("、", end) and self.best(end + 1, -1.0) is None:
                    return None
                return Reading(start, end, 0.0, "shape")
        return None

    def _appointed(self) -> None:
        for match in _APPOINTING.finditer(self.text):
            if reading := self.best(match.end(), 0.5):
                self._add(reading, APPOINTED, [], [], 0.85)

    def _ending(self, end: int, floor: float) -> Reading | None:
        """The best reading that ends at `end`, behind a mark or anything that is no part of it."""
        options = []
        for length in (2, 3, 4):
            start = end - length
            if start < 0 or self.found.crosses(start, end):
                continue
            options += [r for r in readings(self.text, start) if r.end == end and r.score >= floor]
        if match := re.search(r"[\u4e00-\u9fff]{1,7}(?:[·•][\u4e00-\u9fff]{1,9})+$", self.text[max(0, end - 20) : end]):
            start = end - len(match.group())
            options += [r for r in readings(self.text, start) if r.end == end]
        kept = [(r.score + 0.8 * (r.end - r.start) + self._left(r), r) for r in options if not self._bylines.cover(r.start)]
        return max((pair for pair in kept if pair[0] >= floor + 1.6), key=lambda pair: pair[0], default=(0.0, None))[1]

    def _left(self, reading: Reading) -> float:
        """What stands in front of a name that was read from its end: a mark, a title, a word that names follow, or part of a longer word."""
        start = reading.start
        if _BODY_END.search(self.text, start, reading.end):
            return -8.0
        if start == 0 or start in self._ends or _NAME_FOLLOWS.search(self.text, max(0, start - 3), start):
            return 0.0
        return -2.5

    def _in_front(self, chain: Chain) -> None:
        """A name right in front of a plain title: 王龙江市长, 施岩教授."""
        title = chain.titles[0]
        if chain.held or chain.group or title.organization and title.rule in (AFTER_POST.id,):
            return
        start = title.start
        if self.text[start : title.end] != title.title:
            return
        known = self.found.before(start)
        if known is not None and known.end == start:
            self._add(Reading(known.start, known.end, 0.0), BEFORE_POST, chain.posts, chain.roles, 0.9)
            chain.held = bool(chain.posts) or not known.official
            return
        if chain.posts or title.title in _ADDRESS:
            rule = BEFORE_POST if chain.posts else BEFORE_ROLE
            if reading := self._ending(start, 4.5):
                if is_doctrine(self.text, reading.end):
                    return
                if self._add(reading, rule, chain.posts, chain.roles, 0.85):
                    chain.held = True

    def _comrades(self) -> None:
        for match in re.finditer("同志(?!们|为核心|为班长)", self.text):
            if reading := self._ending(match.start(), 1.0):
                self._add(reading, COMRADE, [], [], 0.85)

    def _office(self) -> None:
        """A name in front of a verb of office with a post behind, and in front of 男, 女 in an account of a life."""
        starts = [chain.start for chain in self.chains]
        for match in OFFICE.finditer(self.text):
            i = bisect.bisect_left(starts, match.end())
            if i < len(starts) and BEHIND_VERB.fullmatch(self.text, match.end(), starts[i]) and (reading := self._ending(match.start(), 3.0)):
                self._add(reading, OFFICE_HOLDER, [], [], 0.8)
        for match in _LIFE.finditer(self.text):
            if reading := self._ending(match.start(), 2.0):
                self._add(reading, LIFE, [], [], 0.85)

    def _plural(self) -> None:
        """另有江某、邹某等5名副市长: names in front of a post that counts them."""
        for chain in self.chains:
            if chain.held or chain.group or not chain.posts:
                continue
            match = _COUNTED.search(self.text, max(0, chain.start - 12), chain.start)
            if not match:
                continue
            end = match.start()
            run: list[Reading] = []
            while reading := self._ending(end, 1.0):
                run.append(reading)
                if self.text[reading.start - 1 : reading.start] != "、":
                    break
                end = reading.start - 1
            if len(run) >= 2:
                chain.held = True
                for reading in run:
                    self._add(reading, COUNTED, chain.posts, chain.roles, 0.85)

    def _leaders(self) -> None:
        for match in _LEADERS.finditer(self.text):
            if match.group() == _GENERAL_SECRETARY:
                if not is_doctrine(self.text, match.end()) and ends_here(self.text, match.end()) > 0:
                    self._add(Reading(match.start(), match.end(), 9.0), LEADER, [], [], 0.95)
            elif not is_doctrine(self.text, match.end()) and not _MEMORIAL.match(self.text, match.end()):
                if mention := self._add(Reading(match.start(), match.end(), 9.0), LEADER, [], [], 0.8):
                    mention.official = True

    def _bare_lists(self) -> None:
        """唐某，袁某、彭某参加会议: names without a post in a list of those present."""
        for match in re.finditer(r"(?<=[，。；：\n])(?=[\u4e00-\u9fff]{2,4}[、，][\u4e00-\u9fff]{2,4}[、，等出参陪])", self.text):
            at, run = match.end(), []
            while reading := self.best(at, 2.0) or (self.best(at, -1.0) if run else None):
                run.append(reading)
                separator = re.compile(r"[、，]").match(self.text, reading.end)
                if separator is None:
                    break
                at = separator.end()
            if len(run) >= 2 and _PRESENT.match(self.text, run[-1].end):
                for reading in run:
                    if mention := self._add(reading, BARE_LIST, [], [], 0.8):
                        mention.official = True

    def _speakers(self) -> None:
        for match in _CLAUSE.finditer(self.text):
            start = match.end()
            reading = self.best(start, 6.0)
            if reading is None or self.found.crosses(reading.start, reading.end):
                continue
            name = self.text[reading.start : reading.end]
            told = [m for m in re.finditer(re.escape(name), self.text) if not self._bylines.cover(m.start())]
            if len(told) >= 2 and _SAYING.match(self.text, reading.end):
                self._add(reading, SPEAKER, [], [], 0.6)

    def _again(self) -> None:
        """Every other place where a name found stands; a family name with a post, where only one person bears it."""
        names = sorted({mention.name for mention in self.found.mentions}, key=lambda name: (-len(name), name))
        for name in names:
            for match in re.finditer(re.escape(name), self.text):
                start, end = match.span()
                if self.found.crosses(start, end) or self._bylines.cover(start) or is_doctrine(self.text, end):
                    continue
                if len(name) == 2 and ends_here(self.text, end) < -0.5:
                    continue
                if name == _GENERAL_SECRETARY:
                    continue
                self.found.add(PersonMention(start, end, AGAIN.id, name=name, confidence=0.9))
        for chain in self.chains:
            if chain.held or chain.group or not chain.posts:
                continue
            start = chain.start - 1
            if start < 0 or self.found.crosses(start, chain.start) or self.text[chain.start : chain.titles[0].end] != chain.titles[0].title:
                continue
            bearers = {m.name for m in self.found.mentions if m.name[0] == self.text[start] and m.official and "·" not in m.name}
            before = self.text[start - 1] if start else "\n"
            if len(bearers) == 1 and not ("\u4e00" <= before <= "\u9fff" and self.found.before(start) is None):
                title = chain.titles[0].title
                name = next(iter(bearers))
                if any(post.title.endswith(title) for m in self.found.mentions if m.name == name for post in m.posts):
                    self.found.add(PersonMention(start, chain.start, SURNAME.id, name=name, confidence=0.75))
                    chain.held = True
