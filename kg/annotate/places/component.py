"""`kg_places`: finds places and links them to the gazetteer; settles the article's own division."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layer import PlaceMention, layer_of, show
from kg.annotate.places.candidates import candidates
from kg.annotate.places.deictics import deictics
from kg.annotate.places.finer import finer_home
from kg.annotate.places.home import Home, find_home
from kg.annotate.places.patterns import HOME_METADATA
from kg.annotate.places.settle import Company, leave_open, mention, settle
from kg.annotate.places.towns import towns
from kg.annotate.places.zones import inside_of, unlisted_districts, villages, zone_spans, zones
from kg.annotate.tagged import PERSON, tagged
from kg.lexicon.gazetteer import Gazetteer
from kg.model.document import Article


def _own(gazetteer: Gazetteer, article: Article, home: Home | None) -> PlaceMention | None:
    """The article's own place; a zone or village that the metadata give has no code."""
    if article.place and (home is None or home.rule != HOME_METADATA.id):
        outer = mention(gazetteer, 0, 0, home.division, home.rule, on=article.published_on) if home else None
        return inside_of(outer, 0, 0, HOME_METADATA.id, article.place, "zone", 1.0)
    if home is None:
        return None
    own = mention(gazetteer, home.start, home.end, home.division, home.rule, on=article.published_on)
    if home.others:
        leave_open(gazetteer, own, [home.division, *home.others], article.published_on)
    return own


@Language.component("kg_places")
def kg_places(doc: Doc) -> Doc:
    """Sets `doc._.kg.places`, `doc._.kg.home` and `doc.spans["places"]`.

    A mention has the canonical name, its level, code and parents; where several divisions share
    the name and nothing in the article settles it, it has no code and `open` says which they are. A zone
    or village has none either; `within` is the code of the division in which it lies.
    """
    layer = layer_of(doc)
    gazetteer, article = Gazetteer.load(), layer.article
    text = article.text
    people = {mention.end for mention in tagged(doc, PERSON)}
    # 王某和县水利局局长: behind a name it joins another, and is no county of Anhui
    named = [
        c for c in candidates(gazetteer, text, article.published_on) if text[c.start] != "和" or c.start not in people
    ]
    home = find_home(gazetteer, article, named)
    layer.home = _own(gazetteer, article, home)
    company = Company(gazetteer, home.division if home and not home.others else None, named, article.published_on)
    places, spans = unlisted_districts(gazetteer, text, named, article.published_on), zone_spans(text, named)
    places += [m for c in named if (m := settle(gazetteer, c, company))]
    places += towns(gazetteer, text, places, company)
    places += zones(text, spans, places, layer.home)
    places.sort(key=lambda m: m.start)
    places += villages(text, places, layer.home)
    layer.places = sorted(places, key=lambda m: (m.start, -m.end))
    if not article.place:
        layer.home = finer_home(article, layer.places) or layer.home
    layer.places = sorted([*layer.places, *deictics(layer)], key=lambda m: (m.start, -m.end))
    show(doc, "places", layer.places)
    return doc
