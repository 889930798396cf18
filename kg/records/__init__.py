"""From annotated docs to records."""

from kg.records.assemble import assemble

__all__ = ["assemble"]
