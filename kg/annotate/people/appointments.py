"""Posts that stand away from a name: 王某任…市长, accounts of a career."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace

from kg.annotate.layer import Layer, PersonMention
from kg.annotate.people.holders import Chain
from kg.annotate.people.offices import BEHIND_VERB, CONTINUES, COPULA, OFFICE, Status, status_of
from kg.annotate.people.patterns import CAREER, TAKES_OFFICE
from kg.annotate.people.search import Search

_VAGUE = re.compile(r"(?:地级市|设区市|县级市?|[省市区]直单位|[正副]?[厅处]级|省管|市管)")
"""A kind of post and no post: 拟任设区市委书记."""
_LEAVES = re.compile("不再|卸任|辞去|免去|离任")
_IDENTITY = re.compile("的?身份")
_CLAUSE_END = re.compile("[。；\n]|，.*，")
_SOCIETY = re.compile("(?:会长|理事长)$")
"""By itself no public post: the head of a trade association is elected too."""
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
            if BEHIND_VERB.fullmatch(self.text, self._ends[i], start):
                return self.verbs[i]
            i -= 1
        return None

    def subject(self, at: int) -> PersonMention | None:
        """Whom a clause is about whose verb stands at `at`: the last person named before it, in the sentence or before."""
        mention = self.search.found.before(at)
        if mention is None:
            return None
        begin, _ = self.layer.sentence_of(at)
        if mention.start >= begin:
            return mention
        # no name in the sentence so far: the one that the sentence before began with
        previous = self.layer.sentence_of(max(0, begin - 2))
        between = [m for m in self.search.found.mentions if previous[0] <= m.start < previous[1]]
        named = between[0] if between else mention
        line = self.text.rfind("\n", 0, at)
        return named if named.start > line or _PRONOUN.search(self.text, begin, at) else None


def _give(
    mention: PersonMention,
    chain: Chain,
    status: Status | None,
    rule: str,
    day: str | None = None,
    *,
    ends: bool = False,
) -> None:
    for post in chain.posts:
        if _VAGUE.match(post.title) or (not mention.official and not post.organization and _SOCIETY.search(post.title)):
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
        return True
    return text[known.end : chain.start] == "以" and bool(_IDENTITY.match(text, chain.end))


def _day(layer: Layer, verb: re.Match[str]) -> str | None:
    """The date in the verb's own clause: 2021年2月起任."""
    text = layer.article.text
    for date in reversed(layer.dates):
        if date.end <= verb.start() and verb.start() - date.end <= 14 and date.value and "/" not in date.value:
            return date.value if not _CLAUSE_END.search(text, date.end, verb.start()) else None
        if date.end < verb.start() - 14:
            return None
    return None


def give_posts(layer: Layer, search: Search) -> None:
    """Put posts behind a verb of office to the person that the clause is about."""
    reader, text = _Reader(layer, search), layer.article.text
    last: tuple[Chain, PersonMention, Status] | None = None
    for chain in search.chains:
        if chain.held or chain.group or not chain.posts:
            continue
        start = chain.start
        if verb := reader.verb_before(start):
            subject = reader.subject(verb.start())
            if subject is not None:
                day = _day(layer, verb) if status_of(verb) != "nominated" else None
                _give(subject, chain, status_of(verb), TAKES_OFFICE.id, day, ends=bool(_LEAVES.search(verb.group())))
                last = (chain, subject, status_of(verb))
            continue
        known = search.found.before(start)
        if known is not None and _presents(text, known, chain):
            _give(known, chain, None, TAKES_OFFICE.id)
            last = (chain, known, "current")
            continue
        if last is not None and CONTINUES.fullmatch(text, last[0].end, start):
            _give(last[1], chain, last[2], CAREER.id)
            last = (chain, last[1], last[2])
