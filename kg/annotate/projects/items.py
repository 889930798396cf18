"""Items of a bulletin that runs on (1、甲市…… 2、乙县……): each has places of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.annotate.layer import Layer

_NUMBER = re.compile(r"(?:^|(?<=[。！？；\n”\s）)]))(?P<number>\d{1,2})[、.．](?=[\u4e00-\u9fff“])")
_FEWEST, _SHORTEST = 2, 60


def items(text: str) -> list[tuple[int, int]]:
    """Offsets of the numbered items of a bulletin, each of some length; empty where the text is none."""
    starts: list[int] = []
    for match in _NUMBER.finditer(text):
        if int(match["number"]) == len(starts) + 1:
            starts.append(match.end())
    if len(starts) < _FEWEST:
        return []
    found = list(zip(starts, [*starts[1:], len(text)], strict=True))
    return found if all(end - start >= _SHORTEST for start, end in found) else []


def item_of(layer: Layer, at: int, found: list[tuple[int, int]]) -> Layer:
    """The layer as it is to an item in which a character stands: without a division of its own; else the layer itself."""
    for start, end in found:
        if start <= at < end:
            inside = [place for place in layer.places if start <= place.start < end and place.end > place.start]
            cities = {p.name for p in inside if p.level in ("prefecture", "county")}
            if cities and (layer.home is None or layer.home.name not in cities):
                return replace(layer, home=None, places=inside)
    return layer
