"""Placeholder until the rules for posts stand."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("kg_posts")
def kg_posts(doc: Doc) -> Doc:
    return doc
