"""From scored names to the initiatives of an article: short forms joined, names within names left out."""

from __future__ import annotations

import itertools

import ahocorasick

from kg.annotate.initiatives import patterns, wording
from kg.annotate.initiatives.features import of_article, of_mention
from kg.annotate.initiatives.forms import one_name
from kg.annotate.initiatives.known import bare
from kg.annotate.initiatives.named import Named
from kg.annotate.initiatives.reading import Candidate
from kg.annotate.initiatives.scoring import ACCEPTED, confidence
from kg.annotate.initiatives.vocabulary import Words
from kg.annotate.layer import Layer


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
    """The groups that are initiatives, by first mention, all forms of one name as one.

    Args:
        groups: Scored.
        floor: From this confidence on a name is taken.
    """
    accepted = [named for named in groups if named.confidence >= floor]
    instead = one_name(accepted)
    spans = sorted((c.start, -c.end) for named in accepted if named.plain not in instead for c in named.mentions)
    reach = list(itertools.accumulate((-end for _, end in spans), max, initial=0))
    outer = {span: reach[i] >= -span[1] for i, span in reversed(list(enumerate(spans)))}
    kept = []
    for named in accepted:
        better = instead.get(named.plain)
        if better is not None:
            better.joined = True
        elif any(c.rule == patterns.KNOWN.id for c in named.mentions) or not all(
            outer[c.start, -c.end] for c in named.mentions
        ):
            kept.append(named)
    return kept
