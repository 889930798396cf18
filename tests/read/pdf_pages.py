"""PDF pages set for a test, in a Chinese font that every reader has and no file holds."""

import io
from collections.abc import Callable

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
A4 = (595, 842)
Draw = Callable[[Canvas], object]

pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def pdf(*pages: Draw, size: tuple[int, int] = A4, encrypt: object = None, title: str | None = None) -> bytes:
    """A PDF of these pages; made on no particular day."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=True, encrypt=encrypt)
    if title:
        canvas.setTitle(title)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def line(canvas: Canvas, x: float, y: float, text: str, size: float = 10) -> None:
    canvas.setFont(FONT, size)
    canvas.drawString(x, y, text)


def upright(canvas: Canvas, x: float, y: float, text: str, size: float) -> None:
    """One character under the other."""
    for i, character in enumerate(text):
        line(canvas, x, y - i * size * 1.1, character, size)


def column(canvas: Canvas, x: float, y: float, text: str, *, width: int = 20, size: float = 10) -> float:
    """Paragraphs (a line each) set in lines of so many characters, the first indented by two; where it ends."""
    for paragraph in text.split("\n"):
        rest, indent = paragraph, 2
        while rest:
            line(canvas, x + indent * size, y, rest[: width - indent], size)
            rest, indent = rest[width - indent :], 0
            y -= 1.5 * size
    return y


def halves(text: str, at: int) -> tuple[str, str]:
    """A paragraph broken where a column ends."""
    return text[:at], text[at:]
