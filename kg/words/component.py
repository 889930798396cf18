"""The component that gives every sentence its words."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.words.layer import words_of


@Language.component("kg_words")
def kg_words(doc: Doc) -> Doc:
    """Sets `doc.spans["words"]` for the whole text; without it the group holds the sentences that were asked about.

    Needs no other component, and works on anyone's tokens.
    """
    words_of(doc)
    return doc
