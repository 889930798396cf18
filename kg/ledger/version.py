"""Which code wrote a ledger: after a change of it, what it derived is derived anew."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from kg.lexicon import load


@functools.cache
def code_version(*folders: str) -> str:
    """12 hex digits over the Python files of these folders of the package."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for path in sorted(path for folder in folders for path in (package / folder).glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


@functools.cache
def lexicon_version(*names: str) -> str:
    """12 hex digits over these lexicons."""
    return hashlib.sha256("".join(load(name).sha256 for name in names).encode()).hexdigest()[:12]
