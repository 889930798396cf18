"""The characters of a page with their places, as PDFium gives them."""

from __future__ import annotations

import ctypes
import itertools
import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage
    from pypdfium2.raw import FS_RECTF

_TURNED = 10
"""Degrees from the page's own direction at which a character belongs to a watermark."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on the page. Lengths are in points, y grows upwards."""

    at: int
    """Offset of the character in the page's text."""
    text: str
    left: float
    right: float
    base: float
    """Its baseline, or something that lies as far from it as with its neighbours."""
    size: float
    """Font size as it is shown."""
    spaced: bool = False
    """Whether a blank stands before it in the file, and not only on the page."""


def page_glyphs(page: PdfPage) -> tuple[str, list[Glyph]]:
    """A page's text character by character, and those of it that are printed, in the order of the file."""
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    handle = textpage.raw
    text: list[str] = []
    found: list[tuple[Glyph, float]] = []
    box, matrix, at = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), 0
    blank = False
    x, y = ctypes.c_double(), ctypes.c_double()
    for i in range(textpage.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(handle, i))
        if "\udc00" <= character <= "\udfff" and text and "\ud800" <= text[-1] <= "\udbff":
            text[-1] = (text[-1] + character).encode("utf-16", "surrogatepass").decode("utf-16")
            if found and found[-1][0].at == at - 1:
                found[-1] = (_named(found[-1][0], text[-1]), found[-1][1])
            continue
        text.append(character)
        at += 1
        if pdfium.FPDFText_IsGenerated(handle, i) == 1 or not pdfium.FPDFText_GetLooseCharBox(handle, i, box):
            continue
        pdfium.FPDFText_GetMatrix(handle, i, matrix)
        pdfium.FPDFText_GetCharOrigin(handle, i, x, y)
        size = pdfium.FPDFText_GetFontSize(handle, i) * (math.hypot(matrix.c, matrix.d) or 1.0)
        angle = math.degrees(math.atan2(matrix.b, matrix.a))
        quarter = round(angle / 90) * 90
        left, right, base = _upright(box, x.value, y.value, quarter)
        glyph = Glyph(at - 1, character, left, right, base, size, blank)
        blank = character.isspace()
        if not character.isspace() and size > 0 and character.isprintable():
            found.append((glyph, angle))
    textpage.close()
    whole = "".join(c if not "\ud800" <= c <= "\udfff" else "\ufffd" for c in text)
    return whole, _level(_once(_straight(found)))


def _named(glyph: Glyph, text: str) -> Glyph:
    return Glyph(glyph.at, text, glyph.left, glyph.right, glyph.base, glyph.size, glyph.spaced)


def _upright(box: FS_RECTF, x: float, y: float, quarter: int) -> tuple[float, float, float]:
    """Left, right and baseline of a character as it stands when a page set sideways is turned back."""
    if quarter % 360 == 0:
        return box.left, box.right, y
    if quarter == 90:
        return box.bottom, box.top, -x
    if quarter == -90:
        return -box.top, -box.bottom, x
    return -box.right, -box.left, -y


def _straight(found: list[tuple[Glyph, float]]) -> list[Glyph]:
    """Those that run in the direction in which most do."""
    if not found:
        return []
    main = Counter(round(angle / 90) * 90 for _, angle in found).most_common(1)[0][0]
    return [glyph for glyph, angle in found if abs((angle - main + 180) % 360 - 180) <= _TURNED]


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Without those printed a second time a hair beside the first, to look bold."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for glyph in glyphs:
        x, y = round(10 * glyph.left / glyph.size), round(10 * glyph.base / glyph.size)
        if not any((glyph.text, x + i, y + j) in seen for i in (-1, 0, 1) for j in (-1, 0, 1)):
            kept.append(glyph)
        seen.add((glyph.text, x, y))
    return kept


def _level(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs of a page that is set in columns from top to bottom, from right to left, laid on its side.

    Then its columns are lines that follow on one another downwards.
    """
    down = sum(1 for one, other in itertools.pairwise(glyphs) if is_under(one, other))
    across = sum(1 for one, other in itertools.pairwise(glyphs) if abs(one.base - other.base) < 0.3 * one.size)
    if down <= 2 * across or down < len(glyphs) // 2:
        return glyphs
    return [Glyph(g.at, g.text, -g.base - g.size, -g.base, g.left, g.size, g.spaced) for g in glyphs]


def is_under(last: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph stands directly below another."""
    size = max(last.size, glyph.size)
    level = abs(last.left - glyph.left) < 0.3 * size and min(last.size, glyph.size) > 0.8 * size
    return level and 0.8 * size < last.base - glyph.base < 1.6 * size
