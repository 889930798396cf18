"""`kg schema`: write, or check, what the models and the graph publish."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import err
from kg.errors import KgError
from kg.graph.ddl import constraints
from kg.graph.schema import ADDED, LABELS, RELATIONSHIPS, SCHEMA_VERSION
from kg.model.record import ArticleRecord


def published() -> dict[str, str]:
    """Every file of `schemas/`, by name, with its content."""
    record = ArticleRecord.model_json_schema()
    graph = {
        "version": SCHEMA_VERSION,
        "labels": {
            label.name: {
                "chinese": label.chinese,
                "meaning": label.meaning,
                "key": "id",
                "added_labels": {name: ADDED[name] for name in label.added},
                "properties": label.properties,
            }
            for label in LABELS.values()
        },
        "relationships": {
            kind.name: {
                "chinese": kind.chinese,
                "meaning": kind.meaning,
                "ends": [{"from": a, "to": b} for a, b in kind.ends],
                "properties": kind.properties,
            }
            for kind in RELATIONSHIPS.values()
        },
    }
    return {
        "record.schema.json": json.dumps(record, ensure_ascii=False, indent=2) + "\n",
        "graph.json": json.dumps(graph, ensure_ascii=False, indent=2) + "\n",
        "constraints.cypher": "".join(f"{statement};\n" for statement in constraints()),
    }


def schema(
    folder: Annotated[Path, typer.Argument(help="Where the files go.")] = Path("schemas"),
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail where a file differs.")] = False,
) -> None:
    """Write the JSON Schema of the record, the graph's schema, and Neo4j's constraints and indexes as Cypher.

    Examples:

        kg schema

        kg schema --check
    """
    files = published()
    if check:
        stale = [
            name
            for name, content in files.items()
            if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != content
        ]
        if stale:
            raise KgError(
                f"{folder}: {', '.join(stale)} is not what the models publish.", "Write it again with: kg schema"
            )
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")
    err.print(f"{folder}: {', '.join(files)}")
