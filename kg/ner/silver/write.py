"""Labelled articles to a file."""

from __future__ import annotations

import lzma
import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from kg.ner.silver.label import Labelled


def write(articles: Iterable[Labelled], path: Path, teachers: str) -> int:
    """Write one article a line, compressed where the name ends in `.xz`; the number of articles.

    The file is there whole or not at all, and the same articles give the same bytes.
    """
    beside = path.with_name(f".{path.name}.part")
    count = 0
    with _open(beside, compressed=path.suffix == ".xz") as lines:
        for article in articles:
            lines.write(article.dump(teachers) + "\n")
            count += 1
    os.replace(beside, path)
    return count


def _open(path: Path, *, compressed: bool) -> IO[str]:
    if compressed:
        return lzma.open(path, "wt", preset=9, encoding="utf-8", newline="\n")
    return path.open("w", encoding="utf-8", newline="\n")
