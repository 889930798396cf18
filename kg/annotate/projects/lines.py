"""The divisions between which a railway, road or canal runs."""

from __future__ import annotations

import re

from kg.annotate.layer import Layer, PlaceMention
from kg.annotate.projects.groups import Occurrence
from kg.annotate.rule import Rule

ALONG = Rule[None](
    "projects.place-along",
    "The divisions between which a line runs, by its name or by what is told of it (起自, 终至).",
)
_THROUGH = re.compile("(?:起自|起于|[东西南北]起|途经|经过?|终至|止于|[东西南北]至|连接|通往)[^，。；]{0,6}$")
LINE = re.compile("铁路|高铁|地铁|轨道交通|轻轨|号线|快线|高速|公路|客专|城际|隧道|航线|运河|特高压")


def along(layer: Layer, occurrence: Occurrence) -> list[PlaceMention]:
    """The divisions that a line runs through: those within its name (甲市至乙市高铁), or those told behind it (起自, 终至)."""
    text = layer.article.text
    if not LINE.search(text, occurrence.start, occurrence.end):
        return []
    divisions = [p for p in layer.places if p.level in ("prefecture", "county", "province") and p.end > p.start]
    inside = [p for p in divisions if occurrence.start <= p.start and p.end <= occurrence.end]
    if len(inside) == 2 and text[inside[0].end : inside[1].start] in ("至", "到", "—", "－", "-", "—"):
        return inside
    start, end = occurrence.behind
    divisions += [p for p in layer.places if p.level in ("zone", "town") and p.end > p.start]
    told = [p for p in divisions if start <= p.start and p.end <= end]
    told = [p for p in told if not any(q.start == p.end or (q is not p and _covers(q, p)) for q in told)]
    through = [p for p in told if _THROUGH.search(text, max(start, p.start - 8), p.start)]
    return list({p.name: p for p in through}.values()) if len(through) >= 2 else []


def _covers(place: PlaceMention, other: PlaceMention) -> bool:
    return place.start <= other.start and other.end <= place.end and place.end - place.start > other.end - other.start
