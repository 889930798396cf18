"""What a person decided of two mentions: the same, or not."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from kg.errors import RecordError
from kg.model.record import Model


class Judgement(Model):
    """One line of `judgements.jsonl`, which only grows: a later line may take an earlier one back."""

    id: str = Field(min_length=1)
    verdict: Literal["same", "not_same"]
    mentions: tuple[str, str] = Field(strict=False)
    supersede: str | None = None
    """Id of the judgement that this one takes the place of."""
    by: str | None = None
    at: str | None = None


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that no other supersedes."""
    judgements = list(judgements)
    gone = {j.supersede for j in judgements if j.supersede}
    return [j for j in judgements if j.id not in gone]


def read_judgements(path: Path) -> list[Judgement]:
    """The judgements of a file in force; none where there is no file.

    Raises:
        RecordError: A line is no judgement.
    """
    if not path.exists():
        return []
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                found.append(Judgement.model_validate(json.loads(line)))
            except (json.JSONDecodeError, ValidationError):
                raise RecordError(f"{path}:{number}: is no judgement.", "Give id, verdict (same, not_same) and two mentions.") from None
    return in_force(found)
