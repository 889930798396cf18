"""The component that finds organisations."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layer import layer_of, show
from kg.annotate.organizations.finder import organizations


@Language.component("kg_organizations")
def kg_organizations(doc: Doc) -> Doc:
    """Sets `doc._.kg.organizations`: names of bodies as written, with their kind and the division they are of."""
    layer = layer_of(doc)
    layer.organizations = organizations(layer)
    show(doc, "organizations", layer.organizations)
    return doc
