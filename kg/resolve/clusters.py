"""Clusters under constraints: what may be joined is joined in an order that the input's order cannot change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.model.mention import Mention
from kg.resolve.judgements import Decisions


class Clusters:
    """Disjoint sets of mentions, some pairs of which must stay apart."""

    def __init__(self, mentions: Iterable[Mention], *, apart_within_article: bool = False) -> None:
        self.mentions = sorted(mentions, key=lambda mention: mention.age)
        self._parent = {m.id: m.id for m in self.mentions}
        self._members = {m.id: [m] for m in self.mentions}
        self._enemies: dict[str, set[str]] = defaultdict(set)
        self._articles = {m.id: {m.article} for m in self.mentions} if apart_within_article else {}

    def __contains__(self, mention: str) -> bool:
        return mention in self._parent

    def find(self, mention: str) -> str:
        """Id of the mention that stands for the cluster at present."""
        while self._parent[mention] != mention:
            self._parent[mention] = self._parent[self._parent[mention]]
            mention = self._parent[mention]
        return mention

    def part(self, first: str, second: str) -> bool:
        """Keep two mentions apart from now on; False where they are joined already."""
        a, b = self.find(first), self.find(second)
        if a == b:
            return False
        self._enemies[a].add(b)
        self._enemies[b].add(a)
        return True

    def join(self, first: str, second: str, *, judged: bool = False) -> bool:
        """Join two clusters; False where something keeps them apart. A person's judgement joins within an article too."""
        a, b = self.find(first), self.find(second)
        if a == b:
            return True
        if b in self._enemies.get(a, ()) or (not judged and self._articles and self._articles[a] & self._articles[b]):
            return False
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        self._parent[b] = a
        self._members[a] += self._members.pop(b)
        if self._articles:
            self._articles[a] |= self._articles.pop(b)
        for enemy in self._enemies.pop(b, set()):
            self._enemies[enemy].discard(b)
            self._enemies[enemy].add(a)
            self._enemies[a].add(enemy)
        return True

    def join_all(self, mentions: Sequence[Mention]) -> list[list[Mention]]:
        """Join mentions that nothing but a constraint parts, each to the first group that takes it; the groups."""
        heads: list[str] = []
        groups: list[list[Mention]] = []
        for mention in sorted(mentions, key=lambda mention: mention.age):
            for head, group in zip(heads, groups, strict=True):
                if self.join(head, mention.id):
                    group.append(mention)
                    break
            else:
                heads.append(mention.id)
                groups.append([mention])
        return groups

    def obey(self, decisions: Decisions) -> None:
        """Join and part what people decided, the latest decision first, so that it wins over those it contradicts."""
        for decision in decisions.of(self._parent):
            first, *others = [m for m in decision.mentions if m in self._parent]
            if decision.decision == "same":
                for other in others:
                    self.join(first, other, judged=True)
            else:
                known = [first, *others]
                for i, one in enumerate(known):
                    for other in known[i + 1 :]:
                        self.part(one, other)

    def nodes(self) -> dict[str, str]:
        """Each mention's node: the id of its cluster's earliest mention."""
        named = {root: min(members, key=lambda m: m.age).id for root, members in self._members.items()}
        return {mention: named[self.find(mention)] for mention in self._parent}

    def groups(self, mentions: Iterable[Mention] | None = None) -> list[list[Mention]]:
        """The clusters (of the given mentions), members and clusters from the earliest on."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in sorted(mentions, key=lambda m: m.age) if mentions is not None else self.mentions:
            found[self.find(mention.id)].append(mention)
        return list(found.values())
