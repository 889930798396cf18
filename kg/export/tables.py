"""CSV: a folder with one table a label and one a relationship type, in UTF-8 that Excel opens."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.export.rows import flat
from kg.graph.delta import Node, Relationship
from kg.graph.schema import LABELS, RELATIONSHIPS


def _write(path: Path, columns: list[str], rows: Iterable[Mapping[str, object]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def write_csv(nodes: Iterable[Node], relationships: Iterable[Relationship], folder: Path) -> None:
    """Write `nodes_<Label>.csv` and `relationships_<TYPE>.csv`; columns in the schema's order."""
    folder.mkdir(parents=True, exist_ok=True)
    by_label: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_label[node.label].append(node)
    for label, members in by_label.items():
        columns = ["id", "labels", *(name for name in LABELS[label].properties if name != "id")]
        rows = ({"id": n.id, "labels": "|".join(n.labels), **dict(flat(n.properties))} for n in members)
        _write(folder / f"nodes_{label}.csv", columns, rows)
    by_type: dict[str, list[Relationship]] = defaultdict(list)
    for relationship in relationships:
        by_type[relationship.type].append(relationship)
    for kind, edges in by_type.items():
        columns = [
            "id",
            "from_label",
            "from",
            "to_label",
            "to",
            *(name for name in RELATIONSHIPS[kind].properties if name != "id"),
        ]
        ends = (
            {
                "id": r.id,
                "from_label": r.start[0],
                "from": r.start[1],
                "to_label": r.end[0],
                "to": r.end[1],
                **dict(flat(r.properties)),
            }
            for r in edges
        )
        _write(folder / f"relationships_{kind}.csv", columns, ends)
