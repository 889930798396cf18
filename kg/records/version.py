"""What made a record: a hash of the code, lexicons, gazetteer and models that could change it."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from kg.lexicon import seeds_folder

_CODE = ("model", "lexicon", "read", "clean", "words", "ner", "annotate", "records")


@functools.cache
def made_by(ner: str = "") -> str:
    """12 hex digits that change whenever a rule, a lexicon, the gazetteer or a model does.

    Args:
        ner: Name and version of the NER in front of the rules.
    """
    package = Path(__file__).parent.parent
    files = [path for part in _CODE for path in (package / part).rglob("*") if path.is_file() and path.suffix != ".pyc"]
    files += [path for part in ("lexicons", "gazetteer") for path in seeds_folder(part).rglob("*") if path.is_file()]
    digest = hashlib.sha256(ner.encode())
    for path in sorted(files, key=lambda path: (path.parent.name, path.name)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
