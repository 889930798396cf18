"""A document's pages, lines and noise to clean `Article`s that know where each character came from."""

from kg.clean.articles import articles

__all__ = ["articles"]
