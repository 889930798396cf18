"""What could not be read, and what to do about it: a line of `failures.jsonl`."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import ReadError


@dataclass(frozen=True, slots=True)
class Failure:
    """One source, line or row that gave nothing, or gave less than it says; the run goes on behind it."""

    path: str
    """As given by the user; `-` for standard input."""
    reason: str
    """What is wrong, as the rest of a sentence that begins with the path."""
    remedy: str = ""
    """What to do about it, one sentence."""
    line: int | None = None
    """From 1, where the source goes by lines."""

    @classmethod
    def of(cls, error: ReadError) -> Failure:
        """The failure that an error of reading or cleaning stands for."""
        return cls(error.path, error.reason, error.remedy, error.line)

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where} {self.reason}. {self.remedy}".strip()
