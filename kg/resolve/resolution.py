"""From records and judgements to nodes: what each mention belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.model.judgement import Judgement
from kg.model.mention import Mention, folded, mention_id
from kg.model.record import Initiative, Meeting, Official, Person, Project, Visit
from kg.resolve.candidate import Candidate
from kg.resolve.clusters import Clusters
from kg.resolve.context import Context
from kg.resolve.events import join_events
from kg.resolve.named import join_initiatives, join_organizations, join_people, join_projects
from kg.resolve.officials import join_officials, official_candidates

Fact = Official | Person | Meeting | Visit | Project | Initiative


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where each mention and each organisation's name of an article belongs."""

    node: dict[str, str]
    """Mention id → node id."""
    mentions: dict[str, Mention]
    facts: dict[str, tuple[Fact, Context]]
    """Mention id → what the article says of it, and the article."""
    by_name: dict[tuple[str, str], tuple[str, str]]
    """Article and folded name → kind and mention id, for references that bear none."""
    candidates: tuple[Candidate, ...] = field(default=())


def _facts(context: Context) -> Iterator[tuple[str, str, str | None, Fact]]:
    """Kind, name, given mention id and fact of all that a record names."""
    r = context.record
    groups: tuple[tuple[str, list[Fact]], ...] = (
        ("official", [*r.officials]), ("person", [*r.people]), ("project", [*r.projects]),
        ("initiative", [*r.initiatives]), ("meeting", [*r.meetings]), ("visit", [*r.visits]),
    )
    for kind, facts in groups:
        for fact in facts:
            name = fact.kind or "" if isinstance(fact, Visit) else fact.name or fact.kind or "" if isinstance(fact, Meeting) else fact.name
            yield kind, name, fact.mention, fact


def organizations(context: Context) -> list[str]:
    """The names of organisations that a record links to, each once."""
    r = context.record
    names = [link.name for m in r.meetings for link in m.conveners] + [link.name for p in r.projects for link in p.organizations]
    names += [person.organization for person in r.people if person.organization]
    return list(dict.fromkeys(names))


def resolve(contexts: Iterable[Context], judgements: Iterable[Judgement] = ()) -> Resolution:
    """Cluster the mentions of all articles; the result is the same for any order of them."""
    mentions: dict[str, Mention] = {}
    facts: dict[str, tuple[Fact, Context]] = {}
    by_name: dict[tuple[str, str], tuple[str, str]] = {}
    firms: list[tuple[Mention, str, Context]] = []
    for context in contexts:
        count: Counter[tuple[str, str]] = Counter()
        for kind, name, given, fact in _facts(context):
            key = kind, folded(name)
            mention = context.mention(kind, name, given, count[key])
            count[key] += 1
            mentions[mention.id] = mention
            facts[mention.id] = fact, context
            by_name.setdefault((context.record.id, f"{kind}:{folded(name)}"), (kind, mention.id))
        for name in organizations(context):
            mention = context.mention("organization", name, mention_id(context.record.id, "organization", name))
            mentions[mention.id] = mention
            by_name.setdefault((context.record.id, f"organization:{folded(name)}"), ("organization", mention.id))
            firms.append((mention, name, context))
    clusters = Clusters(mentions.values(), judgements)
    officials = [(mentions[i], f, c) for i, (f, c) in facts.items() if isinstance(f, Official)]
    join_officials(officials, clusters)
    join_people([(mentions[i], f, c) for i, (f, c) in facts.items() if isinstance(f, Person)], clusters)
    join_projects([(mentions[i], f, c) for i, (f, c) in facts.items() if isinstance(f, Project)], clusters)
    join_initiatives([(mentions[i], f, c) for i, (f, c) in facts.items() if isinstance(f, Initiative)], clusters)
    join_events([(mentions[i], f, c) for i, (f, c) in facts.items() if isinstance(f, Meeting | Visit)], clusters)
    join_organizations(firms, clusters)
    node = clusters.settle()
    return Resolution(node, mentions, facts, by_name, tuple(official_candidates(officials, node)))
