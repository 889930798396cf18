"""Who and what is one across articles: blocks, comparisons, clusters, and what people decided."""

from kg.resolve.judgements import Decisions, judge, read_judgements

__all__ = ["Decisions", "judge", "read_judgements"]
