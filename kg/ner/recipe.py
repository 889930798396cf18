"""How a name tagger was trained, kept beside its weights in `model.json`."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from kg.ner.features import Signs


class Recipe(BaseModel):
    """What the training does beside reading the files."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seed: int = 0
    iterations: int = Field(default=10, ge=1)
    """Passes of the averaged perceptron."""
    least: int = Field(default=9, ge=1)
    """How often a feature must occur to be kept."""
    empty_share: float = Field(default=0.4, ge=0, le=1)
    """Share of the sentences without entities that are kept."""
    exchanged_share: float = Field(default=0.25, ge=0, le=1)
    """Share of the sentences with people of which a copy with other names is added."""


class Meta(BaseModel):
    """What a model is called, and what it was made with."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = "kg_ner"
    version: str = "1"
    recipe: Recipe = Recipe()
    signs: Signs
