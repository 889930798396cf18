"""From scored names to the initiatives of an article: short forms joined, names within names left out."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import ahocorasick

from kg.annotate.initiatives import patterns, wording
from kg.annotate.initiatives.features import of_article, of_mention
from kg.annotate.initiatives.known import bare
from kg.annotate.initiatives.names import core
from kg.annotate.initiatives.reading import Candidate
from kg.annotate.initiatives.scoring import ACCEPTED, confidence
from kg.annotate.initiatives.vocabulary import Words
from kg.annotate.layer import Layer

_HEAD_LENGTH = 4
"""So many characters more at the end (制度, 专项行动) make no other name."""

_KNOWN_AND_MORE = 8
"""So many behind a known programme: 甲乙丙丁高质量发展战略."""


@dataclass(slots=True)
class Named:
    """All candidates of one name in an article; `plain` is the name as names are compared."""

    plain: str
    mentions: list[Candidate] = field(default_factory=list)
    features: set[str] = field(default_factory=set)
    confidence: float = 0.0
    joined: bool = False
    """Whether a shorter form was joined to it."""

    @property
    def first(self) -> Candidate:
        """Its first mention."""
        return self.mentions[0]

    @property
    def quoted(self) -> bool:
        """Whether it stands alone between quotation marks."""
        return self.first.rule in (patterns.QUOTED.id, patterns.NUMBERED.id)

    @property
    def is_known(self) -> bool:
        """Whether it is a known programme."""
        return self.first.rule == patterns.KNOWN.id

    @property
    def is_document(self) -> bool:
        """Whether it is the title of a document."""
        return self.first.rule == patterns.DOCUMENT.id


def _counts(names: list[str], text: str) -> dict[str, int]:
    """How often each name stands in a text."""
    counts = dict.fromkeys(names, 0)
    if counts:
        automaton = ahocorasick.Automaton()
        for name in counts:
            automaton.add_word(name, name)
        automaton.make_automaton()
        for _, name in automaton.iter(text):
            counts[name] += 1
    return counts


def grouped(candidates: list[Candidate], words: Words, layer: Layer) -> list[Named]:
    """The candidates by name, each group with its features, by first mention."""
    text = layer.article.text
    groups: dict[str, Named] = {}
    for candidate in candidates:
        plain = bare(text[candidate.start : candidate.end])
        named = groups.setdefault(plain, Named(plain))
        named.mentions.append(candidate)
        named.features |= of_mention(candidate, words, layer)
    counts = _counts(list(groups), bare(text))
    for named in groups.values():
        rules = {candidate.rule.partition(".")[2] for candidate in named.mentions}
        named.features |= of_article(named.first.start / len(text), counts[named.plain], rules)
    return list(groups.values())


def scored(groups: list[Named], text: str) -> list[Named]:
    """The groups with their confidence, to which the wording of their names adds."""
    for named in groups:
        first = named.first
        worded = wording.features(named.plain, text, first.start, first.end, wording.learned())
        named.confidence = confidence(named.features | worded)
    return groups


def selected(groups: list[Named], *, floor: float = ACCEPTED) -> list[Named]:
    """The groups that are initiatives, by first mention, a short and a long form of one as one.

    Args:
        groups: Scored.
        floor: From this confidence on a name is taken.
    """
    accepted = [named for named in groups if named.confidence >= floor]
    fuller = _fuller(accepted)
    spans = sorted((c.start, -c.end) for named in accepted for c in named.mentions)
    reach = list(itertools.accumulate((-end for _, end in spans), max, initial=0))
    outer = {span: reach[i] >= -span[1] for i, span in reversed(list(enumerate(spans)))}
    kept = []
    for named in accepted:
        long = fuller.get(named.plain)
        if long is not None:
            long.joined = True
        elif any(c.rule == patterns.KNOWN.id for c in named.mentions) or not all(
            outer[c.start, -c.end] for c in named.mentions
        ):
            kept.append(named)
    return kept


def _fuller(accepted: list[Named]) -> dict[str, Named]:
    """For each short form the name that it is short for: what begins or ends like it and only adds generic words."""
    ends: dict[str, Named] = {}
    starts: dict[str, Named] = {}
    shorts = {named.plain for named in accepted}
    for named in accepted:
        if named.is_document:
            continue
        for i in range(1, len(named.plain)):
            if named.plain[i:] in shorts:
                ends.setdefault(named.plain[i:], named)
            if named.plain[:-i] in shorts:
                starts.setdefault(named.plain[:-i], named)
    found = {}
    for short in accepted:
        if short.is_document:
            continue
        if short.plain in ends:
            found[short.plain] = ends[short.plain]
        elif short.plain in starts:
            long = starts[short.plain]
            added = len(long.plain) - len(short.plain)
            if added <= (_KNOWN_AND_MORE if short.is_known else _HEAD_LENGTH) or short.quoted or not core(short.plain):
                found[short.plain] = long
    return found
