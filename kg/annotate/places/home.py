"""The article's own division: what 我市, 全区 and 市委 mean in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from kg.annotate.places.candidates import Candidate, is_word
from kg.annotate.places.patterns import EVENT_BEHIND, HOME, HOME_MASTHEAD, HOME_METADATA, ORGAN
from kg.lexicon.division import Division
from kg.lexicon.gazetteer import Gazetteer, in_force
from kg.model.document import Article

_BARE = re.compile(
    r"(?:我|全|本)(?P<own>省|自治区|市|州|盟|区|县|旗)(?![场域间长城])"
    rf"|(?:(?<![\u4e00-\u9fff])|(?<=[的由在据按照和与经委及向到赴对任为]))(?P<organ>省|自治区|市|州|盟|区|县|旗)(?:{ORGAN}|直|里|级)"
)
"""A level word without a name: the article's own division, or one above it."""
_ORGAN_BEHIND = re.compile(ORGAN)
_ONLY_WHERE = re.compile(r"(?:在|于)$")
_LEAD = 120
_RANK = {"province": 0.5, "prefecture": 1.0, "county": 1.0}


@dataclass(slots=True)
class Evidence:
    """What speaks for one division: `score` in all, `strong` what is more than a place where something happened."""

    score: float = 0.0
    strong: float = 0.0
    first: tuple[int, int] = (1 << 30, 1 << 30)
    names: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """The article's division, where it says so (0, 0 for metadata), and the rule that told it."""

    division: Division
    start: int
    end: int
    rule: str
    confidence: float = 0.9


@dataclass(slots=True)
class Weighed:
    """The evidence by division, and how often each level word stands bare."""

    of: dict[Division, Evidence] = field(default_factory=lambda: defaultdict(Evidence))
    words: Counter[str] = field(default_factory=Counter)


def find_home(gazetteer: Gazetteer, article: Article, named: list[Candidate]) -> Found | None:
    """The article's division; None where it has none of its own, or two with the same right.

    Args:
        gazetteer: The gazetteer.
        article: Its `place` from the metadata decides where it is given; then its publisher's name counts most.
        named: What the text names.
    """
    on = article.published_on
    if article.place and (given := gazetteer.lookup(article.place, on, short=True)):
        return Found(given[0], 0, 0, HOME_METADATA.id, 1.0)
    weighed = weigh(gazetteer, article, named)
    masthead = _masthead(gazetteer, article.publisher, on)
    for division in masthead:
        weighed.of[division].score += 8 / len(masthead)
        weighed.of[division].strong += 8 / len(masthead)
    values = {d: value(gazetteer, d, weighed) for d in weighed.of}
    ranked = sorted(values, key=lambda d: (-values[d], d.code))
    if not ranked or values[ranked[0]] <= 0:
        return None
    best = ranked[0]
    rivals = [d for d in ranked[1:] if d.level == best.level and d not in gazetteer.parents(best) and best not in gazetteer.parents(d)]
    if rivals and not weighed.words and values[rivals[0]] > 0.75 * values[best] and best not in masthead:
        return None
    if not weighed.of[best].strong and not weighed.words:
        return None
    start, end = weighed.of[best].first
    rule = HOME_MASTHEAD.id if best in masthead and end > len(article.text) else HOME.id
    return Found(best, *((start, end) if end <= len(article.text) else (0, 0)), rule)


def _masthead(gazetteer: Gazetteer, publisher: str | None, on: str | None) -> list[Division]:
    """The divisions that a publisher's name begins with: 池州日报, 东至县人民政府网."""
    for start, end, surface in gazetteer.surfaces(publisher or ""):
        rest = (publisher or "")[end:]
        if start == 0 and rest and not rest.startswith(("大学", "学院", "银行", "青年")):
            found = in_force(list(surface.divisions), on)
            top = [d for d in found if d.level in ("province", "prefecture")] or found
            nested = [d for _, _, d in _full(gazetteer, publisher or "", on)]
            return nested[-1:] or top
    return []


def _full(gazetteer: Gazetteer, text: str, on: str | None) -> list[tuple[int, int, Division]]:
    return [(start, end, found[0]) for start, end, divisions in gazetteer.find(text) if len(found := in_force(list(divisions), on)) == 1]


def weigh(gazetteer: Gazetteer, article: Article, named: list[Candidate]) -> Weighed:
    """The evidence of the text: who is named where, and with what behind."""
    text, found = article.text, Weighed()
    inside = {i for c in named if not c.stem for i in range(c.start, c.end)}
    for match in _BARE.finditer(text):
        if match.start(match.lastgroup or 0) not in inside:
            word = match["own"] or match["organ"]
            found.words[word[-1] if word == "自治区" else word] += 2 if match["own"] else 1
    lead_end = article.body_start + _LEAD
    starts = {c.start for c in named}
    first_title = True
    for c in named:
        divisions = [d for d in c.divisions if c.sure or _level(d) in found.words]
        if not divisions or (not c.sure and (is_word(c.surface) and not _repeated(text, c))):
            continue
        weight = 1.0 if c.sure else 0.6
        strong = 0.0
        if c.start < article.body_start:
            weight += 2.5 + first_title
            strong += 1
            first_title = False
        elif c.start < lead_end:
            weight += 1.5
        if c.dateline or c.outlet:
            weight += 3
            strong += 2
        if not c.stem and _ORGAN_BEHIND.match(text, c.end):
            weight += 1.5
            strong += 1
        elif EVENT_BEHIND.match(text, c.end) and not _ONLY_WHERE.search(text[max(0, c.start - 1) : c.start]):
            weight += 2.5
            strong += 2
        if c.end in starts:
            weight *= 0.3
        for division in divisions:
            evidence = found.of[division]
            evidence.names += 1
            share = len(divisions) * (1 + evidence.names // 6)
            evidence.score += weight / share
            evidence.strong += strong / share
            evidence.first = min(evidence.first, (c.start, c.end))
    return found


def _level(division: Division) -> str:
    return division.name[-1]


def _repeated(text: str, c: Candidate) -> bool:
    return text.count(c.surface.text) > 2


def value(gazetteer: Gazetteer, division: Division, weighed: Weighed) -> float:
    """How much speaks for a division: what names it and what it lies in, and how often its level's word stands bare."""
    words, total = weighed.words, sum(weighed.words.values())
    above = sum(weighed.of[p].score for p in gazetteer.parents(division) if p in weighed.of)
    share = words[_level(division)] / total if total else 0.5
    if division.level == "county" and _level(division) != "市" and share > 0.25:
        # 市委 stands in a district's news too, but 区委 stands in a city's only where a district is its subject
        share = max(share, 0.8)
    return (weighed.of[division].score + 0.3 * above) * (0.3 + share) * _RANK.get(division.level, 0.5)
