"""Which date belongs to something that is told nearby."""

from __future__ import annotations

from kg.annotate.layer import DateMention, Layer
from kg.model.dates import bounds

_A_SPAN_OF_DAYS = 31


def precise(date: DateMention) -> bool:
    """Whether it names a day, or days in a row of no more than a month."""
    if date.value is None or len(date.value) < 10:
        return False
    first, last = bounds(date.value)
    return (last - first).days <= _A_SPAN_OF_DAYS


def date_before(layer: Layer, start: int, end: int) -> DateMention | None:
    """The last date in `text[start:end]` that names a day or a few, None where there is none."""
    inside = [date for date in layer.dates if start <= date.start and date.end <= end and precise(date)]
    return inside[-1] if inside else None


def dates_in(layer: Layer, start: int, end: int) -> list[DateMention]:
    """The dates with a value in `text[start:end]`, of any precision."""
    return [date for date in layer.dates if start <= date.start and date.end <= end and date.value is not None]
