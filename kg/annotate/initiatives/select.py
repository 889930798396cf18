"""From scored names to the initiatives of an article: short forms joined, names within names left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.candidates import Candidate
from kg.annotate.initiatives.features import of_article, of_mention
from kg.annotate.initiatives.known import bare
from kg.annotate.initiatives.names import core
from kg.annotate.initiatives.scoring import ACCEPTED, confidence
from kg.annotate.initiatives.vocabulary import Words
from kg.annotate.layer import Layer


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
        return self.mentions[0]

    @property
    def quoted(self) -> bool:
        """Whether it stands alone between quotation marks."""
        return self.first.rule in (patterns.QUOTED.id, patterns.NUMBERED.id)

    @property
    def is_document(self) -> bool:
        return self.first.rule == patterns.DOCUMENT.id


def grouped(candidates: list[Candidate], words: Words, layer: Layer) -> list[Named]:
    """The candidates by name, each group with its features and its confidence, by first mention."""
    text = layer.article.text
    groups: dict[str, Named] = {}
    for candidate in candidates:
        plain = bare(text[candidate.start : candidate.end])
        named = groups.setdefault(plain, Named(plain))
        named.mentions.append(candidate)
        named.features |= of_mention(candidate, words, layer)
    shed = bare(text)
    for named in groups.values():
        named.features |= of_article(named.first.start, text, named.plain, shed, {c.rule.partition(".")[2] for c in named.mentions})
        named.confidence = confidence(named.features)
    return list(groups.values())


def selected(groups: list[Named]) -> list[Named]:
    """The groups that are initiatives, by first mention, a short and a long form of one as one."""
    accepted = [named for named in groups if named.confidence >= ACCEPTED]
    kept = []
    for named in accepted:
        others = [other for other in accepted if other is not named]
        longer = [other for other in others if _one(named, other)]
        if longer:
            longer[0].joined = True
        elif not _nested(named, others):
            kept.append(named)
    return kept


def _one(short: Named, long: Named) -> bool:
    """Whether `short` is a short form of `long`: it begins or ends it, and only generic words are missing."""
    if short.is_document or long.is_document or len(short.plain) >= len(long.plain):
        return False
    if long.plain.endswith(short.plain):
        return True
    return long.plain.startswith(short.plain) and (len(long.plain) - len(short.plain) <= 4 or short.quoted or not core(short.plain))


def _nested(named: Named, others: list[Named]) -> bool:
    """Whether every mention stands inside one of another name (and none is a known programme's)."""
    if any(mention.rule == patterns.KNOWN.id for mention in named.mentions):
        return False
    spans = [(c.start, c.end) for other in others for c in other.mentions]
    return all(any(s <= m.start and m.end <= e and e - s > m.end - m.start for s, e in spans) for m in named.mentions)
