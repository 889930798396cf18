"""Person mentions of one article, merged by name into officials and other people."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.layer import Layer, PersonMention, PostMention
from kg.model.record import Official, OfficialPost, Person
from kg.records.evidence import distinct, evidence
from kg.records.places import place_reference
from kg.records.references import Mentions


def _posts(layer: Layer, found: Iterable[PostMention], mentions: Mentions) -> list[OfficialPost]:
    kept: dict[tuple[str, str | None, str], OfficialPost] = {}
    for post in found:
        of = place_reference(layer, post.of) if post.of else None
        said = evidence(layer, post.start, post.end, post.rule)
        key = (post.title, of.name if of else None, post.status)
        if key in kept:
            known = kept[key]
            known.evidence = distinct([*known.evidence, said])
            known.confidence = max(known.confidence, round(post.confidence, 2))
            known.since, known.until = known.since or post.since, known.until or post.until
            continue
        kept[key] = OfficialPost(
            title=post.title,
            of=of,
            organization=post.organization,
            status=post.status,
            since=post.since,
            until=post.until,
            evidence=[said],
            confidence=round(post.confidence, 2),
        )
    return list(kept.values())


def people(layer: Layer, mentions: Mentions) -> tuple[list[Official], list[Person]]:
    """Everyone named, once, in order of first mention; who is an official in one mention is one in all."""
    by_name: dict[str, list[PersonMention]] = {}
    for mention in layer.people:
        by_name.setdefault(mention.name, []).append(mention)
    officials, others = [], []
    for name, found in by_name.items():
        said = distinct([evidence(layer, m.start, m.end, m.rule) for m in found])
        confidence = round(max(m.confidence for m in found), 2)
        if any(m.official for m in found):
            posts = _posts(layer, (post for m in found for post in m.posts), mentions)
            officials.append(
                Official(
                    name=name, mention=mentions.add("official", name), posts=posts, evidence=said, confidence=confidence
                )
            )
        else:
            role = next((m.role for m in found if m.role), None)
            organization = next((m.organization for m in found if m.organization), None)
            others.append(
                Person(
                    name=name,
                    mention=mentions.add("person", name),
                    role=role,
                    organization=organization,
                    evidence=said,
                    confidence=confidence,
                )
            )
    return officials, others
