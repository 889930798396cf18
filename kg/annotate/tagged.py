"""What the NER in front of the rules saw, whichever it is."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.annotate.layer import Mention

PERSON = frozenset({"PERSON", "PER", "nr", "NR"})
ORGANIZATION = frozenset({"ORG", "nt", "NT"})
OTHERS = ORGANIZATION | {"LOC", "GPE", "FAC", "ns", "NS"}
"""Labels that spaCy's pipelines and other taggers give: to people, to bodies, to bodies and places."""


def tagged(doc: Doc, labels: frozenset[str]) -> Iterator[Mention]:
    """The entities of `doc.ents` with one of the labels, in order; their rule is the model's name and version."""
    rule = doc._.kg_ner if doc.has_extension("kg_ner") else ""
    for entity in doc.ents:
        if entity.label_ in labels:
            yield Mention(entity.start_char, entity.end_char, rule or "ner", confidence=0.7)
