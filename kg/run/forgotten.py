"""People to forget: their names as salted hashes, and records and texts without them."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.model.record import ArticleRecord


class Forgotten:
    """A file of one salt and the hashes of names, so that the file itself names nobody."""

    def __init__(self, path: Path) -> None:
        self._path = path
        content: dict[str, Any] = (
            json.loads(path.read_text(encoding="utf-8"))
            if path.exists()
            else {"salt": secrets.token_hex(16), "hashes": []}
        )
        self._salt: str = content["salt"]
        self._hashes: set[str] = set(content["hashes"])

    def __bool__(self) -> bool:
        return bool(self._hashes)

    def __contains__(self, name: str) -> bool:
        return self._hash(name) in self._hashes

    def among(self, record: ArticleRecord) -> list[str]:
        """The forgotten names that a record holds, each once."""
        names = {*(o.name for o in record.officials), *(p.name for p in record.people), *record.byline}
        return sorted(name for name in names if name in self) if self else []

    def add(self, names: Iterable[str]) -> None:
        """Forget these names too, and write the file."""
        self._hashes |= {self._hash(name) for name in names}
        content = {"salt": self._salt, "hashes": sorted(self._hashes)}
        self._path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")

    def _hash(self, name: str) -> str:
        return hashlib.scrypt(name.encode(), salt=bytes.fromhex(self._salt), n=2**10, r=8, p=1, dklen=16).hex()


def blotted(text: str, name: str) -> str:
    """The text with every character of the name as ■, so that offsets stand."""
    return text.replace(name, "■" * len(name))


def redacted(record: ArticleRecord, name: str) -> ArticleRecord:
    """The record without the person: facts and links that name them are gone, quotes blotted."""

    def clean(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: clean(part) for key, part in value.items()}
        if isinstance(value, list):
            return [
                clean(part)
                for part in value
                if part != name and not (isinstance(part, dict) and part.get("name") == name)
            ]
        return blotted(value, name) if isinstance(value, str) else value

    return ArticleRecord.model_validate(clean(json.loads(record.dump())))
