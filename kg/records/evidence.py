"""From a stretch of the text to the sentence that states the fact."""

from __future__ import annotations

from kg.annotate.layer import Layer
from kg.model.record import Evidence


def evidence(layer: Layer, start: int, end: int, rule: str, *, field: str | None = None) -> Evidence:
    """The sentences from that of `start` to that of the last character before `end`, as evidence.

    An empty stretch (a fact taken from metadata) gives the sentence at `start`.
    """
    first, until = layer.sentence_of(start)
    if end > until:
        until = layer.sentence_of(end - 1)[1]
    return Evidence(start=first, end=until, quote=layer.article.text[first:until], rule=rule, field=field)


def distinct(found: list[Evidence], *, most: int = 3) -> list[Evidence]:
    """The first `most` that differ, in order: a name that stands in forty sentences needs no forty quotes."""
    kept: dict[tuple[int, int, str | None], Evidence] = {}
    for one in found:
        kept.setdefault((one.start, one.end, one.field), one)
    return list(kept.values())[:most]
