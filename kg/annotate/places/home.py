"""The article's own division: what 我市, 全区 and 市委 mean in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kg.annotate.places.candidate import Candidate
from kg.annotate.places.evidence import Evidence, Weighed, weigh
from kg.annotate.places.patterns import HOME, HOME_METADATA, HOME_OUTLET, HOME_SOLE
from kg.lexicon.division import Division
from kg.lexicon.gazetteer import Gazetteer
from kg.model.document import Article

_FINE = frozenset("区县旗")
_WIDE_RANK = 0.7
"""What a mention of a province counts: news of a city names it too."""
_MISFIT = 0.3
"""What a division counts whose level is not that of the bare level words."""
_LOCAL = 0.6
"""The same for one that the publisher or the dateline names."""
_TOGETHER = re.compile(
    r"(?<![\d一二三四五六七八九十第])[两二三四五六七八九](?:省|市|县|区|地)(?:（[省市区县]）)?(?![级长委])"
)
_SUBJECT = 40
"""Characters of the body in which its subject stands."""
_FEW = 3
"""Bare level words fewer than this do not keep a division from giving way to what it lies in."""
_CLEARLY = 1.2
"""How much more must speak for what the best lies in, to be taken instead."""
_ALONE, _BESIDE = 6.0, 0.35
"""The score from which a place that the text names for sure is its own without more, and what any other may have."""
_RIVAL = 0.9
"""From which part of the best's value another division of its level has the same right."""
_NEAR = 20
"""How many characters behind it that other one is named first: 江西宜春、吉安今日迎来."""


@dataclass(frozen=True, slots=True)
class Home:
    """The article's division, where the text first names it (0, 0 if only others do), and the rule that told it."""

    division: Division
    start: int
    end: int
    rule: str
    others: tuple[Division, ...] = ()
    """Others of its name that have as good a right: it is not settled then."""


def find_home(gazetteer: Gazetteer, article: Article, named: list[Candidate]) -> Home | None:
    """The article's division; None where it has none of its own, or two with the same right.

    Args:
        gazetteer: The gazetteer.
        article: Its `place` from the metadata decides where it is given; then its publisher's name counts most.
        named: What the text names.
    """
    weighed = weigh(gazetteer, article, named)
    if article.place and (given := gazetteer.lookup(article.place, article.published_on, short=True)):
        return _given(given, weighed)
    best = _best(weighed)
    if best is None:
        return _sole(weighed)
    evidence = weighed.of[best]
    level = level_word(weighed.words)
    least = _RIVAL * _value(best, weighed, level)
    twins = [d for d in weighed.of if d.name == best.name and d != best]
    others = tuple(d for d in twins if _value(d, weighed, level) >= least)
    if evidence.first is None:
        return Home(best, 0, 0, HOME_OUTLET.id, others)
    if best not in weighed.local and (_several(article) or _only_where(evidence, weighed)):
        above = next((d for d in weighed.above(best) if d in weighed.local and d.level != "province"), None)
        return Home(above, *(weighed.of[above].first or (0, 0)), HOME_OUTLET.id) if above else _sole(weighed)
    return Home(best, *evidence.first, HOME.id, others)


def _sole(weighed: Weighed) -> Home | None:
    """The only division of the level whose word stands bare, named or with something in it named: 全省 in news from 长沙."""
    level = level_word(weighed.words)
    bare = level or (next(iter(weighed.words)) if len(weighed.words) == 1 else None)
    found: dict[Division, tuple[int, int]] = {}
    for division, evidence in weighed.of.items():
        for one in (division, *weighed.above(division)):
            if one.name[-1] == bare and evidence.first is not None:
                found[one] = min(found.get(one, evidence.first), evidence.first)
    if len(found) != 1:
        return None
    ((division, first),) = found.items()
    if level is None and not all(division in (d, *weighed.above(d)) for d, e in weighed.of.items() if e.first):
        return None
    return Home(division, *(first if division in weighed.of else (0, 0)), HOME_SOLE.id)


def _given(given: list[Division], weighed: Weighed) -> Home:
    """The division that the metadata name; of several of one name the one for which the article speaks."""
    same = [d for d in given if d.level == given[0].level]
    line = {d: sum(weighed.of[k].score for k in (d, *weighed.above(d)) if k in weighed.of) for d in same}
    most = max(line.values())
    best, *others = [d for d in same if line[d] == most]
    return Home(best, 0, 0, HOME_METADATA.id, tuple(others))


def _best(weighed: Weighed) -> Division | None:
    """The division for which most speaks: of the level whose word stands bare most, where one does."""
    level = level_word(weighed.words)
    values = {d: _value(d, weighed, level) for d in weighed.of}
    ranked = sorted(values, key=lambda d: (-values[d], d.code))
    if not ranked:
        return None
    best = _raised(ranked[0], weighed, level)
    if _has_rival(best, values, weighed):
        return None
    if level in _FINE and best.name[-1] != level and level not in (d.name[-1] for d in weighed.above(best)):
        return None
    return best


def _raised(best: Division, weighed: Weighed, level: str | None) -> Division:
    """The best, or what it lies in where that has the better right: an outlet's city, or far more mentions."""
    if level not in _FINE and weighed.words[level or ""] < _FEW:
        level = None
    for parent in weighed.above(best):
        if best.name[-1] == parent.name[-1] == "市" and parent in weighed.local:
            return parent
        fits = level is None or best.name[-1] != level or parent.name[-1] == level
        more = _own(parent, weighed, level) > _CLEARLY * _own(best, weighed, level)
        if fits and more and weighed.of[parent].strong >= weighed.of[best].strong:
            best = parent
    return best


def level_word(words: Counter[str]) -> str | None:
    """The level at which an article stands: the finest whose word stands bare often enough.

    市委 and 省委 stand in a district's news too, but 区委 in a city's only where a district is its subject.
    """
    total = sum(words.values())
    for group, share, few in (("区县旗", 0.25, 2), ("市州盟", 0.2, 1), ("省", 0.5, 2)):
        word = max(group, key=lambda w: words[w])
        if words[word] >= share * total and (words[word] > few or 2 * words[word] >= total > few - 1):
            return word
    return None


def _several(article: Article) -> bool:
    """Whether several divisions together are its subject: 四省（区）, 两市."""
    return bool(_TOGETHER.search(article.text, 0, article.body_start + _SUBJECT))


def _only_where(evidence: Evidence, weighed: Weighed) -> bool:
    """Whether it is named as the place where something takes place, which may be anyone's, and as nothing more."""
    assert evidence.first is not None
    others = max((e.score for e in weighed.of.values() if e is not evidence and e.score < evidence.score), default=0)
    alone = evidence.score >= _ALONE and others < _BESIDE * evidence.score
    if not weighed.said:
        return evidence.strong < 1 and not alone
    if alone or level_word(weighed.words) in _FINE:
        return False
    return not evidence.strong and evidence.first[0] in weighed.gone_to


def _value(division: Division, weighed: Weighed, level: str | None) -> float:
    """How much speaks for a division: what names it, and a little of what names those that it lies in."""
    above = sum(weighed.of[p].score for p in weighed.above(division) if p in weighed.of)
    return _own(division, weighed, level, 0.2 * above)


def _own(division: Division, weighed: Weighed, level: str | None, above: float = 0.0) -> float:
    fit = 1.0 if level is None or division.name[-1] == level else _LOCAL if division in weighed.local else _MISFIT
    return (weighed.of[division].score + above) * fit * (_WIDE_RANK if division.level == "province" else 1.0)


def _has_rival(best: Division, values: dict[Division, float], weighed: Weighed) -> bool:
    """Whether another division of its level, named as early and as much, has as good a right."""
    first = weighed.of[best].first
    if best in weighed.local or first is None:
        return False
    return any(
        d.level == best.level
        and d.name != best.name
        and values[d] > _RIVAL * values[best]
        and weighed.of[d].strong >= 1
        and (weighed.of[d].first or first)[0] < first[0] + _NEAR
        for d in values
        if d != best
    )
