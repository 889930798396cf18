"""What a person decided of two or more mentions: one line of `judgements.jsonl`."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Judgement(BaseModel):
    """Mentions are of one thing (`same`), are of different things (`not_same`), or nobody can say (`unsure`).

    `unsure` decides nothing; superseding with it takes an earlier judgement back.
    """

    model_config = ConfigDict(extra="forbid", strict=True)

    id: str = Field(min_length=1)
    decision: Literal["same", "not_same", "unsure"]
    mentions: list[str] = Field(min_length=2)
    """Ids of mentions, which never move."""
    supersedes: str | None = None
    """Id of an earlier judgement that no longer holds."""
    by: str | None = None
    """Who decided."""
    on: str | None = None
    """When, as ISO time."""
    note: str | None = None
