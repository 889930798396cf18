"""`kg_places`: finds places and links them to the gazetteer; settles the article's own division."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layer import PlaceMention, layer_of, show
from kg.annotate.places.candidates import candidates
from kg.annotate.places.home import find_home
from kg.annotate.places.settle import Company, mention, settle
from kg.lexicon.gazetteer import Gazetteer


@Language.component("kg_places")
def kg_places(doc: Doc) -> Doc:
    """Sets `doc._.kg.places`, `doc._.kg.home` and `doc.spans["places"]`."""
    layer = layer_of(doc)
    gazetteer = Gazetteer.load()
    named = candidates(gazetteer, layer.article.text, layer.article.published_on)
    home = find_home(gazetteer, layer.article, named)
    if home:
        layer.home = mention(gazetteer, home.start, home.end, home.division, home.rule)
    company = Company(gazetteer, home.division if home else None, named)
    layer.places = [m for c in named if (m := settle(gazetteer, c, company))]
    show(doc, "places", layer.places)
    return doc
