"""Clusters by union-find, bound by what people decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.model.judgement import Judgement
from kg.model.mention import Mention


class Clusters:
    """Mentions that are one thing; the result does not depend on the order of what is joined.

    A pair judged `not_same` is never joined by a rule: joins are made in order of their pair, and
    one that would bring the two into one cluster is left out.
    """

    def __init__(self, mentions: Iterable[Mention], judgements: Iterable[Judgement] = ()) -> None:
        self.mentions: Mapping[str, Mention] = {m.id: m for m in mentions}
        self._parent = {m: m for m in self.mentions}
        self._members: dict[str, set[str]] = {m: {m} for m in self.mentions}
        judged = [j for j in judgements if all(m in self.mentions for m in j.mentions)]
        self._apart: dict[str, set[str]] = defaultdict(set)
        for j in judged:
            if j.verdict == "not_same":
                a, b = j.mentions
                self._apart[a].add(b)
                self._apart[b].add(a)
        self._pairs: set[tuple[str, str]] = set()
        for j in sorted(judged, key=lambda j: j.id):
            if j.verdict == "same":
                self._union(*j.mentions)

    def join(self, a: str, b: str) -> None:
        """Say that a rule finds two mentions one; they are joined when `settle` is called."""
        if a != b:
            self._pairs.add((min(a, b), max(a, b)))

    def join_all(self, mentions: Iterable[str]) -> None:
        """Say that a rule finds them all one."""
        members = sorted(mentions)
        for other in members[1:]:
            self.join(members[0], other)
        if any(m in self._apart for m in members):
            for i, a in enumerate(members):
                for b in members[i + 1 :]:
                    self.join(a, b)

    def settle(self) -> dict[str, str]:
        """Mention id → node id: the id of its cluster's earliest mention."""
        for a, b in sorted(self._pairs):
            if not self._forbidden(a, b):
                self._union(a, b)
        node: dict[str, str] = {}
        for root, members in self._members.items():
            if self._find(root) != root:
                continue
            first = min((self.mentions[m] for m in members), key=lambda m: m.order)
            node.update(dict.fromkeys(members, first.id))
        return node

    def _find(self, a: str) -> str:
        while self._parent[a] != a:
            self._parent[a] = self._parent[self._parent[a]]
            a = self._parent[a]
        return a

    def _forbidden(self, a: str, b: str) -> bool:
        if not self._apart:
            return False
        left, right = self._members[self._find(a)], self._members[self._find(b)]
        return any(self._apart.get(m, set()) & right for m in left)

    def _union(self, a: str, b: str) -> None:
        a, b = sorted((self._find(a), self._find(b)))
        if a != b:
            self._parent[b] = a
            self._members[a] |= self._members.pop(b)
            self._members[b] = set()
