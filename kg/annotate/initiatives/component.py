"""The component that finds the initiatives of an article."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.candidates import candidates
from kg.annotate.initiatives.names import shown
from kg.annotate.initiatives.reading import Reading
from kg.annotate.initiatives.scope import places
from kg.annotate.initiatives.select import grouped, scored, selected
from kg.annotate.layer import InitiativeMention, layer_of, show


@Language.component("kg_initiatives")
def kg_initiatives(doc: Doc) -> Doc:
    """Sets `doc._.kg.initiatives` and `doc.spans["initiatives"]`: one mention for each initiative of the article.

    A mention is the first under the fullest name, its `rule` what proposed it, its `confidence`
    what the features around all mentions of the name make of it (`seeds/lexicons/initiative_weights.yaml`).
    """
    layer = layer_of(doc)
    reading = Reading(layer)
    for named in selected(scored(grouped(candidates(reading), reading.words, layer), reading.text)):
        first = named.first
        layer.initiatives.append(
            InitiativeMention(
                first.start,
                first.end,
                patterns.SHORT_FORM.id if named.joined else first.rule,
                name=shown(reading.text[first.start : first.end]),
                kind=first.kind,
                places=places(layer, named.mentions),
                confidence=round(min(0.99, named.confidence), 2),
            )
        )
    show(doc, "initiatives", layer.initiatives)
    return doc
