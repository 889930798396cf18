"""Who and what is the same across articles: a file a kind."""

from kg.resolve.context import Context
from kg.resolve.resolution import Candidate, Resolution, resolve

__all__ = ["Candidate", "Context", "Resolution", "resolve"]
