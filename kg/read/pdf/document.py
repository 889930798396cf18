"""A PDF to one text; encrypted, broken and scanned ones by name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import ReadError
from kg.model.document import Metadata
from kg.model.failure import Failure
from kg.model.passage import join
from kg.read.entry import Entry, Text
from kg.read.pdf.blocks import page_blocks
from kg.read.pdf.furniture import without_furniture
from kg.read.pdf.glyphs import Glyph, page_glyphs
from kg.read.pdf.lines import page_lines
from kg.read.pdf.order import in_reading_order
from kg.read.pdf.paragraphs import paragraphs
from kg.read.published import published_on

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_RECOGNISE = "Run text recognition on it (ocrmypdf -l chi_sim), and give what that makes."
_DATED = re.compile(r"(?:19|20)\d\d\s*(?:年\s*\d{1,2}\s*月|[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2})")
_NO_LETTER = re.compile(r"[\ue000-\uf8ff\ufffd\ufffe\x00-\x1f]")
_FEWEST = 10
"""Characters below which a page counts as one without text."""
_TOP = 400
"""Characters in which a document shows its title."""
PAGE_BREAK = "\f"


def read_pdf(entry: Entry, data: bytes, sha256: str) -> Iterator[Text | Failure]:
    """The text of a PDF; its source is the pages' text as the library gives it, with a form feed between pages.

    Pages that are scans are named in one failure, and the others read.

    Raises:
        ReadError: It is broken, behind a password, or has no text at all.
    """
    pdf = _opened(entry, data)
    try:
        texts, glyphs, heights = _pages(entry, pdf)
        blank = [number for number, found in enumerate(glyphs, 1) if len(found) < _FEWEST]
        if sum(map(len, glyphs)) < _FEWEST:
            raise ReadError(entry.name, "has no text layer: it is a scan, or empty", _RECOGNISE)
        if failure := _scans(entry, pdf, blank):
            yield failure
        yield _text(entry, pdf, texts, glyphs, heights, sha256)
    finally:
        pdf.close()


def _opened(entry: Entry, data: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(entry.name, "is behind a password", "Save it without one.") from None
        raise ReadError(entry.name, "is no PDF, or a broken one", "Fetch it again.") from None


def _pages(entry: Entry, pdf: PdfDocument) -> tuple[list[str], list[list[Glyph]], list[tuple[float, float]]]:
    from pypdfium2 import PdfiumError

    texts, glyphs, heights = [], [], []
    for number in range(len(pdf)):
        try:
            page = pdf[number]
            text, found = page_glyphs(page)
            _, bottom, _, top = page.get_bbox()
            page.close()
        except PdfiumError:
            raise ReadError(entry.name, f"is broken at page {number + 1}", "Fetch it again.") from None
        texts.append(text)
        glyphs.append(found)
        # A page that was laid on its side reaches beyond the sheet that it was.
        heights.append((min([bottom, *(g.base for g in found)]), max([top, *(g.base for g in found)])))
    return texts, glyphs, heights


def _scans(entry: Entry, pdf: PdfDocument, blank: list[int]) -> Failure | None:
    """Which pages are pictures; a blank page is no loss."""
    import pypdfium2.raw as pdfium

    pictures = [n for n in blank if any(True for _ in pdf[n - 1].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))]
    if not pictures:
        return None
    which = ", ".join(map(str, pictures[:10])) + (" and more" if len(pictures) > 10 else "")
    pages = f"page {which}" if len(pictures) == 1 else f"pages {which}"
    return Failure(entry.name, f"has no text layer on {pages} of {len(pdf)}: a scan", _RECOGNISE)


def _text(
    entry: Entry,
    pdf: PdfDocument,
    texts: list[str],
    glyphs: list[list[Glyph]],
    heights: list[tuple[float, float]],
    sha256: str,
) -> Text:
    source, starts = PAGE_BREAK.join(texts), [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text) + 1)
    sizes = Counter(round(2 * glyph.size) / 2 for found in glyphs for glyph in found)
    size = sizes.most_common(1)[0][0] or 1.0
    pages = without_furniture([page_lines(found, i, size) for i, found in enumerate(glyphs)], heights)
    blocks = [block for lines in pages for block in in_reading_order(page_blocks(lines, size), size)]
    found = paragraphs([block.rows() for block in blocks], source, starts, size)
    passage = join(found, between="\n")
    if len(_NO_LETTER.findall(passage.text)) > 0.3 * len(passage.text):
        reason = "has a text layer that says nothing: its fonts do not name their characters"
        raise ReadError(entry.name, reason, _RECOGNISE)
    metadata, warnings = _metadata(pdf, passage.text)
    return Text(entry, source, sha256, "unicode", passage, metadata, warnings)


def _metadata(pdf: PdfDocument, text: str) -> tuple[Metadata, tuple[str, ...]]:
    """What its properties say and the text bears out: a title that it shows, a day where it has none."""
    said = pdf.get_metadata_dict()
    title = said.get("Title", "").strip()
    top = {line.removeprefix("# ") for line in text[:_TOP].split("\n")}
    shown = title if title in top else None
    made = re.match(r"D:(\d{8})", said.get("CreationDate", ""))
    if made is None or _DATED.search(text):
        return Metadata(title=shown or None), ()
    try:
        day = published_on(made[1])
    except ValueError:
        return Metadata(title=shown or None), ()
    return Metadata(title=shown or None, published_on=day), (f"dated by the day on which the file was made, {day}",)
