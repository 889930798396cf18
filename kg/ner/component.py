"""The packaged tagger as a spaCy component."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from kg.ner.tagger import Tagger


@Language.component("kg_ner", assigns=["doc.ents"])
def kg_ner(doc: Doc) -> Doc:
    """Sets `doc.ents` to the people (PERSON), bodies (ORG) and places (LOC) that the packaged tagger sees.

    Entities that cross the tokens of `doc` are widened to whole tokens; those set before stay.
    """
    found: list[Span] = list(doc.ents)
    tagger = Tagger.load()
    for start, end, label in tagger.entities(doc.text):
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None:
            found.append(span)
    doc.ents = filter_spans(found)
    doc._.kg_ner = tagger.name
    return doc


if not Doc.has_extension("kg_ner"):
    Doc.set_extension("kg_ner", default="")
"""`doc._.kg_ner`: name and version of the model that set `doc.ents`, empty without one."""
