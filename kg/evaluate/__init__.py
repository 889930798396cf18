"""How right the records are, against annotated articles."""

from kg.evaluate.gold import GoldDocument, gold
from kg.evaluate.score import score

__all__ = ["GoldDocument", "gold", "score"]
