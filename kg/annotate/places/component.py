"""`kg_places`: finds places and links them to the gazetteer; settles the article's own division."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layer import PlaceMention, layer_of, show
from kg.annotate.places.candidates import candidates
from kg.annotate.places.home import find_home
from kg.lexicon.gazetteer import Gazetteer


@Language.component("kg_places")
def kg_places(doc: Doc) -> Doc:
    layer = layer_of(doc)
    g = Gazetteer.load()
    named = candidates(g, layer.article.text, layer.article.published_on)
    f = find_home(g, layer.article, named)
    if f:
        layer.home = PlaceMention(f.start, f.end, f.rule, f.division.name, f.division.level, f.division.code, tuple(p.name for p in g.parents(f.division)))
    return doc
