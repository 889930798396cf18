"""What is printed on every page around the text: page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter

from kg.read.pdf.lines import Line

_EDGE = 0.1
"""Share of the page's height at the top and at the bottom where they stand."""
_NUMBER = re.compile(
    r"[-—–―·•~〜\s]*\d{1,4}[-—–―·•~〜\s]*|第?\d{1,4}[页頁](?:[，,/]?共\d{1,4}[页頁])?|第?[A-Z]?\d{1,3}版|\d{1,4}/\d{1,4}|[Pp]age\d{1,4}(?:of\d{1,4})?"
)
_DATE = re.compile(r"(?:19|20)\d\d\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}")


def without_furniture(pages: list[list[Line]], heights: list[tuple[float, float]]) -> list[list[Line]]:
    """The lines of each page less page numbers and what several pages say at their edges.

    The first running head that has a date stays: it may be all that dates the paper.

    Args:
        pages: The lines of each page.
        heights: For each page, where it begins and where it ends, upwards.
    """
    edges = [[line for line in lines if _at_edge(line, *height)] for lines, height in zip(pages, heights, strict=True)]
    counted = Counter(key for lines in edges for key in {_key(line) for line in lines})
    repeated = {key for key, count in counted.items() if count > 1 and 2 * count >= len(pages)}
    dated: set[str] = set()
    kept = []
    for lines, edge in zip(pages, edges, strict=True):
        dropped = set()
        for line in edge:
            if _NUMBER.fullmatch(line.text):
                dropped.add(id(line))
            elif (key := _key(line)) in repeated:
                if not _DATE.search(line.text) or key in dated:
                    dropped.add(id(line))
                dated.add(key)
        kept.append([line for line in lines if id(line) not in dropped])
    return kept


def _at_edge(line: Line, bottom: float, top: float) -> bool:
    margin = _EDGE * (top - bottom)
    return line.top < bottom + margin or line.bottom > top - margin


def _key(line: Line) -> str:
    """The line with its numbers, which go on from page to page, made alike."""
    return re.sub(r"\d+", "0", line.text)
