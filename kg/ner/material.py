"""What the tagger is trained on: labelled texts in JSON Lines, as pieces of folded text with their entities.

One object a line: `text`; `entities`, a list of `[start, end, label]` with the labels PER (or
PERSON), ORG and LOC; `doubt`, a list whose first two values are offsets: pieces that touch one are left out.
Offsets are characters of `text`. `kg train silver` writes such files.
"""

from __future__ import annotations

import itertools
import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from kg.errors import ModelError
from kg.ner.entity import LABELS, Entity, Label
from kg.ner.pieces import folded, marked, pieces

_LABEL: dict[str, Label] = {"PER": "PERSON", **{label: label for label in LABELS}}


class Piece(NamedTuple):
    """A sentence to learn from; entities are offsets in it."""

    text: str
    entities: tuple[Entity, ...]


def _open(path: Path) -> IO[str]:
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _item(row: Any) -> Iterator[Piece]:
    text = marked(row["text"])
    seen = folded(text)
    entities = sorted(Entity(start, end, _LABEL[label]) for start, end, label in row["entities"])
    if any(not 0 <= e.start < e.end <= len(text) for e in entities):
        raise ValueError("an entity lies outside its text")
    if any(left.end > right.start for left, right in itertools.pairwise(entities)):
        raise ValueError("two entities overlap")
    doubt = [(span[0], span[1]) for span in row.get("doubt", ())]
    for start, end in pieces(text):
        if any(first < end and start < last for first, last in doubt):
            continue
        inside = [e for e in entities if e.start < end and start < e.end]
        if all(start <= e.start and e.end <= end for e in inside):
            yield Piece(seen[start:end], tuple(Entity(e.start - start, e.end - start, e.label) for e in inside))


def read(path: Path) -> Iterator[Piece]:
    """The pieces of a file, `.jsonl` or `.jsonl.xz`, in order; a piece that cuts an entity is left out.

    Raises:
        ModelError: The file cannot be read, or a line of it is no labelled text.
    """
    number = 0
    try:
        with _open(path) as lines:
            for number, line in enumerate(lines, 1):  # noqa: B007  (the handlers below name the line)
                if line.strip():
                    yield from _item(json.loads(line))
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise ModelError(f"{path}: cannot be read ({error}).", "Name a file that kg train silver wrote.") from error
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise ModelError(
            f"{path}:{number}: is no labelled text ({type(error).__name__}: {error}).",
            'A line is {"text": …, "entities": [[start, end, "PER"], …]}, offsets in characters.',
        ) from error
