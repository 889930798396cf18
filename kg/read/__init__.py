"""Files, folders and standard input to `Document`s: encodings, formats, metadata beside the text."""

from kg.read.documents import documents
from kg.read.sources import sources

__all__ = ["documents", "sources"]
