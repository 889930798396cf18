"""The pipeline: a blank Chinese spaCy `Language` with the components in their order."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from typing import Literal

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg.words.component  # noqa: F401  (registers the factory)
from kg.annotate.layer import Layer
from kg.model.document import Article
from kg.ner.choice import DEFAULT, add_ner

COMPONENTS = (
    "kg_sentences",
    "kg_dates",
    "kg_places",
    "kg_organizations",
    "kg_posts",
    "kg_people",
    "kg_projects",
    "kg_initiatives",
    "kg_events",
)
"""Factory names in pipeline order."""

_MODULES = (
    "sentencizer",
    *(
        f"{kind}.component"
        for kind in ("dates", "places", "organizations", "posts", "people", "projects", "initiatives", "events")
    ),
)


def register() -> None:
    """Import every component, so that its factory and its rules are known."""
    for module in _MODULES:
        importlib.import_module(f"kg.annotate.{module}")


def pipeline(*, ner: str | Language | None = DEFAULT, words: Literal["asked", "always"] = "asked") -> Language:
    """A spaCy pipeline for Chinese local news.

    Args:
        ner: The NER in front of the rules: `default`, `none` or None for rules alone, the name or folder of a spaCy
            pipeline that has one, or such a pipeline.
        words: `always` gives `doc.spans["words"]` for every sentence, and not for those alone in which a component asks.

    Raises:
        ModelError: The NER cannot be loaded.
    """
    register()
    nlp = spacy.blank("zh")
    add_ner(nlp, ner)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    if words == "always":
        nlp.add_pipe("kg_words")
    return nlp


def annotate(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Article, Doc]]:
    """Articles with their annotated docs, in order."""
    for article in articles:
        doc = nlp.make_doc(article.text)
        doc._.kg = Layer(article)
        yield article, nlp(doc)
