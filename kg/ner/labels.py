"""Entities as one tag a character: BIOES for people, whose ends matter most, BIO for bodies and places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.ner.entity import Entity, Label

_SHORT: dict[Label, str] = {"PERSON": "P", "ORG": "O", "LOC": "L"}
_LONG = {short: label for label, short in _SHORT.items()}
OUTSIDE = "-"


def encode(length: int, entities: Iterable[Entity]) -> list[str]:
    """The tags of a piece of that many characters; entities are offsets in it and do not overlap."""
    tags = [OUTSIDE] * length
    for start, end, label in entities:
        short = _SHORT[label]
        tags[start:end] = [f"I{short}"] * (end - start)
        tags[start] = f"B{short}"
        if short == "P":
            tags[end - 1] = "EP" if end - start > 1 else "SP"
    return tags


def decode(tags: Sequence[str]) -> list[Entity]:
    """The entities that a sequence of tags says, in order; a broken sequence gives what can be read of it."""
    found: list[Entity] = []
    start = -1
    for at, tag in enumerate([*tags, OUTSIDE]):
        opens = tag[0] in "BS" or (tag != OUTSIDE and (start < 0 or tags[at - 1][1] != tag[1]))
        if start >= 0 and (opens or tag == OUTSIDE):
            found.append(Entity(start, at, _LONG[tags[at - 1][1]]))
            start = -1
        if opens:
            start = at
        if tag[0] in "ES" and start >= 0:
            found.append(Entity(start, at + 1, _LONG[tag[1]]))
            start = -1
    return found
