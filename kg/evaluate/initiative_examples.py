"""What the scorer of initiatives is trained on: names that the rules propose, and whether the annotators have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language

from kg.annotate.initiatives import wording
from kg.annotate.initiatives.candidates import candidates
from kg.annotate.initiatives.named import Named
from kg.annotate.initiatives.reading import Reading
from kg.annotate.initiatives.select import grouped
from kg.annotate.layer import layer_of
from kg.annotate.pipeline import annotate
from kg.clean import articles
from kg.evaluate.gold import GoldDocument, gold
from kg.evaluate.likeness import likeness
from kg.model.document import Article, Document
from kg.read import documents

RIGHT = 0.7
"""From this likeness on a candidate is the annotated initiative, as in the score."""


@dataclass(frozen=True, slots=True)
class Example:
    """A name proposed in a document, and whether the annotators have it."""

    document: str
    features: frozenset[str]
    right: bool
    in_name: frozenset[str] = frozenset()
    """Sequences of characters in the name, and around it, as `kg.annotate.initiatives.wording` reads them."""
    around: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposed:
    """A document with its answer, and the names that the rules propose in each of its articles."""

    answer: GoldDocument
    articles: list[tuple[Article, list[Named]]]


@dataclass(frozen=True, slots=True)
class Reader:
    """Annotated documents: a folder of answers (with `metadata.csv`, if any) and the folder of their texts."""

    nlp: Language
    answers: Path
    texts: Path

    def documents(self) -> Iterator[Proposed]:
        """The documents that have answers, in the order of their texts."""
        wanted = {answer.source: answer for answer in gold(self.answers)}
        metadata = self.answers / "metadata.csv"
        for document in documents([self.texts], metadata=metadata if metadata.exists() else None):
            answer = wanted.get(Path(document.path).name)
            if isinstance(document, Document) and answer is not None:
                yield Proposed(answer, list(proposed(self.nlp, document)))


def proposed(nlp: Language, document: Document) -> Iterator[tuple[Article, list[Named]]]:
    """The names that the rules propose in each article of a document."""
    for article, doc in annotate(nlp, articles(document)):
        layer = layer_of(doc)
        reading = Reading(layer)
        yield article, grouped(candidates(reading), reading.words, layer)


def examples(document: Proposed) -> Iterator[Example]:
    """The examples of a document: a name is right where the annotators have one like it anywhere in the document."""
    names = [initiative.name for article in document.answer.articles for initiative in article.initiatives]
    for article, groups in document.articles:
        for named in groups:
            yield Example(
                document.answer.source,
                frozenset(named.features),
                any(likeness(named.plain, name) >= RIGHT for name in names),
                frozenset(wording.in_name(named.plain)),
                frozenset(wording.around(article.text, named.first.start, named.first.end)),
            )


def with_wording(example: Example, weights: Mapping[str, float]) -> Example:
    """The example with what these weights make of its wording among its features."""
    said = wording.steps("name", wording.weight(example.in_name, weights)) | wording.steps(
        "around", wording.weight(example.around, weights)
    )
    return replace(example, features=example.features | said)
