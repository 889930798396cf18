"""The vote: what three teachers say of a text becomes its labels, and what they leave in doubt."""

from kg.ner.silver.journal import Journal
from kg.ner.silver.label import Labelled, silver
from kg.ner.silver.votes import Votes
from kg.ner.silver.write import write

__all__ = ["Journal", "Labelled", "Votes", "silver", "write"]
