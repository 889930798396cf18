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
    """The entities of a doc with one of the labels, in order; their rule is the model's name and version.

    In characters where the model in front gave them so, else those of `doc.ents`.
    """
    rule = doc._.kg_ner if doc.has_extension("kg_ner") else ""
    said = doc._.kg_entities if doc.has_extension("kg_entities") else None
    if said is None:
        said = [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
    for start, end, label in said:
        if label in labels:
            yield Mention(start, end, rule or "ner", confidence=0.7)
