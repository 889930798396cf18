"""`kg_places`: finds places and links them to the gazetteer; settles the article's own division."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layer import layer_of, show
from kg.annotate.places.candidates import candidates
from kg.annotate.places.finer import finer_home
from kg.annotate.places.home import find_home
from kg.annotate.places.settle import Company, mention, settle
from kg.annotate.places.towns import towns
from kg.annotate.places.zones import unlisted_districts, villages, zones
from kg.lexicon.gazetteer import Gazetteer


@Language.component("kg_places")
def kg_places(doc: Doc) -> Doc:
    """Sets `doc._.kg.places`, `doc._.kg.home` and `doc.spans["places"]`.

    A mention has the canonical name, its level, code and parents; where several divisions share
    the name and nothing in the article settles it, it has no code and `open` says which they are.
    """
    layer = layer_of(doc)
    gazetteer, article = Gazetteer.load(), layer.article
    text = article.text
    named = candidates(gazetteer, text, article.published_on)
    home = find_home(gazetteer, article, named)
    if home is not None:
        layer.home = mention(gazetteer, home.start, home.end, home.division, home.rule)
    company = Company(gazetteer, home.division if home else None, named)
    places = [m for c in named if (m := settle(gazetteer, c, company))]
    places += towns(gazetteer, text, places, company)
    places += zones(text, named, places, layer.home)
    places += unlisted_districts(text, named, {i for p in places for i in range(p.start, p.end)})
    places += villages(text, places, layer.home)
    layer.places = sorted(places, key=lambda m: (m.start, -m.end))
    if home is None or home.rule != "places.home-metadata":
        layer.home = finer_home(article, layer.places) or layer.home
    show(doc, "places", layer.places)
    return doc
