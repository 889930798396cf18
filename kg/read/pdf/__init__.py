"""PDF with a text layer: glyphs to lines, lines to columns, columns to paragraphs in reading order."""

from kg.read.pdf.document import read_pdf

__all__ = ["read_pdf"]
