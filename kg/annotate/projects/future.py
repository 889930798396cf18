"""Days that are yet to come when an article is published."""

from __future__ import annotations

from kg.annotate.layer import Layer


def days_to_come(layer: Layer) -> list[tuple[int, int]]:
    """Offsets of the expressions that name days after the article's own publication."""
    published = layer.article.published_on
    if not published:
        return []
    found = []
    for date in layer.dates:
        first = (date.value or "").split("/")[0]
        size = min(len(first), len(published))
        if size and first[:size] > published[:size]:
            found.append((date.start, date.end))
    return found
