"""Placeholder until the rules for initiatives stand."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("kg_initiatives")
def kg_initiatives(doc: Doc) -> Doc:
    return doc
