"""Stretches of an article that may name an initiative, each by the rule that proposes it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import replace

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.bounds import left_edge
from kg.annotate.initiatives.headed import headed
from kg.annotate.initiatives.names import core
from kg.annotate.initiatives.quoted import WEAK, quoted
from kg.annotate.initiatives.reading import Candidate, Cover, Reading
from kg.words import word_around

_STATE = re.compile(r"[（(<〈][^（）()]{1,14}[）)>〉]$")
"""The state of a document behind its title: （试行）, （2023—2025年）."""

_ARTICLES = re.compile(rf"[{patterns.NUMERAL}]{{1,3}}条$")
_BARE = re.compile(r"(?:战略|全面|友好|合作|框架|项目|投资|对口|结对|帮扶|支援|共建|意向|签约)+(?:协议书?|备忘录)")
"""An agreement that says no more than that there is one."""

_BODY_BEHIND = re.compile(r"[”’]?(?:沿线|国家和地区|办公室|指挥部|工作队|干部|协会|基金会|中心|委员会)")
"""Behind a known programme they name a body, people or countries, and not the programme."""

_ATTRIBUTE = re.compile(rf"(?:{patterns.ATTRIBUTES})$")
_PRESS = re.compile(r"[！？：]")
"""Marks in headlines of the press, which stand between 《》 too."""


def candidates(reading: Reading) -> list[Candidate]:
    """All candidates, by start and with the longer first. None but documents stand inside 《》."""
    named = list(_known(reading))
    starts = [one.start for one in named]

    def free(candidate: Candidate) -> bool:
        """Whether it is more than a known programme with words in front."""
        i = bisect.bisect_left(starts, candidate.end) - 1
        return i < 0 or not (candidate.start <= named[i].start + 1 and candidate.end <= named[i].end + 1)

    titles = Cover(reading.documents)
    found = [_whole(reading.text, c) for c in (*quoted(reading), *headed(reading), *_attributed(reading)) if free(c)]
    found = [c for c in (*named, *_counted(reading), *found) if not titles.holds(c.start, c.end)]
    return sorted([*found, *_documents(reading)], key=lambda c: (c.start, -c.end))


def _whole(text: str, candidate: Candidate) -> Candidate:
    """The candidate with the whole of its first word: 组织生活会制度 where 组织, a verb elsewhere, was cut off."""
    word = word_around(text, candidate.start, candidate.start)
    return replace(candidate, start=word[0]) if word else candidate


def _documents(reading: Reading) -> Iterator[Candidate]:
    for start, end in reading.documents:
        title = reading.text[start:end]
        stem = _STATE.sub("", title)
        head = reading.head_ending(start, start + len(stem))
        ends_well = _ARTICLES.search(stem) if head is None else head.value != "goal"
        if ends_well and len(core(stem)) >= 2 and not _PRESS.search(title) and not _BARE.fullmatch(stem):
            edge = left_edge(reading.words, reading.text, start - 1, noun=False)
            kind = "plan" if head and head.value == "plan" else "document"
            yield Candidate(start, end, patterns.DOCUMENT.id, kind, reading.noun(head) if head else "条", edge)


def _counted(reading: Reading) -> Iterator[Candidate]:
    """Policies named by the number of their articles, and numbered censuses."""
    for _, value in patterns.CENSUS.find(reading.text):
        edge = left_edge(reading.words, reading.text, value.end)
        yield Candidate(
            value.start, value.end, patterns.CENSUS.id, "campaign", reading.text[value.end - 2 : value.end], edge
        )
    for _, value in patterns.ARTICLES.find(reading.text):
        edge = left_edge(reading.words, reading.text, value.end)
        yield Candidate(max(value.start, edge.start), value.end, patterns.ARTICLES.id, "document", "条", edge)


def _attributed(reading: Reading) -> Iterator[Candidate]:
    """A place with what it is to become in front, where no head noun follows that makes a longer name."""
    text = reading.text
    for place in reading.places:
        start = place.start
        match = _ATTRIBUTE.search(text, max(0, start - 4), start)
        if match and text[match.start() - 1 : match.start()] not in "“‘《·":
            edge = left_edge(reading.words, text, match.start(), noun=False)
            yield Candidate(match.start(), place.end, patterns.ATTRIBUTED.id, "goal", "", edge)


def _known(reading: Reading) -> Iterator[Candidate]:
    for one in reading.known:
        end = one.end
        if _BODY_BEHIND.match(reading.text, end):
            continue
        i = bisect.bisect_left(reading.starts, end)
        if i < len(reading.starts) and reading.starts[i] == end and reading.noun(reading.words.heads[i]) not in WEAK:
            end = reading.words.heads[i].end
        edge = left_edge(reading.words, reading.text, one.start, noun=False)
        yield Candidate(one.start, end, patterns.KNOWN.id, one.kind, one.name, edge, one.owner)
