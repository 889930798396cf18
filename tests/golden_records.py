"""The seeds' records as the tests hold them: `python -m tests.golden_records` writes them again, for review."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import kg
from kg.lexicon import seeds_folder

GOLDEN = Path(__file__).parent / "golden"


def records() -> dict[str, list[dict[str, object]]]:
    """The records of each seed document by its file's stem, without what changes with every commit."""
    found: dict[str, list[dict[str, object]]] = defaultdict(list)
    folder = seeds_folder("documents")
    for record in kg.extract(folder):
        content = json.loads(record.dump())
        content.pop("made_by")
        for source in [content, *content["sources"]]:
            for key in ("source", "path"):
                if key in source:
                    source[key] = Path(source[key]).name
            source.pop("given", None)
        found[content["source"].partition(".")[0]].append(content)
    return dict(found)


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for stem, content in records().items():
        (GOLDEN / f"{stem}.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
