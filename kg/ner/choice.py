"""Which NER stands in front of the rules: the packaged tagger, one of the user's, any other spaCy pipeline's, or none."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from kg.errors import ModelError
from kg.ner.component import kg_ner as _kg_ner  # noqa: F401  (registers the factory)
from kg.ner.tagger import META, Tagger

DEFAULT = "default"
NONE = "none"
_BESIDE = frozenset({"tok2vec", "transformer", "curated_transformer", "ner", "entity_ruler"})
"""The components of another pipeline that its entities come from; its others are left out."""


class BorrowedNer:
    """The entities of another spaCy pipeline, over its own tokens, carried over by their characters.

    Another pipeline may cut words where ours has characters, and its `ner` may listen to a component
    in front of it: so it runs whole, and only what it found crosses over.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self.model = name_of(language)  # spaCy itself sets `name`

    def __call__(self, doc: Doc) -> Doc:
        """Sets `doc.ents`, with the other pipeline's labels, widened to the tokens of `doc`."""
        text = doc.text
        said = [(e.start_char, e.end_char, e.label_) for e in self._language(text).ents] if text.strip() else []
        spans = (doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in said)
        doc.ents = filter_spans([span for span in spans if span is not None])
        doc._.kg_entities = said
        doc._.kg_ner = self.model
        return doc


def name_of(language: Language) -> str:
    """`zh_core_web_trf-3.8.0`."""
    meta = language.meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


@functools.cache
def _borrowed(name: str) -> BorrowedNer:
    try:
        language = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"--ner {name}: no spaCy pipeline of that name can be loaded ({str(error).splitlines()[0]}).",
            "Install it, name its folder, or leave the option out.",
        ) from error
    if not _BESIDE.intersection(language.pipe_names) - {"tok2vec", "transformer", "curated_transformer"}:
        raise ModelError(f"--ner {name}: the pipeline has no ner component.", "Name one that has.")
    language.select_pipes(enable=[pipe for pipe in language.pipe_names if pipe in _BESIDE])
    return BorrowedNer(language)


@Language.factory("kg_borrowed_ner", default_config={"source": ""}, assigns=["doc.ents"])
def borrowed_ner(nlp: Language, name: str, source: str) -> Any:
    """Another spaCy pipeline's NER, by the pipeline's name or folder."""
    return _borrowed(source)


def model_name(choice: str) -> str:
    """The name and version of the chosen model, empty for none.

    Raises:
        ModelError: It cannot be loaded.
    """
    if choice == NONE:
        return ""
    if choice == DEFAULT:
        return Tagger.load().name
    return Tagger.load(Path(choice)).name if _ours(choice) else _borrowed(choice).model


def _ours(choice: str) -> bool:
    return (Path(choice) / META).is_file()


def add_ner(nlp: Language, choice: str | Language | None) -> None:
    """Put the chosen NER into a pipeline.

    Args:
        nlp: The pipeline; its later components read `doc.ents`.
        choice: `default`, `none` or None, the folder of a tagger that `kg train ner` made, the name or folder of a
            spaCy pipeline, or such a pipeline.

    Raises:
        ModelError: It cannot be loaded.
    """
    if choice is None or choice == NONE:
        return
    if choice == DEFAULT:
        nlp.add_pipe("kg_ner")
    elif isinstance(choice, str) and _ours(choice):
        nlp.add_pipe("kg_ner", config={"model": choice})
    elif isinstance(choice, str):
        nlp.add_pipe("kg_borrowed_ner", config={"source": choice})
    else:
        Language.component(f"kg_ner_{id(choice)}", func=BorrowedNer(choice))
        nlp.add_pipe(f"kg_ner_{id(choice)}")
