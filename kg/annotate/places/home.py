"""The article's own division: what 我市, 全区 and 市委 mean in it."""

from __future__ import annotations

import re
from collections import Counter

from kg.annotate.places.patterns import HOME, METADATA
from kg.lexicon.division import Division
from kg.lexicon.gazetteer import Gazetteer
from kg.model.document import Article

_OWN = re.compile(
    r"(?:我|全|本)(省|市|州|盟|区|县|旗)(?![长委])"
    r"|(?:(?<![\u4e00-\u9fff])|(?<=[的由在据按照和与经]))(市|州|盟|区|县|旗)(?:委|政府|人大|政协|长|领导|直|里|级)"
)
_ORGAN = re.compile(r"(?:委|政府|人民政府|人大|政协|长|召开|举行|举办)")
_MASTHEAD = re.compile(r"(?:日报|晚报|新闻网|新闻|发布|时报|早报|晨报|电视台|广播|融媒|政府|网|在线|宣传部|云)")
_DATELINE = re.compile(r"(?:日报|晚报|新闻网|云|网|在线|发布|融媒体?中?心?)?讯|(?:日报|晚报|融媒体?中心|新闻网)记者")
_LEAD = 160


def _masthead(gazetteer: Gazetteer, publisher: str | None) -> list[Division]:
    """The divisions that a publisher's name may stand for: 池州日报, 东至县人民政府网."""
    if not publisher:
        return []
    named = [(start, name) for start, _, name in gazetteer.find(publisher)]
    found = [d for start, name in named if start <= 2 for d in gazetteer.lookup(name, short=True) if d.level != "town"]
    full = [d for _, name in named for d in gazetteer.lookup(name) if d.level not in ("town", "nation")]
    return full[-1:] or found


def _level_weights(text: str) -> Counter[str]:
    """How often each level word stands for the article's own division."""
    return Counter(next(filter(None, match.groups())) for match in _OWN.finditer(text))


def find_home(gazetteer: Gazetteer, article: Article, named: list[tuple[int, int, list[Division]]]) -> tuple[Division, str] | None:
    """The article's division and the rule that told it.

    Args:
        gazetteer: The gazetteer.
        article: The article; its `place` from the metadata decides where it is given.
        named: Divisions named in the text, `(start, end, candidates)`.
    """
    if article.place and (given := [d for d in gazetteer.lookup(article.place, short=True) if d.level != "town"]):
        return given[0], METADATA.id
    text, scores = article.text, Counter[Division]()
    words = _level_weights(text)
    total = sum(words.values()) or 1
    lead = article.body_start + _LEAD
    masthead = _masthead(gazetteer, article.publisher)
    for division in masthead:
        scores[division] += 8.0 / len(masthead)
    for start, end, candidates in named:
        candidates = [d for d in candidates if d.level not in ("town", "nation")]
        if not candidates:
            continue
        if text[start:end] != candidates[0].name and candidates[0].level == "county":
            # a county's bare stem speaks only where the county's own word is in use
            candidates = [d for d in candidates if words[d.name[-1]] and d.name[-1] != "市"]
            if not candidates:
                continue
        weight = (1.0 + 2.0 * (start < lead) + 2.0 * (start < article.body_start) + 2.5 * bool(_ORGAN.match(text, end))) / len(candidates)
        if _DATELINE.match(text, end) or _DATELINE.match(text, end + 1):
            weight += 5.0 / len(candidates)
        for division in candidates:
            scores[division] += weight
    if not scores:
        return None
    ranked = sorted(scores, key=lambda d: (-_value(gazetteer, d, scores, words, total), d.code))
    return ranked[0], HOME.id


def _value(gazetteer: Gazetteer, division: Division, scores: Counter[Division], words: Counter[str], total: int) -> float:
    """How much speaks for a division: what names it and what it lies in, and how often its level's word stands bare."""
    above = sum(scores[parent] for parent in gazetteer.parents(division))
    share = words[division.name[-1]] / total
    # 市委 stands in a district's news too, but 区委 stands in a city's only where a district is its subject
    if division.level == "county" and division.name[-1] != "市" and share > 0.25:
        share = max(share, 0.8)
    rank = {"province": 0.45, "prefecture": 1.0, "county": 0.85}.get(division.level, 0.5)
    return (scores[division] + 0.3 * above) * (0.3 + share) * rank
