"""Who and what is one across articles: blocks, comparisons, clusters, and what people decided."""

from kg.resolve.candidates import Candidate, candidates
from kg.resolve.judgements import Decisions, judge, read_judgements

__all__ = ["Candidate", "Decisions", "candidates", "judge", "read_judgements"]
