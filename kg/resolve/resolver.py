"""Brings every mention of a ledger to its node, touching only the blocks in which something changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.ledger import Ledger
from kg.ledger.mentions import COLUMNS, chunks, mention, read_mentions
from kg.ledger.units import node_unit
from kg.ledger.version import code_version, lexicon_version
from kg.lexicon.gazetteer import Gazetteer
from kg.model.mention import Mention
from kg.resolve.candidates import suggest
from kg.resolve.clusters import Clusters
from kg.resolve.judgements import Decisions
from kg.resolve.kinds import kinds
from kg.resolve.officials import Officials
from kg.resolve.organizations import Organizations
from kg.resolve.people import is_public
from kg.resolve.places import Places
from kg.resolve.posts import post
from kg.resolve.statements import renew

_AT_ONCE = 20_000
"""Mentions held in memory."""


class Resolver:
    """Resolves the mentions of a ledger by the gazetteer and what people decided."""

    def __init__(
        self, ledger: Ledger, gazetteer: Gazetteer, decisions: Decisions, *, private_people: bool = False
    ) -> None:
        self._ledger, self._db, self._decisions, self._private = ledger, ledger.db, decisions, private_people
        self.places = Places(gazetteer)
        self.organizations = Organizations(self.places)
        rules = f"{code_version('lexicon', 'resolve')} {lexicon_version('private_roles', 'public_roles')}"
        self._version = f"{rules} {gazetteer.version} {private_people}"
        self._officials = Officials(self.places, self.organizations)
        self._kinds = kinds(self.places, self.organizations, self._officials)

    def run(self) -> None:
        """Resolve what is new or was touched, and mark the units of the graph that must be computed anew; inside `writing`."""
        if self._ledger.meta("resolver") != self._version:
            self._start_over()
        self._new_mentions()
        self._judged()
        todo = {key for (key,) in self._db.execute("SELECT key FROM dirty WHERE kind = 'block'")}
        changed: dict[str, str | None] = {}
        while todo:
            component, keys = self._component(next(iter(todo)))
            todo -= keys
            changed |= self._resolve(component)
            if len(changed) > _AT_ONCE:
                renew(self._ledger, changed)
                changed = {}
        renew(self._ledger, changed)
        self._db.execute("DELETE FROM dirty WHERE kind = 'block'")
        suggest(self._db, self._officials, self._decisions)

    def _start_over(self) -> None:
        for statement in (
            "DELETE FROM block",
            "DELETE FROM exclusive",
            "DELETE FROM candidate",
            "DELETE FROM dirty WHERE kind = 'block'",
            "UPDATE mention SET node = NULL",
            "UPDATE statement SET unit = NULL, subject_node = NULL, object_node = NULL",
            "INSERT OR IGNORE INTO dirty SELECT DISTINCT 'unit', owner FROM row",
            "INSERT OR IGNORE INTO dirty SELECT 'unit', 'node|Article|' || id FROM article",
        ):
            self._db.execute(statement)
        self._ledger.set_meta("resolver", self._version)

    def _new_mentions(self) -> None:
        """Put mentions without a node into blocks; places and posts have their nodes at once."""
        query = f"SELECT {COLUMNS} FROM mention m JOIN article a ON a.id = m.article WHERE m.node IS NULL AND m.id > ? ORDER BY m.id LIMIT ?"
        last = ""
        while found := self._db.execute(query, (last, _AT_ONCE)).fetchall():
            last = found[-1][0]
            self._put_in_blocks(list(map(mention, found)))

    def _put_in_blocks(self, mentions: list[Mention]) -> None:
        blocks: list[tuple[str, str]] = []
        nodes: list[tuple[str, str]] = []
        exclusive: set[str] = set()
        for one in mentions:
            if one.kind == "place":
                place = self.places.place(one.name, one.data["code"], one.data["within"], home=one.home)
                nodes.append((place.id, one.id))
                needed = self.places.needed(place)
                blocks += [(f"in|{where}", one.id) for where in needed]
                self._ledger.mark("unit", (node_unit("Place", where) for where in needed))
            elif one.kind == "post":
                found = post(one, self.places, self.organizations)
                nodes.append((found.id, one.id))
                if found.exclusive:
                    exclusive.add(found.id)
            else:
                keys = self._kinds[one.kind].blocks(one)
                blocks += [(key, one.id) for key in keys]
                self._ledger.mark("block", keys)
        self._db.executemany("INSERT OR IGNORE INTO block VALUES (?, ?)", blocks)
        self._db.executemany("UPDATE mention SET node = ? WHERE id = ?", nodes)
        self._db.executemany("INSERT OR IGNORE INTO exclusive VALUES (?)", [(one,) for one in exclusive])
        renew(self._ledger, dict.fromkeys((one for _, one in nodes), None))

    def _judged(self) -> None:
        """Mark the blocks of mentions of which something else holds than when the ledger was last resolved."""
        before = dict(self._db.execute("SELECT id, line FROM judged"))
        now = self._decisions.lines()
        if before == now:
            return
        lines = {*before.items()} ^ {*now.items()}
        touched = {one for _, line in lines for one in Decisions.mentions_in(line)}
        for part in chunks(touched):
            marks = ",".join("?" * len(part))
            self._ledger.mark(
                "block", [key for (key,) in self._db.execute(f"SELECT key FROM block WHERE mention IN ({marks})", part)]
            )
            self._ledger.mark(
                "name",
                [
                    name
                    for (name,) in self._db.execute(
                        f"SELECT folded FROM mention WHERE kind = 'official' AND id IN ({marks})", part
                    )
                ],
            )
        self._db.execute("DELETE FROM judged")
        self._db.executemany("INSERT INTO judged VALUES (?, ?)", now.items())

    def _component(self, start: str) -> tuple[set[str], set[str]]:
        """Mentions and keys of the blocks that hang together with this one by shared mentions and by judgements."""
        keys, members = {start}, set[str]()
        new_keys, new_members = {start}, set[str]()
        while new_keys or new_members:
            found = {
                one
                for key in new_keys
                for (one,) in self._db.execute("SELECT mention FROM block WHERE key = ?", (key,))
            }
            new_members |= found - members
            members |= new_members
            told = {other for one in new_members for other in self._decisions.same(one)} - members
            new_keys = set()
            for part in chunks(new_members | told):
                marks = ",".join("?" * len(part))
                new_keys |= {
                    key
                    for (key,) in self._db.execute(
                        f"SELECT key FROM block WHERE mention IN ({marks}) AND key NOT LIKE 'in|%'", part
                    )
                }
            new_keys -= keys
            keys |= new_keys
            new_members = set()
        return members, keys

    def _resolve(self, ids: Iterable[str]) -> dict[str, str | None]:
        """Cluster a component, and give every mention its node; the former nodes of those that got another."""
        families: dict[str, list[Mention]] = defaultdict(list)
        for one in read_mentions(self._db, ids):
            families["person" if one.kind == "official" else one.kind].append(one)
        changed: dict[str, str | None] = {}
        for family, members in families.items():
            clusters = Clusters(members, apart_within_article=family in ("meeting", "visit"))
            clusters.obey(self._decisions)
            for kind in sorted({one.kind for one in members}):
                self._kinds[kind].cluster([one for one in members if one.kind == kind], clusters)
            nodes = clusters.nodes()
            if family == "person" and not self._private:
                for group in clusters.groups():
                    if not any(map(is_public, group)):
                        nodes.update((one.id, "") for one in group)
            former = self._former(nodes)
            moved = {one: node for one, node in nodes.items() if former.get(one) != node}
            self._db.executemany(
                "UPDATE mention SET node = ? WHERE id = ?", [(node, one) for one, node in moved.items()]
            )
            changed.update((one, former.get(one)) for one in moved)
            self._ledger.mark("name", {one.folded for one in members if one.kind == "official" and one.id in moved})
        return changed

    def _former(self, ids: Iterable[str]) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        for part in chunks(ids):
            found.update(
                self._db.execute(f"SELECT id, node FROM mention WHERE id IN ({','.join('?' * len(part))})", part)
            )
        return found
