"""Officials who may be one across blocks: a transfer, a promotion, a slip in one character. Kept for a person to decide, never joined."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.ledger import Ledger
from kg.ledger.mentions import COLUMNS, mention
from kg.model.mention import Mention
from kg.resolve.judgements import Decisions
from kg.resolve.officials import Held, Officials

MOST = 20
"""Namesakes kept as candidates for a name, the best ones."""
_COMPARED = 60
"""Namesakes of one province that are compared at most: beyond, a name alone says nothing."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two officials who may be one; `score` from 0 to 1."""

    first: str
    """Id of a mention of the one that was seen earlier."""
    second: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one official of the graph."""

    node: str
    folded: str
    mentions: tuple[str, ...]
    posts: tuple[Held, ...]
    first: str
    last: str
    provinces: frozenset[str]

    @property
    def step(self) -> int | None:
        return max((held.title.step for held in self.posts if held.title.step is not None), default=None)


def candidates(ledger: Ledger) -> list[Candidate]:
    """All candidates of a ledger, the best first."""
    rows = ledger.db.execute("SELECT first, second, score, reasons FROM candidate ORDER BY score DESC, first, second")
    return [Candidate(first, second, score, tuple(json.loads(reasons))) for first, second, score, reasons in rows]


def suggest(db: sqlite3.Connection, officials: Officials, decisions: Decisions) -> None:
    """Compute anew the candidates of the names that were touched."""
    names = {name for (name,) in db.execute("SELECT key FROM dirty WHERE kind = 'name'")}
    for name in names:
        db.execute("DELETE FROM candidate WHERE name = ?1 OR other = ?1", (name,))
    for name in sorted(names):
        mine = _known(db, officials, name)
        found = sorted(
            (pair for pair in _namesakes(mine) if not decisions.apart(pair[0].mentions, pair[1].mentions)),
            key=lambda pair: (-pair[2], pair[0].node, pair[1].node),
        )[:MOST]
        slips = (pair for other in _slips(db, name) for pair in _misspelt(mine, _known(db, officials, other)))
        found += [pair for pair in slips if not decisions.apart(pair[0].mentions, pair[1].mentions)]
        db.executemany(
            "INSERT OR REPLACE INTO candidate VALUES (?, ?, ?, ?, ?, ?)",
            [
                (a.node, b.node, score, json.dumps(reasons, ensure_ascii=False), a.folded, b.folded)
                for a, b, score, reasons in found
            ],
        )
    db.execute("DELETE FROM dirty WHERE kind = 'name'")


_Pair = tuple[_Known, _Known, float, list[str]]


def _known(db: sqlite3.Connection, officials: Officials, name: str) -> list[_Known]:
    query = f"SELECT {COLUMNS}, m.node FROM mention m JOIN article a ON a.id = m.article WHERE m.folded = ? AND m.kind = 'official'"
    by_node: dict[str, list[Mention]] = defaultdict(list)
    for *row, node in db.execute(query, (name,)):
        by_node[node].append(mention(tuple(row)))
    return [_summary(node, found, officials) for node, found in sorted(by_node.items())]


def _summary(node: str, found: list[Mention], officials: Officials) -> _Known:
    posts = {
        (held.key, held.status): held
        for one in found
        for held in officials.posts(one)
        if held.division is not None and not held.title.weak
    }
    days = sorted(one.day for one in found if one.day)
    provinces = frozenset(key.rsplit("|", 1)[1][:2] for one in found for key in officials.blocks(one))
    return _Known(
        node,
        found[0].folded,
        tuple(sorted(one.id for one in found)),
        tuple(posts[key] for key in sorted(posts)),
        days[0] if days else "",
        days[-1] if days else "",
        provinces,
    )


def _in_order(one: _Known, other: _Known) -> tuple[_Known, _Known]:
    return (one, other) if (one.first, one.node) <= (other.first, other.node) else (other, one)


def _namesakes(known: list[_Known]) -> Iterable[_Pair]:
    by_province: dict[str, list[_Known]] = defaultdict(list)
    for one in known:
        for province in one.provinces:
            by_province[province].append(one)
    seen = set()
    for province, group in sorted(by_province.items()):
        if province == "10" or province.startswith("?"):
            continue
        for pair in itertools.combinations(group[:_COMPARED], 2):
            one, other = _in_order(*pair)
            if (one.node, other.node) not in seen:
                seen.add((one.node, other.node))
                score, reasons = _career(one, other)
                if score >= 0.5:
                    yield one, other, score, reasons


def _career(one: _Known, other: _Known) -> tuple[float, list[str]]:
    """How well two namesakes of a province fit as one career."""
    score, reasons = 0.4, ["same name, same province"]
    if len(one.folded) > 2:
        score += 0.1
    before, after = one.step, other.step
    overlap = bool(one.last and other.first) and other.first < one.last
    if before is not None and after is not None and not overlap:
        if 0 < after - before <= 2:
            score, reasons = score + 0.3, [*reasons, "promotion: the later post is a rank higher"]
        elif after == before:
            score, reasons = score + 0.2, [*reasons, "transfer: the later post is of the same rank"]
    if overlap:
        score, reasons = score - 0.3, [*reasons, "seen in both places at one time"]
    if (
        one.last
        and other.first
        and not overlap
        and abs((dt.date.fromisoformat(other.first) - dt.date.fromisoformat(one.last)).days) > 3650
    ):
        score, reasons = score - 0.1, [*reasons, "more than ten years between"]
    return round(score, 2), reasons


def _slips(db: sqlite3.Connection, name: str) -> list[str]:
    """Names of officials of the same posts that differ from this one in one character of the given name."""
    if len(name) < 3:
        return []
    query = """
    SELECT DISTINCT other.folded FROM (
      SELECT DISTINCT s.object_node AS post FROM mention m JOIN statement s ON s.subject = m.id AND s.predicate = 'HOLDS'
      WHERE m.folded = ?1 AND m.kind = 'official') held
    JOIN statement s ON s.object_node = held.post AND s.predicate = 'HOLDS' AND s.object IS NOT NULL
    JOIN mention other ON other.id = s.subject
    WHERE length(other.folded) = length(?1) AND other.folded <> ?1"""
    others = (other for (other,) in db.execute(query, (name,)))
    return sorted(
        other for other in others if sum(a != b for a, b in zip(name, other, strict=True)) == 1 and name[0] == other[0]
    )


def _misspelt(mine: list[_Known], others: list[_Known]) -> Iterable[_Pair]:
    for one, other in itertools.product(mine, others):
        shared = {held.key for held in one.posts} & {held.key for held in other.posts}
        if shared:
            exclusive = any(held.title.exclusive for held in one.posts if held.key in shared)
            first, second = _in_order(one, other)
            title = min(shared)[0]
            yield (
                first,
                second,
                0.8 if exclusive else 0.6,
                [f"names differ in one character, both {title} of the same place"],
            )
