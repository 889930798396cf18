"""The state of the search for the people of one article: what may be a name where, and what has been found."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.annotate.layer import Layer, Link, PersonMention, PostMention
from kg.annotate.people.bylines import Bylines
from kg.annotate.people.doctrine import GENERAL_SECRETARY, is_doctrine
from kg.annotate.people.found import Found
from kg.annotate.people.holders import chains, company_posts, roles_of
from kg.annotate.people.patterns import LEADER
from kg.annotate.people.readings import FOREIGN_END, Reading, readings
from kg.annotate.people.seen import Seen
from kg.annotate.posts.divisions import NATION
from kg.annotate.rule import Rule

_BODY_END = re.compile(r"(?:大学|学院|公司|政府|集团|医院|银行|学校|[省市县区镇乡村州籍裔])$")
_NAME_FOLLOWS = re.compile(
    r"[^\u4e00-\u9fff]$|[由与和及对为向在被让请以将把的从同给是于、局厅院所]$|(?:任命|宣布|免去|接受|提名|欢迎|祝贺|希望|其中|另有|还有|共有|包括|图为|同意|大学|学院|公司|集团|医院|学校|中心|支队|"
    r"记者|决定|选举|补选|推选|代表|医生|校友|团队|党员|干部|同学|老师|学生|现年|战士|烈士)$"
)
"""What a name may follow."""


_PAD = re.compile(r"(?<=^[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff]$)")
"""What widens a name of two characters: 张　伟."""
_ITEM_END = ("、", "，", "等")
_FILLS = 6.0
"""Log odds for a reading that ends where its item of a list does."""


class Search:
    """What the passes share: the article, its chains of titles, and `found`, the mentions so far."""

    def __init__(self, layer: Layer, seen: Seen) -> None:
        self.text = layer.article.text
        self.layer = layer
        self.chains = chains(layer)
        self.found = Found()
        self.bylines = Bylines(self.text)
        self.title_starts = {title.start for chain in self.chains for title in chain.titles}
        self._ends = {title.end for chain in self.chains for title in chain.titles} | {
            place.end for place in layer.places
        }
        self._places = {place.start: place.end for place in layer.places}
        self.seen = seen

    def candidates(self, start: int) -> list[Reading]:
        """All readings of a name that begins at `start`, the tagger's too; none in a byline or at a title."""
        if start in self.title_starts or self.bylines.cover(start):
            return []
        tagged = self.seen.beginning(self.text, start)
        return [*readings(self.text, start), *([tagged] if tagged is not None else ())]

    def best(self, start: int, floor: float, *, item: bool = False) -> Reading | None:
        """The best reading of a name that begins at `start`, where it reaches `floor`.

        A name that a tagger saw gains by it; one that begins with a division's name loses.

        Args:
            start: Where the name begins.
            floor: The least log odds.
            item: Whether it stands in a list, where a name fills its item up to the next mark.
        """
        if start in self.title_starts or self.bylines.cover(start):
            return None
        options = readings(self.text, start)
        tagged = self.seen.beginning(self.text, start)
        if tagged is not None:
            options = [reading for reading in options if reading.end != tagged.end or reading.score >= tagged.score]
            options += [tagged] * all(reading.end != tagged.end for reading in options)
        ranked = [
            (self._value(reading) + _FILLS * (item and self.text.startswith(_ITEM_END, reading.end)), reading)
            for reading in options
        ]
        score, reading = max(ranked, key=lambda pair: (pair[0], pair[1].end), default=(0.0, None))
        return reading if reading is not None and score >= floor and not is_doctrine(self.text, reading.end) else None

    def ending(self, end: int, floor: float) -> Reading | None:
        """The best reading of a name that ends at `end`, by its shape and by what stands in front of it."""
        options: list[Reading] = []
        for start in range(max(0, end - 4), end - 1):
            if not self.found.crosses(start, end):
                options += [r for r in readings(self.text, start) if r.end == end and r.score >= floor]
        if match := FOREIGN_END.search(self.text, max(0, end - 20), end):
            options += [r for r in readings(self.text, match.start()) if r.end == end]
        tagged = self.seen.ending(self.text, end)
        if tagged is not None:
            options = [r for r in options if r.start != tagged.start or r.score >= tagged.score]
            options += [tagged] * all(r.start != tagged.start for r in options)
        ranked = [
            (r.score + 0.8 * (r.end - r.start) + self._left(r) + self.seen.value(r), r)
            for r in options
            if not self.bylines.cover(r.start)
        ]
        score, reading = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
        return reading if reading is not None and score >= floor + 1.6 and not is_doctrine(self.text, end) else None

    def _value(self, reading: Reading) -> float:
        place = self._places.get(reading.start)
        in_place = place is not None and place <= reading.end and reading.kind == "han"
        return reading.score + self.seen.value(reading) - 4.0 * in_place

    def _left(self, reading: Reading) -> float:
        if _BODY_END.search(self.text, reading.start, reading.end):
            return -8.0
        return 0.0 if self.opens(reading.start) else -2.5

    def opens(self, start: int) -> bool:
        """Whether a name may begin at `start`, by what stands in front."""
        return start == 0 or start in self._ends or bool(_NAME_FOLLOWS.search(self.text, max(0, start - 3), start))

    def add(
        self,
        reading: Reading,
        rule: Rule[str],
        confidence: float,
        posts: list[PostMention] | None = None,
        roles: list[PostMention] | None = None,
        *,
        official: bool = False,
    ) -> PersonMention | None:
        """Keep a name; None where it crosses another. Found again, a mention keeps its rule and gains posts."""
        written = self.text[reading.start : reading.end]
        name = _PAD.sub("", written)
        if "某" in name:
            # kept back, whoever it is
            return None
        held = list(posts or ())
        if held:
            held += company_posts(self.layer, roles or ())
        if name == GENERAL_SECRETARY:
            held = [replace(post, of=Link(NATION, post.start, post.end, LEADER.id)) for post in held]
        role, body = roles_of(roles or ())
        mention = PersonMention(
            reading.start,
            reading.end,
            rule.id,
            name=name,
            posts=held,
            official=official or bool(held),
            role=role,
            organization=body,
            confidence=self.seen.confidence(confidence, reading.start, reading.end),
        )
        kept = self.found.add(mention)
        if kept is not None and kept is not mention:
            kept.posts.extend(post for post in held if post not in kept.posts)
            kept.official = kept.official or mention.official
            kept.role, kept.organization = kept.role or role, kept.organization or body
        return kept
