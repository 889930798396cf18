"""Statements follow their mentions: which unit of the graph each of them speaks of."""

from __future__ import annotations

from kg.ledger import Ledger
from kg.ledger.mentions import chunks
from kg.ledger.units import NODE_LABELS, holders_unit, link_unit, node_unit

_OF_THE_NODE = frozenset({"FROM", "OF"})
"""Relationships that are computed with the node they start from."""

_QUERY = """
SELECT s.id, s.predicate, s.unit, s.subject, s.object, sm.kind, sm.node, om.kind, om.node, e.post
FROM statement s LEFT JOIN mention sm ON sm.id = s.subject LEFT JOIN mention om ON om.id = s.object
LEFT JOIN exclusive e ON e.post = om.node AND s.predicate = 'HOLDS'
WHERE s.{end} IN ({marks})"""

Row = tuple[int, str, str | None, str, str | None, str | None, str | None, str | None, str | None, str | None]


def renew(ledger: Ledger, changed: dict[str, str | None]) -> None:
    """Give the statements of mentions that came to another node their new units, and mark old and new ones.

    Args:
        ledger: Inside `writing`.
        changed: Mentions that have a new node, with their former one.
    """
    db = ledger.db
    units: set[str] = set()
    for part in chunks(changed):
        marks = ",".join("?" * len(part))
        for one, kind, node in db.execute(f"SELECT id, kind, node FROM mention WHERE id IN ({marks})", part):
            units |= {node_unit(NODE_LABELS[kind], at) for at in (node, changed[one]) if at}
        rows: dict[int, Row] = {}
        for end in ("subject", "object"):
            rows.update((row[0], row) for row in db.execute(_QUERY.format(end=end, marks=marks), part))
        updates = []
        for row in rows.values():
            start, target, unit, touched = _placed(row)
            units |= {one for one in (row[2], *touched) if one}
            updates.append((start, target, unit, row[0]))
        db.executemany("UPDATE statement SET subject_node = ?, object_node = ?, unit = ? WHERE id = ?", updates)
    ledger.mark("unit", units)


def _placed(row: Row) -> tuple[str | None, str | None, str | None, list[str]]:
    """Subject node, object node and unit of a statement, and the units that it touches."""
    _, predicate, _, subject, object, subject_kind, subject_node, object_kind, object_node, exclusive = row
    start, label = (subject, "Article") if predicate == "FROM" else (subject_node, NODE_LABELS[subject_kind or ""])
    own = [node_unit(label, start)] if start else []
    other = [node_unit(NODE_LABELS[object_kind or ""], object_node)] if object and object_node else []
    if not start or (object and not object_node):
        return start, object_node, None, own + other
    if object is None or predicate in _OF_THE_NODE:
        return start, object_node, own[0], own + other
    assert object_node is not None
    unit = holders_unit(object_node) if exclusive else link_unit(predicate, start, object_node)
    return start, object_node, unit, [unit, *own, *other]
