"""Posts that stand away from a name: 王某任…市长, accounts of a career."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace

from kg.annotate.layer import Layer, PersonMention
from kg.annotate.people.holders import Chain
from kg.annotate.people.offices import BEHIND_VERB, CONTINUES, COPULA, FOR_WHOM, OFFICE, TENURE, Status, status_of
from kg.annotate.people.patterns import CAREER, LIFE, TAKES_OFFICE
from kg.annotate.people.search import Search

_VAGUE = re.compile(
    r"(?:地级市|省辖市|副省级城市|省直管|国家级|市辖区|设区市|县级市?|[省市区]直单位|[正副]?[厅处]级|省管|市管)"
)
"""A kind of post and no post: 拟任设区市委书记."""
_LEAVES = re.compile("不再|卸任|辞去|免去|离任")
_IDENTITY = re.compile("的?身份")
_SOCIETY = re.compile("(?:会长|理事长)$")
"""By itself no public post: the head of a trade association is elected too."""
_SERIES = re.compile("历|曾|先后")
_IN_BRACKET = re.compile(r"[（(](?:挂职)?$")
"""In front of a verb of office that says something by the way: 副局长级（挂职任…副局长）."""
_SENTENCE_END = re.compile("[。\n]")
_REPLACED = re.compile("(?:接替|接棒|取代)[^，。；、]{0,20}$")
_COUNTED = re.compile("[位名个]$|迎来$")
_PRONOUN = re.compile(r"[他她其]")


class _Reader:
    """Reads one article's posts of office in order, and remembers whom it is about."""

    def __init__(self, layer: Layer, search: Search) -> None:
        self.layer, self.text, self.search = layer, layer.article.text, search
        self.verbs = list(OFFICE.finditer(self.text))
        self._ends = [m.end() for m in self.verbs]

    def verb_before(self, start: int) -> re.Match[str] | None:
        """The verb of office that governs what begins at `start`."""
        i = bisect.bisect_right(self._ends, start) - 1
        while i >= 0 and start - self._ends[i] <= 14:
            verb = self.verbs[i]
            if BEHIND_VERB.fullmatch(self.text, verb.end(), start):
                # 这三位新任副厅长: of whom it is said, no name tells
                return None if _COUNTED.search(self.text, max(0, verb.start() - 2), verb.start()) else verb
            i -= 1
        return None

    def series_end(self, verb: re.Match[str]) -> int:
        """How far a verb of several posts reaches: to the sentence's end, the next verb of office, the next name."""
        end = _SENTENCE_END.search(self.text, verb.end())
        stop = end.start() if end else len(self.text)
        i = bisect.bisect_right(self._ends, verb.end())
        while i < len(self.verbs) and _IN_BRACKET.search(self.text, verb.end(), self.verbs[i].start()):
            i += 1
        if i < len(self.verbs):
            stop = min(stop, self.verbs[i].start())
        later = next((m for m in self.search.found.mentions if m.start >= verb.end()), None)
        return stop if later is None else min(stop, later.start)

    def subject(self, at: int) -> PersonMention | None:
        """Whom a clause is about whose verb stands at `at`: the last person named before it, in the sentence or before."""
        mention = self.search.found.before(at)
        if mention is None:
            return None
        if _REPLACED.search(self.text, max(0, mention.start - 24), mention.start):
            # 王某接替李某，出任: it is the one who comes
            mention = self.search.found.before(mention.start) or mention
        begin, _ = self.layer.sentence_of(at)
        if mention.start >= begin:
            return mention
        if mention.rule == LIFE.id and self.text.count("\n", mention.end, at) <= 1:
            return mention
        # no name in the sentence so far: the one that the sentence before began with
        previous = self.layer.sentence_of(max(0, begin - 2))
        between = [m for m in self.search.found.mentions if previous[0] <= m.start < previous[1]]
        named = between[0] if between else mention
        line = self.text.rfind("\n", 0, at)
        return named if named.start > line or _PRONOUN.search(self.text, begin, at) else None


_AND = re.compile(r"(?:[（(][^（）()\n，。；]{1,14}[）)])?(?:同志)?[\s\u3000]?[、和][\s\u3000]?")
_THEN = re.compile(
    r"(?:[（(][^（）()\n，。；]{1,14}[）)])?(?:等?同志|[两二三四五六七八九十]人)?(?:分别|均|都|也|此前|之前){0,2}"
)


def _subjects(search: Search, last: PersonMention, verb: int) -> list[PersonMention]:
    """All of whom one verb of office says the same: 王某、李某当选为副县长."""
    found = [last]
    if not _THEN.fullmatch(search.text, last.end, verb):
        return found
    ends = {chain.end: chain.start for chain in search.chains}
    while before := search.found.before(found[-1].start):
        # 甲市委书记王某、乙市委书记李某曾任: the next one's own posts may stand between
        start = found[-1].start
        if not _AND.fullmatch(search.text, before.end, ends.get(start, start)):
            break
        found.append(before)
    return found


def _give(
    text: str,
    mention: PersonMention,
    chain: Chain,
    status: Status | None,
    rule: str,
    day: str | None = None,
    *,
    ends: bool = False,
) -> None:
    for post in chain.posts:
        if _VAGUE.match(text, post.start) or (
            not mention.official and not post.organization and _SOCIETY.search(post.title)
        ):
            continue
        held = replace(post, rule=rule, status=status or post.status)
        held.confidence = min(held.confidence, 0.85)
        held.since, held.until = (None, day) if ends else (day, None)
        mention.posts.append(held)
        mention.official = True
    chain.held = True


def _presents(text: str, known: PersonMention, chain: Chain) -> bool:
    """Whether a name in front says that the chain is that person's: 王某是…, 王某以…的身份."""
    if (copula := COPULA.match(text, known.end)) and copula.end() == chain.start:
        return not (copula.group().endswith("为") and FOR_WHOM.match(text, chain.end))
    return text[known.end : chain.start] == "以" and bool(_IDENTITY.match(text, chain.end))


_NO_DAY = re.compile("先后|历|现")
_BORN = re.compile(r"(?:生于|时间|年月)[：:]?$")
_BEHIND_DAY = re.compile(r"(?:起|后|，|,|开始)?[^，。；\n]{0,6}")


def _day(layer: Layer, verb: re.Match[str]) -> str | None:
    """The date right in front of the verb: 2021年2月起任. Neither 历任, which tells of several posts, nor 现任 has one."""
    if _NO_DAY.search(verb.group()):
        return None
    text = layer.article.text
    i = bisect.bisect_right(layer.dates, verb.start(), key=lambda date: date.end) - 1
    if i < 0 or not layer.dates[i].value or "/" in str(layer.dates[i].value):
        return None
    date = layer.dates[i]
    if _BORN.search(text, max(0, date.start - 4), date.start):
        return None
    return date.value if _BEHIND_DAY.fullmatch(text, date.end, verb.start()) else None


def give_posts(layer: Layer, search: Search) -> None:
    """Put posts behind a verb of office to the person that the clause is about."""
    reader, text = _Reader(layer, search), layer.article.text
    last: tuple[Chain, PersonMention, Status] | None = None
    series: tuple[int, PersonMention] | None = None
    for chain in search.chains:
        if chain.held or chain.group or not chain.posts:
            continue
        start = chain.start
        if verb := reader.verb_before(start):
            subject = reader.subject(verb.start())
            if subject is not None:
                day = _day(layer, verb) if status_of(verb) != "nominated" else None
                for person in _subjects(search, subject, verb.start()):
                    _give(
                        text,
                        person,
                        chain,
                        status_of(verb),
                        TAKES_OFFICE.id,
                        day,
                        ends=bool(_LEAVES.search(verb.group())),
                    )
                last = (chain, subject, status_of(verb))
                if not _IN_BRACKET.search(text, max(0, verb.start() - 3), verb.start()):
                    series = (reader.series_end(verb), subject) if _SERIES.search(verb.group()) else None
            continue
        if text[start - 1 : start] == "在" and TENURE.match(text, chain.end) and (holder := reader.subject(start - 1)):
            _give(text, holder, chain, "former", CAREER.id)
            continue
        known = search.found.before(start)
        if known is not None and _presents(text, known, chain):
            _give(text, known, chain, None, TAKES_OFFICE.id)
            last = (chain, known, "current")
            continue
        if series is not None and start < series[0]:
            _give(text, series[1], chain, "former", CAREER.id)
            continue
        if last is not None and CONTINUES.fullmatch(text, last[0].end, start):
            _give(text, last[1], chain, last[2], CAREER.id)
            last = (chain, last[1], last[2])
