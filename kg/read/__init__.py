"""Files, folders and standard input to `Document`s: encodings, formats, archives, metadata beside the text."""

from kg.read.documents import documents
from kg.read.original import source_text
from kg.read.sources import sources

__all__ = ["documents", "source_text", "sources"]
