"""cutword 0.1.1, computed in numpy: the same entities as with PyTorch, which it would take to import it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.ner.teachers.cutword import Cutword


def load() -> Callable[[str], list[str]]:
    """Its PERSON spans."""
    model = Cutword()
    return lambda text: [text[start:end] for start, end, label in model.entities(text) if label == "PERSON"]


def files() -> list[Path]:
    """Its model, vocabulary and dictionary."""
    folder = Cutword.folder()
    return [folder / name for name in ("model_params.pth", "ner_vocab_tags.json", "dict.txt")]
