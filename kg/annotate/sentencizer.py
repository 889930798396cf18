"""The component that splits an article into sentences."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layer import layer_of
from kg.annotate.sentences import sentences


@Language.component("kg_sentences")
def kg_sentences(doc: Doc) -> Doc:
    """Sets `doc._.kg.sentences`, the offsets of the sentences."""
    layer = layer_of(doc)
    layer.sentences = sentences(layer.article.text)
    return doc
