"""The component that finds people and puts posts to them."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layer import layer_of, show
from kg.annotate.people.appointments import give_posts
from kg.annotate.people.finder import Finder
from kg.annotate.people.settle import settle


@Language.component("kg_people")
def kg_people(doc: Doc) -> Doc:
    """Sets `doc._.kg.people`: every mention of a named person, with the posts that stand with it."""
    layer = layer_of(doc)
    finder = Finder(layer)
    finder.run()
    give_posts(layer, finder)
    layer.people = settle(layer, finder.found.mentions)
    show(doc, "people", layer.people)
    return doc
