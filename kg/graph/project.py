"""The graph as a function of the ledger, and the delta from what the store was last told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.graph.delta import Delta, Node, Relationship
from kg.graph.entities import Entities, Rows
from kg.graph.links import Outlets, links
from kg.graph.said import said
from kg.graph.schema import LABELS
from kg.graph.serial import dump_node, dump_relationship, load_node, load_relationship
from kg.graph.setting import article_rows, build_rows, place_rows
from kg.graph.spells import holders
from kg.ledger import Ledger
from kg.ledger.units import BUILD
from kg.ledger.version import code_version
from kg.lexicon.gazetteer import Gazetteer
from kg.model.judgement import Judgement
from kg.resolve.judgements import Decisions, read_judgements
from kg.resolve.resolver import Resolver

Key = tuple[str, str]
"""First label or type, and id."""


class Projection:
    """Rows of the graph, from (records, judgements, gazetteer) and nothing else.

    Args:
        ledger: Holds what the articles say, and the rows that the store was last told.
        gazetteer: The divisions.
        judgements: What people decided, or the file of it.
        evidence: Give facts, and the articles that state them.
        private_people: Give people without a public role, too.
    """

    def __init__(
        self,
        ledger: Ledger,
        gazetteer: Gazetteer,
        judgements: Sequence[Judgement] | Path = (),
        *,
        evidence: bool = True,
        private_people: bool = False,
    ) -> None:
        self._ledger, self._db, self._gazetteer, self._evidence = ledger, ledger.db, gazetteer, evidence
        read = read_judgements(judgements) if isinstance(judgements, Path) else judgements
        self._resolver = Resolver(ledger, gazetteer, Decisions(read), private_people=private_people)
        self._entities = Entities(ledger.db, self._resolver, evidence=evidence)
        self._outlets = Outlets(ledger.db)

    def delta(self) -> Delta:
        """What makes the graph that the store was last told of into the present one.

        A delta that was asked for and never `applied` may have reached the store in whole or in
        part: what it touched is given again.
        """
        with self._ledger.writing():
            self._resolve()
            given = {
                (kind, made): (owner, content)
                for kind, made, owner, content in self._db.execute("SELECT type, id, owner, content FROM given")
            }
            self._ledger.mark("unit", [BUILD, *{owner for owner, _ in given.values()}])
            units = [unit for (unit,) in self._db.execute("SELECT key FROM dirty WHERE kind = 'unit' ORDER BY key")]
            old: dict[Key, tuple[str, str]] = {}
            new: dict[Key, tuple[str, str]] = {}
            for unit in units:
                old.update(
                    ((kind, made), (unit, content))
                    for kind, made, content in self._db.execute(
                        "SELECT type, id, content FROM row WHERE owner = ?", (unit,)
                    )
                )
                new.update((key, (unit, content)) for key, content in _dumped(self._unit(unit)))
            put = {key: one for key, one in new.items() if key in given or old.get(key, ("", ""))[1] != one[1]}
            gone = {key: one for key, one in {**given, **old}.items() if key not in new}
            for kept, is_gone in ((put, 0), (gone, 1)):
                self._db.executemany(
                    "INSERT OR REPLACE INTO given VALUES (?, ?, ?, ?, ?)",
                    [(*key, *one, is_gone) for key, one in kept.items()],
                )
            self._db.execute("DELETE FROM dirty WHERE kind = 'unit'")
        return _delta(put, gone)

    def applied(self, delta: Delta) -> None:
        """The store has it: the next delta goes on from here.

        Args:
            delta: What the store was given. Where it is not what `delta()` gave (a store compared
                row by row), the store must hold the graph of the last `delta()` all the same.
        """
        with self._ledger.writing():
            self._db.execute(
                "DELETE FROM row WHERE EXISTS (SELECT 1 FROM given g WHERE g.type = row.type AND g.id = row.id)"
            )
            self._db.execute("INSERT INTO row SELECT type, id, owner, content FROM given WHERE NOT gone")
            self._db.execute("DELETE FROM given")

    def rows(self) -> tuple[list[Node], list[Relationship]]:
        """The whole graph, every row computed anew."""
        with self._ledger.writing():
            self._resolve()
        nodes: list[Node] = []
        relationships: list[Relationship] = []
        for unit in self._units():
            some, others = self._unit(unit)
            nodes += some
            relationships += others
        return nodes, relationships

    def _resolve(self) -> None:
        self._resolver.run()
        self._outlets = Outlets(self._db)
        options = f"{code_version('graph')} {self._evidence}"
        if self._ledger.meta("projection") != options:
            self._ledger.mark("unit", list(self._units()))
            self._db.execute("INSERT OR IGNORE INTO dirty SELECT DISTINCT 'unit', owner FROM row")
            self._ledger.set_meta("projection", options)

    def _units(self) -> Iterator[str]:
        yield BUILD
        for query, prefix in (
            ("SELECT id FROM article", "node|Article|"),
            ("SELECT DISTINCT substr(key, 4) FROM block WHERE key >= 'in|' AND key < 'in}'", "node|Place|"),
            ("SELECT DISTINCT node FROM mention WHERE kind IN ('official', 'person') AND node <> ''", "node|Person|"),
            *(
                (f"SELECT DISTINCT node FROM mention WHERE kind = '{label.lower()}' AND node <> ''", f"node|{label}|")
                for label in LABELS
                if label not in ("Article", "Build", "Fact", "Person", "Place")
            ),
            ("SELECT DISTINCT unit FROM statement WHERE unit NOT LIKE 'node|%'", ""),
        ):
            for (key,) in self._db.execute(query).fetchall():
                yield prefix + key

    def _unit(self, unit: str) -> Rows:
        kind, first, *rest = unit.split("|")
        if kind == "node":
            if first == "Place":
                return place_rows(self._db, self._resolver.places, rest[0])
            if first == "Article":
                return article_rows(self._db, rest[0])
            if first == "Build":
                return build_rows(self._db, self._gazetteer.version)
            return self._entities.rows(first, rest[0])
        statements = said(self._db, unit)
        if not statements:
            return [], []
        if kind == "holders" or first == "HOLDS":
            return holders(statements, self._outlets, exclusive=kind == "holders", with_evidence=self._evidence)
        return links(statements, self._outlets, with_evidence=self._evidence)


def _dumped(rows: Rows) -> Iterator[tuple[Key, str]]:
    for node in rows[0]:
        yield (node.label, node.id), dump_node(node)
    for one in rows[1]:
        yield (one.type, one.id), dump_relationship(one)


def _delta(put: dict[Key, tuple[str, str]], gone: dict[Key, tuple[str, str]]) -> Delta:
    """Rows in the order of labels, types and ids."""
    wanted, unwanted = sorted(put.items()), sorted(gone.items())
    return Delta(
        tuple(load_node(content) for (kind, _), (_, content) in wanted if kind in LABELS),
        tuple(load_relationship(content) for (kind, _), (_, content) in wanted if kind not in LABELS),
        tuple(key for key, _ in unwanted if key[0] in LABELS),
        tuple(load_relationship(content) for (kind, _), (_, content) in unwanted if kind not in LABELS),
    )
