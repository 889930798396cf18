"""A rule: a stable id, one line that says what it means, a pattern, and what it produces.

Adding one takes one `Rule(…)` in the `patterns.py` of its kind, and one positive and one
near-miss sentence in `tests/annotate/<kind>.yaml`; a test fails for a rule without both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic

from typing_extensions import TypeVar

Produced = TypeVar("Produced", default=Any)

REGISTRY: dict[str, Rule] = {}
"""Every rule by its id, filled when the components are imported."""

_ID = re.compile(r"[a-z]+\.[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Rule(Generic[Produced]):
    """One rule.

    `id` is `<kind>.<words-with-hyphens>`, the kind being the folder's name. `pattern` is a regular
    expression over the characters of the text; None for a rule that joins what others found.
    `produce` turns a match into a value, or None to decline it. `needs` is a word that stands in every
    match; a text without it is not searched, which is most texts for most rules.
    """

    id: str
    meaning: str
    pattern: re.Pattern[str] | None = None
    produce: Callable[[re.Match[str]], Produced | None] | None = None
    needs: str = ""

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ValueError(f"rule id {self.id!r}: write <kind>.<words-with-hyphens>")
        if self.id in REGISTRY:
            raise ValueError(f"rule id {self.id!r} is taken")
        REGISTRY[self.id] = self

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[re.Match[str], Produced]]:
        """Matches in `text[start:end]`, left to right, with what each produces."""
        assert self.pattern is not None, f"{self.id} has no pattern of its own"
        assert self.produce is not None, f"{self.id} produces nothing"
        end = len(text) if end is None else end
        if text.find(self.needs, start, end) < 0:
            return
        for match in self.pattern.finditer(text, start, end):
            value = self.produce(match)
            if value is not None:
                yield match, value
