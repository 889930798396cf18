"""What speaks for a division as the article's own: who is named where, with what behind, and which level words stand bare."""

from __future__ import annotations

import bisect
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from kg.annotate.places.candidate import Candidate, is_word
from kg.annotate.places.candidates import candidates
from kg.annotate.places.patterns import EVENT_BEHIND, ORGAN
from kg.lexicon import load
from kg.lexicon.division import Division
from kg.lexicon.gazetteer import Gazetteer
from kg.model.document import Article

_BARE = re.compile(
    r"(?:我|全|本)(?P<own>省|自治区|市|州|盟|区|县|旗)(?![场域间长城])"
    r"|(?<![社园景校小城山灾老新战军库辖片海地街矿林牧农库港])(?<!府副)(?P<organ>省|自治区|市|(?<![\u4e00-\u9fff])[州盟]|区|县|旗)"
    rf"(?:{ORGAN}|直|里|级|[\u4e00-\u9fff]{{2,8}}?(?:局|委|办|厅|院)(?![势面部里内]))"
)
"""A level word without a name: the article's own division, or one above it."""
_ORGAN_BEHIND = re.compile(ORGAN)
WHERE = re.compile(r"(?:在|于|赴|到|来|往|访)(?:[一-鿿]{2,3}[省市]?)?$")
"""In front of a place where something takes place, its province perhaps between."""
_LOCAL = re.compile(
    r"[市县区州]?(?:日报|晚报|新闻|发布|融媒|广播|电视|时报|早报|晨报|特区报|在线|政府|人民政府|宣传|网|报)|\d|讯"
)
"""Behind a place in the name of an outlet or in a dateline."""
_ORIGIN = re.compile(r"籍|人(?![民大社才口均力员气文居间]|防办?)")
"""Behind the place that somebody comes from: 安徽滁州人."""
_NATIONAL = re.compile(r"网|新闻|在线|时报|早报|财经")
"""Behind a word in an outlet's name: 东方网 is not of 东方市."""
_CLAUSE = re.compile(r"[，。；：！？\s]")
_TOWN_ACTS = re.compile("在|隆重|组织|联合|开展|镇长|乡长|副")
"""Behind a town that does something, beside what organs and events say."""
_TOWN, _TWICE = 3, 2
"""Characters of a town's name that tells something, and how often one town counts."""
_LEAD = 120
"""Characters of the body in which an article says where it stands."""


@dataclass(slots=True)
class Evidence:
    """What speaks for one division."""

    score: float = 0.0
    strong: float = 0.0
    """The part that is more than a place where something took place."""
    first: tuple[int, int] | None = None
    """Where it is named first."""


@dataclass(slots=True)
class Weighed:
    """The evidence by division, and how often each level word stands bare."""

    gazetteer: Gazetteer
    on: str | None
    """The article's date."""
    of: dict[Division, Evidence] = field(default_factory=lambda: defaultdict(Evidence))
    words: Counter[str] = field(default_factory=Counter)
    said: set[str] = field(default_factory=set)
    """The level words that stand before an organ, bare or behind a name."""
    local: set[Division] = field(default_factory=set)
    """Those that the publisher or the dateline names."""
    gone_to: frozenset[int] = frozenset()
    """Where mentions begin at which something takes place."""

    def above(self, division: Division) -> list[Division]:
        """What it lies in on the article's date, finest first."""
        return self.gazetteer.parents(division, self.on)

    def add(self, divisions: list[Division], score: float, strong: float, at: tuple[int, int] | None = None) -> None:
        """Count a mention; one that may mean several counts a part for each."""
        for division in divisions:
            evidence = self.of[division]
            evidence.score += score / len(divisions)
            evidence.strong += strong / len(divisions)
            if at and (evidence.first is None or at < evidence.first):
                evidence.first = at


def weigh(gazetteer: Gazetteer, article: Article, named: list[Candidate]) -> Weighed:
    """The evidence of publisher, dateline, title and text."""
    weighed = Weighed(gazetteer, article.published_on)
    _level_words(article.text, named, weighed)
    _outside(gazetteer, article, weighed)
    counted: Counter[Division] = Counter()
    full = {d for c in named if c.sure and not c.stem for d in c.divisions}
    starts = {c.start for c in named}
    first = True
    weighed.gone_to = _gone_to(article.text, named)
    for c in named:
        doubtful, sure = is_word(c.surface) and not c.context, c.sure and not c.listed
        divisions = [d for d in c.divisions if sure or d in full or (not doubtful and d.name[-1] in weighed.said)]
        if not divisions:
            continue
        score, strong = _weight(article, c, where=c.start in weighed.gone_to)
        if first:
            score, first = score + 2, c.end in starts
        if c.end in starts:
            score, strong = 0.3 * score, 0
        seen = max(counted[d] for d in divisions)
        counted.update(divisions)
        weighed.add(divisions, score / (1 + seen // 6), strong, (c.start, c.end))
    _towns(gazetteer, article, weighed)
    return weighed


def _towns(gazetteer: Gazetteer, article: Article, weighed: Weighed) -> None:
    """What towns say of their county, where their name is no other town's: 桃浦镇召开 in an article that names no city."""
    text, counted = article.text, Counter[str]()
    for start, end in gazetteer.town_spans(text):
        name = text[start:end]
        if len(name) < _TOWN or counted[name] >= _TWICE or name[:-1] in load("zone_generic_modifiers"):
            continue
        acts = bool(_ORGAN_BEHIND.match(text, end) or EVENT_BEHIND.match(text, end) or _TOWN_ACTS.match(text, end))
        if not acts and text.count(name) < _TWICE:
            continue
        named = gazetteer.towns(name, article.published_on)
        county = gazetteer.parent(named[0], article.published_on) if len(named) == 1 else None
        if county is None:
            continue
        counted[name] += 1
        lead = start < article.body_start + _LEAD and not WHERE.search(text[max(0, start - 5) : start])
        weighed.add([county], 0.8 + 1.2 * lead + 0.5 * acts, 1.0 * (acts and lead), (start, end))


def _level_words(text: str, named: list[Candidate], weighed: Weighed) -> None:
    """Count the level words; one behind a division of its level in the same clause is that one's, and does not stand bare."""
    inside = {i for c in named if not c.stem for i in range(c.start, c.end)}
    ends = [c.end for c in named]
    for match in _BARE.finditer(text):
        at = match.start(match.lastgroup or 0)
        if at in inside:
            continue
        word = (match["own"] or match["organ"])[-1]
        weighed.said.add(word)
        last = bisect.bisect_right(ends, at) - 1
        of_named = match["organ"] and last >= 0 and named[last].divisions[0].name[-1] == word
        if not of_named or _CLAUSE.search(text, ends[last], at):
            weighed.words[word] += 2 if match["own"] else 1


def _outside(gazetteer: Gazetteer, article: Article, weighed: Weighed) -> None:
    """What the publisher's name and the dateline say: 池州日报, 红网时刻衡阳8月16日讯."""
    for said in dict.fromkeys(filter(None, (article.publisher, article.dateline))):
        for c in candidates(gazetteer, said, article.published_on):
            if c.end < len(said) and not _LOCAL.match(said, c.end) and not (c.start == 0 and said == article.publisher):
                continue
            if said.endswith("中国", 0, c.start) or (c.stem and is_word(c.surface) and _NATIONAL.match(said, c.end)):
                continue
            divisions = [d for d in c.divisions if d.level == "prefecture"] or c.divisions
            fresh = [d for d in divisions if d not in weighed.local]
            weight = 2.0 if divisions[0].level == "province" else 8.0
            weighed.add(fresh, weight, weight)
            weighed.local.update(fresh)


def _gone_to(text: str, named: list[Candidate]) -> frozenset[int]:
    """Where mentions begin at which something takes place; what is named right behind one lies in it: 到湘西州凤凰县."""
    found: set[int] = set()
    ends: set[int] = set()
    for c in named:
        if c.start in ends or WHERE.search(text[max(0, c.start - 5) : c.start]):
            found.add(c.start)
            ends.add(c.end)
    return frozenset(found)


def _weight(article: Article, c: Candidate, *, where: bool) -> tuple[float, float]:
    """The score of one mention, and how much of it is strong; `where` something takes place it tells less."""
    text = article.text
    score, strong = (1.0 if c.sure and not c.listed else 0.6), 0.0
    if _ORIGIN.match(text, c.end):
        return 0.3, 0.0
    if c.start < article.body_start:
        score += 0 if where else 2.5
        strong += 0 if where else 0.5
    elif c.start < article.body_start + _LEAD:
        score += 0.5 if where else 1.5
    if c.outlet:
        score += 2
        strong += 1
    elif not c.stem and _ORGAN_BEHIND.match(text, c.end):
        score += 1.5
        strong += 1
    elif not where and EVENT_BEHIND.match(text, c.end):
        score += 2.5
        strong += 2
    return score, strong
