"""jiojio 1.2.8 (GPL-3.0: measured, never shipped): words with the part of speech nr."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any


def load() -> Callable[[str], list[str]]:
    """Its words tagged as persons."""
    jiojio: Any = importlib.import_module("jiojio")
    jiojio.init(pos=True)
    return lambda text: [
        word for line in filter(None, text.split("\n")) for word, tag in jiojio.cut(line) if tag == "nr"
    ]


def files() -> list[Path]:
    """Its models and dictionaries."""
    folder = Path(str(importlib.import_module("jiojio").__file__)).parent
    return [file for part in ("models", "dictionary") for file in (folder / part).rglob("*") if file.is_file()]
