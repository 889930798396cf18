"""What the tests of the graph build with: short records about invented people, and a store that is two dicts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from kg.graph.delta import Delta, Node, Relationship
from kg.graph.digest import digest
from kg.graph.project import Projection
from kg.ledger import Ledger
from kg.lexicon.gazetteer import Gazetteer
from kg.model.judgement import Judgement
from kg.model.record import ArticleRecord

GAZETTEER = Gazetteer.load()


def record(name: str, **fields: Any) -> ArticleRecord:
    """A record whose id is made of `name`; `publisher` goes to its source."""
    publisher = fields.pop("publisher", None)
    made = hashlib.sha256(name.encode()).hexdigest()[:16]
    source = {"path": f"{name}.txt", "sha256": "0" * 64, "publisher": publisher}
    return ArticleRecord.model_validate(
        {"id": made, "source": f"{name}.txt", "sources": [source], "made_by": "test", **fields}
    )


def official(name: str, *posts: str, **fields: Any) -> dict[str, Any]:
    """An official with posts written as `title@place`, `title@place!former`."""
    made = []
    for post in posts:
        title, _, rest = post.partition("@")
        of, _, status = rest.partition("!")
        made.append({"title": title, "of": of or None, "status": status or "current"})
    return {"name": name, "posts": made, **fields}


class Memory:
    """A store that is two dicts, for deltas."""

    def __init__(self) -> None:
        self.nodes: dict[tuple[str, str], Node] = {}
        self.relationships: dict[tuple[str, str], Relationship] = {}

    def apply(self, delta: Delta, *, most: int | None = None) -> None:
        """Apply a delta, or only the first `most` of its rows, as one that is killed does."""
        steps: list[tuple[str, Any]] = [
            *(("-r", one) for one in delta.gone_relationships),
            *(("-n", one) for one in delta.gone_nodes),
            *(("+n", one) for one in delta.nodes),
            *(("+r", one) for one in delta.relationships),
        ]
        for step, one in steps[:most]:
            match step:
                case "-r":
                    self.relationships.pop((one.type, one.id), None)
                case "-n":
                    self.nodes.pop(one, None)
                case "+n":
                    self.nodes[one.label, one.id] = one
                case _:
                    self.relationships[one.type, one.id] = one

    def digest(self) -> str:
        return digest(self.nodes.values(), self.relationships.values())

    def has_no_loose_end(self) -> bool:
        return all(end in self.nodes for one in self.relationships.values() for end in (one.start, one.end))


class Build:
    """A ledger with its store."""

    def __init__(self, judgements: Sequence[Judgement] = (), **options: bool) -> None:
        self.ledger = Ledger.open(":memory:")
        self.store = Memory()
        self.judgements = list(judgements)
        self.options = options

    @property
    def projection(self) -> Projection:
        return Projection(self.ledger, GAZETTEER, self.judgements, **self.options)

    def update(self) -> Delta:
        projection = self.projection
        delta = projection.delta()
        self.store.apply(delta)
        projection.applied(delta)
        return delta

    def put(self, *records: ArticleRecord) -> Delta:
        self.ledger.put(records)
        return self.update()

    def withdraw(self, *records: ArticleRecord) -> Delta:
        self.ledger.withdraw([one.id for one in records])
        return self.update()

    def nodes(self, label: str) -> list[Node]:
        return sorted(
            (n for n in self.store.nodes.values() if label in n.labels),
            key=lambda n: (str(n.properties.get("name")), n.id),
        )

    def relationships(self, type: str) -> list[Relationship]:
        return sorted(
            (r for r in self.store.relationships.values() if r.type == type),
            key=lambda r: (str(r.properties.get("first_seen")), r.id),
        )


def built(records: Iterable[ArticleRecord], judgements: Sequence[Judgement] = (), **options: bool) -> Build:
    """A build of all records at once."""
    build = Build(judgements, **options)
    build.put(*records)
    return build
