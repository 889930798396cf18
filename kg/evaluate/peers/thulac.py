"""thulac 0.2.2 (the terms of its model are unchecked: measured, never a teacher): words tagged np."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def load() -> Callable[[str], list[str]]:
    """Its words tagged as persons."""
    vars(time)["clock"] = time.perf_counter  # gone since Python 3.8, and asked for by thulac
    model: Any = importlib.import_module("thulac").thulac()
    return lambda text: [
        word for line in filter(None, text.split("\n")) for word, tag in model.cut(line) if tag == "np"
    ]


def files() -> list[Path]:
    """Its models."""
    folder = Path(str(importlib.import_module("thulac").__file__)).parent / "models"
    return [file for file in folder.rglob("*") if file.is_file()]
