"""What a name tagger says: stretches of text with a label."""

from __future__ import annotations

from typing import Literal, NamedTuple

Label = Literal["PERSON", "ORG", "LOC"]
LABELS: tuple[Label, ...] = ("PERSON", "ORG", "LOC")


class Entity(NamedTuple):
    """`text[start:end]` is the name of a person, a body or a place."""

    start: int
    end: int
    label: Label
