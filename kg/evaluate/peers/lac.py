"""LAC 2.1.2, computed in numpy: the package cannot be imported without an old paddle."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.ner.teachers.lac import Lac


def load() -> Callable[[str], list[str]]:
    """Its PER spans."""
    model = Lac()
    return lambda text: [text[start:end] for start, end, label in model.entities(text) if label == "PERSON"]


def files() -> list[Path]:
    """Its model."""
    return [file for file in Lac.folder().rglob("*") if file.is_file()]
