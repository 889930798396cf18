"""The tagger as a spaCy component."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from kg.ner.tagger import PACKAGED, Tagger


class NameTagger:
    """Sets `doc.ents` to the people (PERSON), bodies (ORG) and places (LOC) that a tagger sees.

    Entities that cross the tokens of a doc are widened to whole tokens; those set before stay.
    """

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger

    def __call__(self, doc: Doc) -> Doc:
        """Sets `doc.ents`, and `doc._.kg_ner` to the model's name and version."""
        before = [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
        said = before + [
            entity
            for entity in self.tagger.entities(doc.text)
            if all(entity.end <= start or end <= entity.start for start, end, _ in before)
        ]
        spans = (doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in said)
        doc.ents = filter_spans([span for span in spans if span is not None])
        doc._.kg_entities = sorted(said)
        doc._.kg_ner = self.tagger.name
        return doc


@Language.factory("kg_ner", default_config={"model": ""}, assigns=["doc.ents"])
def kg_ner(nlp: Language, name: str, model: str) -> NameTagger:
    """A tagger that `kg train ner` made; `model` is its folder, empty for the one of the package."""
    return NameTagger(Tagger.load(Path(model) if model else PACKAGED))


if not Doc.has_extension("kg_ner"):
    Doc.set_extension("kg_ner", default="")
"""`doc._.kg_ner`: name and version of the model that set `doc.ents`, empty without one."""

if not Doc.has_extension("kg_entities"):
    Doc.set_extension("kg_entities", default=None)
"""`doc._.kg_entities`: `(start, end, label)` of the entities in characters, whatever the tokens; None without a tagger of ours."""
