"""A taste of a graph: the officials, initiatives and projects that are most in it, for the report of a build."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.store import Store


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a title, as a page shows them."""

    title: str
    chinese: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]


_MOST = 4
"""Posts or places in a cell."""

_OFFICIALS = """
MATCH (o:Person)-[r:ATTENDED]->(m:Meeting)
WITH o, count(DISTINCT m) AS meetings ORDER BY meetings DESC, o.name, o.id LIMIT 10
OPTIONAL MATCH (o)-[:CHAIRED]->(c:Meeting)
WITH o, meetings, count(DISTINCT c) AS chaired
OPTIONAL MATCH (o)-[h:HOLDS]->(p:Post) WHERE h.status = 'current'
WITH o, meetings, chaired, p.name AS post, max(h.last_seen_to) AS seen ORDER BY seen DESC, post
WITH o, meetings, chaired, collect(post) AS posts
RETURN o.name AS official, posts, meetings, chaired
ORDER BY meetings DESC, chaired DESC, official, posts
"""
_INITIATIVES = """
MATCH (i:Initiative)-[r:CARRIED_OUT_IN]->(p:Place)
WITH i, count(DISTINCT p) AS places, max(r.support) AS articles
RETURN i.name AS initiative, i.kind AS kind, places, articles
ORDER BY places DESC, articles DESC, initiative LIMIT 10
"""
_PROJECTS = """
MATCH (x:Project)
WHERE x.investment_cny IS NOT NULL
WITH x ORDER BY x.investment_cny DESC, x.name, x.id LIMIT 10
OPTIONAL MATCH (x)-[:LOCATED_IN]->(p:Place)
WITH x, p ORDER BY p.name
WITH x, collect(p.name) AS places
RETURN x.name AS project, places, x.stage AS stage, x.investment_cny AS investment
ORDER BY investment DESC, project
"""


def taste(store: Store) -> list[Table]:
    """Ten of each at most; tables without rows are left out."""
    found = []
    for title, chinese, cypher in (
        ("Officials by meetings", "参会最多的官员", _OFFICIALS),
        ("Initiatives by places", "覆盖地方最多的举措", _INITIATIVES),
        ("Projects by investment", "投资最大的项目", _PROJECTS),
    ):
        result = store.query(cypher)
        if len(result):
            rows = [
                [_shown(column, value) for column, value in zip(result.columns, row, strict=True)]
                for row in result.rows
            ]
            found.append(Table(title, chinese, tuple(result.columns), rows))
    return found


def _shown(column: str, value: Any) -> Any:
    if isinstance(value, list):
        return "、".join(map(str, value[:_MOST])) + ("等" if len(value) > _MOST else "")
    if column == "investment":
        return f"{value / 1e8:,.2f} 亿元" if value >= 1e8 else f"{value / 1e4:,.0f} 万元"
    return "" if value is None else value
