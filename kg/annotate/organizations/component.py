"""Placeholder until the rules for organizations stand."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("kg_organizations")
def kg_organizations(doc: Doc) -> Doc:
    return doc
