"""Placeholder until the rules for projects stand."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("kg_projects")
def kg_projects(doc: Doc) -> Doc:
    return doc
