"""Nodes: a cluster of mentions as one person, event, project, initiative, organisation or post, with what hangs on it alone."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence

from kg.graph.decide import latest, stage, usual
from kg.graph.delta import Node, Relationship, Value
from kg.graph.said import Said, dated, evidence, hashed, said, seen
from kg.ledger.mentions import COLUMNS, mention
from kg.ledger.units import NODE_LABELS, node_unit
from kg.model.mention import Mention
from kg.resolve.organizations import kind as kind_of_body
from kg.resolve.posts import post
from kg.resolve.resolver import Resolver

Rows = tuple[list[Node], list[Relationship]]


class Entities:
    """Computes the rows of a node's unit from the ledger."""

    def __init__(self, db: sqlite3.Connection, resolver: Resolver, *, evidence: bool) -> None:
        self._db, self._resolver, self._evidence = db, resolver, evidence
        self._make: dict[str, Callable[[str, list[Mention], dict[str, list[Said]]], list[Node]]] = {
            "Person": self._person,
            "Meeting": self._event,
            "Visit": self._event,
            "Project": self._project,
            "Initiative": self._initiative,
            "Organization": self._organization,
            "Post": self._post,
        }

    def rows(self, label: str, node: str) -> Rows:
        """The node with its facts and with the relationships that carry nothing read; nothing where no mention is left."""
        mentions = self._mentions(label, node)
        if not mentions:
            return [], []
        statements = said(self._db, node_unit(label, node))
        by_predicate: dict[str, list[Said]] = defaultdict(list)
        for one in statements:
            by_predicate[one.predicate].append(one)
        nodes = self._make[label](node, mentions, by_predicate)
        if not nodes:
            return [], []
        relationships = [
            Relationship("OF", hashed("OF", node, target), (label, node), (NODE_LABELS[kind], target))
            for target, kind in sorted({(one.object or "", one.object_kind or "") for one in by_predicate["OF"]})
        ]
        if label in ("Meeting", "Visit"):
            relationships += [
                Relationship("REPORTED_IN", hashed("REPORTED_IN", node, article), (label, node), ("Article", article))
                for article in sorted({one.article for one in mentions})
            ]
        if self._evidence:
            facts, states = _facts(label, node, statements)
            nodes += facts
            relationships += states
        return nodes, relationships

    def _mentions(self, label: str, node: str) -> list[Mention]:
        kinds = [kind for kind, of in NODE_LABELS.items() if of == label]
        query = (
            f"SELECT {COLUMNS} FROM mention m JOIN article a ON a.id = m.article WHERE m.node = ?"
            f" AND m.kind IN ({','.join('?' * len(kinds))})"
        )
        return sorted(map(mention, self._db.execute(query, (node, *kinds))), key=lambda m: m.age)

    def _person(self, node: str, mentions: list[Mention], stated: dict[str, list[Said]]) -> list[Node]:
        name = usual((m.article, m.name) for m in mentions) or ""
        properties: dict[str, Value] = {"name": name, **seen(stated["name"])}
        if aliases := tuple(sorted({m.name for m in mentions} - {name})):
            properties["aliases"] = aliases
        query = "SELECT count(DISTINCT object_node) FROM statement WHERE subject_node = ? AND object IS NOT NULL AND unit IS NOT NULL"
        properties["degree"] = self._db.execute(query, (node,)).fetchone()[0]
        official = any(m.kind == "official" for m in mentions)
        return [Node(("Person", "Official") if official else ("Person",), node, properties)]

    def _event(self, node: str, mentions: list[Mention], stated: dict[str, list[Said]]) -> list[Node]:
        label = NODE_LABELS[mentions[0].kind]
        kind = latest(stated["kind"])
        name = usual((one.article, str(one.value)) for one in stated["name"]) or kind
        properties: dict[str, Value | None] = {"name": name, "kind": kind, **dated("date", latest(stated["date"]))}
        return [Node((label,), node, _known(properties))]

    def _project(self, node: str, mentions: list[Mention], stated: dict[str, list[Said]]) -> list[Node]:
        investment, reached = latest(stated["investment_cny"]), stage(stated["stage"])
        properties: dict[str, Value | None] = {
            "name": usual((m.article, m.name) for m in mentions),
            "investment_cny": float(investment) if investment is not None else None,
            "stage": reached.value if reached else None,
            **dated("stage_date", reached.extra.get("date") if reached else None),
        }
        return [Node(("Project",), node, _known(properties))]

    def _initiative(self, node: str, mentions: list[Mention], stated: dict[str, list[Said]]) -> list[Node]:
        name = usual((m.article, m.name) for m in mentions)
        return [Node(("Initiative",), node, _known({"name": name, "kind": latest(stated["kind"])}))]

    def _organization(self, node: str, mentions: list[Mention], stated: dict[str, list[Said]]) -> list[Node]:
        """None where nothing that the graph shows has to do with it."""
        query = (
            "SELECT EXISTS (SELECT 1 FROM statement WHERE subject_node = ?1 AND unit IS NOT NULL)"
            " OR EXISTS (SELECT 1 FROM statement WHERE object_node = ?1 AND object IS NOT NULL AND unit IS NOT NULL)"
        )
        if not self._db.execute(query, (node,)).fetchone()[0]:
            return []
        body = self._resolver.organizations.body(mentions[0].name, mentions[0].home)
        name = body.full_name or usual((m.article, m.name) for m in mentions) or ""
        return [Node(("Organization",), node, {"name": name, "kind": kind_of_body(name)})]

    def _post(self, node: str, mentions: list[Mention], stated: dict[str, list[Said]]) -> list[Node]:
        found = post(mentions[0], self._resolver.places, self._resolver.organizations)
        title = found.title
        properties: dict[str, Value | None] = {
            "name": title.name,
            "branch": title.branch,
            "rank": title.rank,
            "exclusive": found.exclusive,
        }
        return [Node(("Post",), node, _known(properties))]


def _known(properties: dict[str, Value | None]) -> dict[str, Value]:
    return {name: value for name, value in properties.items() if value is not None}


def _facts(label: str, node: str, statements: Sequence[Said]) -> Rows:
    """A fact for each property that an article states."""
    values: dict[str, list[tuple[str, Said]]] = defaultdict(list)
    for one in statements:
        if one.object is None:
            values[one.predicate].append((_written(one.value), one))
            if one.predicate == "stage" and (date := one.extra.get("date")):
                values["stage_date"].append((date, one))
    nodes: list[Node] = []
    relationships: list[Relationship] = []
    for name, stated in sorted(values.items()):
        facts, states = evidence(hashed(label, node, name), label, name, stated)
        nodes += facts
        relationships += states
    return nodes, relationships


def _written(value: str | int | float) -> str:
    """A value as a string; a whole number without a fraction, however it was read."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
