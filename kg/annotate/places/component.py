"""`kg_places`: finds places and links them to the gazetteer; settles the article's own division."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layer import Layer, PlaceMention, layer_of, show
from kg.annotate.places.home import find_home
from kg.annotate.places.patterns import DEICTIC, FULL, ORGAN_BEHIND, PLACE_IN_FRONT, SHORT, TOWN, VILLAGE, ZONE
from kg.annotate.places.setting import division as division_of
from kg.lexicon import load
from kg.lexicon.division import NATION, Division
from kg.lexicon.gazetteer import Gazetteer

Named = tuple[int, int, list[Division]]
_BOUND = set("在到赴来抵从于向往与及和、，。：；“”（）《》的对为由位将把是里中")
"""Characters that no zone's name holds: its name begins behind the last of them."""


@Language.component("kg_places")
def kg_places(doc: Doc) -> Doc:
    """Sets `doc._.kg.places`, `doc._.kg.home` and `doc.spans["places"]`.

    A mention has the canonical name, its level, code and parents; where several divisions share
    the name and nothing in the article settles it, `open` says so.
    """
    layer = layer_of(doc)
    gazetteer = Gazetteer.load()
    text = layer.article.text
    sure, unsure = _named(gazetteer, text)
    found = find_home(gazetteer, layer.article, sorted([*sure, *unsure], key=lambda n: n[0]))
    if found:
        own, rule = found
        layer.home = _mention(gazetteer, 0, 0, own, rule)
    related = _related(gazetteer, [own for own, _ in [found] if found] if found else [], sure)
    mentions = [m for named in sure if (m := _settled(gazetteer, *named, related, text))]
    mentions += [m for named in unsure if (m := _settled_short(gazetteer, *named, related, text))]
    layer.places = sorted(mentions, key=lambda m: (m.start, -m.end))
    _deictics(layer)
    _zones(layer)
    _villages(layer)
    show(doc, "places", layer.places)
    return doc


def _named(gazetteer: Gazetteer, text: str) -> tuple[list[Named], list[Named]]:
    """Names that are a division's wherever they stand, and short forms that may be something else."""
    words = load("place_stems_that_are_words")
    sure: list[Named] = []
    unsure: list[Named] = []
    for start, end, name in gazetteer.find(text):
        full = gazetteer.lookup(name)
        if full:
            sure.append((start, end, full))
            continue
        candidates = gazetteer.lookup(name, short=True)
        plain = name not in words
        province = [d for d in candidates if d.level == "province"]
        levelled = name[-1] in "县州旗" and len(name) > 2
        if province or levelled or ORGAN_BEHIND.match(text, end):
            sure.append((start, end, province or candidates))
        elif plain and any(d.level == "prefecture" for d in candidates) and PLACE_IN_FRONT.search(text[max(0, start - 2) : start]):
            sure.append((start, end, [d for d in candidates if d.level == "prefecture"]))
        else:
            unsure.append((start, end, candidates))
    return sure, unsure


def _related(gazetteer: Gazetteer, own: list[Division], named: list[Named]) -> dict[str, int]:
    """Codes of divisions that the article is about, with how near they are: 0 its own, 1 above it, 2 named."""
    near: dict[str, int] = {}
    for division in own:
        near[division.code] = 0
        for parent in gazetteer.parents(division):
            near.setdefault(parent.code, 1)
    for _, _, candidates in named:
        if len(candidates) == 1:
            near.setdefault(candidates[0].code, 2)
            for parent in gazetteer.parents(candidates[0]):
                near.setdefault(parent.code, 3)
    return near


def _choose(gazetteer: Gazetteer, candidates: list[Division], related: dict[str, int]) -> list[Division]:
    """The candidates that the article's company speaks for; all of the best where it does not settle."""

    def distance(d: Division) -> tuple[int, int]:
        if d.code in related:
            return (0, related[d.code])
        parents = gazetteer.parents(d)
        ranks = [(i + 1, related[p.code]) for i, p in enumerate(parents) if p.code in related]
        return min(ranks) if ranks else (9, 9)

    best = min(distance(d) for d in candidates)
    kept = [d for d in candidates if distance(d) == best]
    if len(kept) > 1 and len({d.level for d in kept}) > 1:
        top = min(kept, key=lambda d: ("province", "prefecture", "county", "town").index(d.level))
        kept = [d for d in kept if d.level == top.level]
    return kept


def _mention(gazetteer: Gazetteer, start: int, end: int, division: Division, rule: str, confidence: float = 0.95) -> PlaceMention:
    parents = tuple(parent.name for parent in gazetteer.parents(division))
    return PlaceMention(start, end, rule, division.name, division.level, division.code, parents, confidence=confidence)


def _settled(gazetteer: Gazetteer, start: int, end: int, candidates: list[Division], related: dict[str, int], text: str) -> PlaceMention | None:
    kept = _choose(gazetteer, candidates, related)
    division = kept[0]
    if division.level == "town":
        kin = [d for d in kept if any(p.code in related for p in gazetteer.parents(d)[:-1])]
        return _mention(gazetteer, start, end, kin[0], TOWN.id) if len(kin) == 1 else None
    rule = FULL.id if division is NATION or text[start:end] == division.name else SHORT.id
    mention = _mention(gazetteer, start, end, division, rule)
    if len(kept) > 1:
        mention.code = None
        mention.parents = ()
        mention.open = "、".join("".join(p.name for p in reversed(gazetteer.parents(d))) + d.name for d in kept)
    return mention


def _settled_short(gazetteer: Gazetteer, start: int, end: int, candidates: list[Division], related: dict[str, int], text: str) -> PlaceMention | None:
    """A bare stem is a place only where the article is about it, and nothing in front makes it a word or a name."""
    kept = [d for d in candidates if d.code in related]
    if not kept:
        prefectures = {code for code, near in related.items() if near <= 1 and code.endswith("00")}
        kept = [d for d in candidates if d.level == "county" and d.code[:4] + "00" in prefectures and PLACE_IN_FRONT.search(text[max(0, start - 2) : start])]
    if not kept or (text[start:end] in load("place_stems_that_are_words") and kept[0].code not in related):
        return None
    if len(kept) > 1:
        kept = _choose(gazetteer, kept, related)
    return _mention(gazetteer, start, end, kept[0], SHORT.id, 0.85)


def _deictics(layer: Layer) -> None:
    gazetteer = Gazetteer.load()
    found = []
    for match, word in DEICTIC.find(layer.article.text):
        meant = division_of(layer, word, match.start())
        division = gazetteer.by_code(meant.code) if meant and meant.code else None
        if division:
            found.append(_mention(gazetteer, match.start(), match.end(), division, DEICTIC.id, 0.9))
    layer.places = sorted([*layer.places, *found], key=lambda m: (m.start, -m.end))


def _zones(layer: Layer) -> None:
    text, found = layer.article.text, []
    starts = {m.start: m for m in layer.places}
    for match, name in ZONE.find(text):
        begin = max((match.start() + i + 1 for i, c in enumerate(name) if c in _BOUND), default=match.start())
        inside = [m for at, m in starts.items() if match.start() <= at < match.end() and m.level != "nation"]
        if inside:
            begin = max(begin, min(m.start for m in inside))
        name = text[begin : match.end()]
        # a zone is a name of its own only behind a place's name, or in two to five characters behind a mark
        if len(name) < 4 or (not inside and (begin == match.start() and begin and text[begin - 1] not in _BOUND)):
            continue
        if not inside and len(name) > 9:
            continue
        lies_in = (inside[0].name, *inside[0].parents) if inside else (layer.home.name, *layer.home.parents) if layer.home else ()
        found.append(PlaceMention(begin, match.end(), ZONE.id, name, "zone", None, lies_in, confidence=0.8))
    layer.places = sorted([*layer.places, *found], key=lambda m: (m.start, -m.end))


def _villages(layer: Layer) -> None:
    text, found = layer.article.text, []
    towns = {m.end: m for m in layer.places}
    for match, name in VILLAGE.find(text):
        lies_in = towns.get(match.start())
        parents = (lies_in.name, *lies_in.parents) if lies_in else (layer.home.name, *layer.home.parents) if layer.home else ()
        found.append(PlaceMention(match.start(), match.end(), VILLAGE.id, name, "village", None, parents, confidence=0.75))
    layer.places = sorted([*layer.places, *found], key=lambda m: (m.start, -m.end))
