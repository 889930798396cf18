"""The components read characters: records do not depend on who made the tokens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg.annotate.pipeline import annotate, pipeline
from kg.clean import articles
from kg.lexicon import seeds_folder
from kg.model.document import Document
from kg.ner.choice import DEFAULT, NONE
from kg.read import documents
from kg.records import assemble
from kg.words import model_file
from kg.words.segmenter import packaged, pkuseg


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged model in pkuseg's own form."""
    folder = tmp_path_factory.mktemp("pkuseg")
    segmenter = pkuseg(model_file.read(packaged()))
    segmenter.feature_extractor.save(str(folder))
    segmenter.model.save(str(folder))
    return folder


def _with_words(nlp: Language, model: Path) -> Language:
    """The pipeline, with pkuseg's words for tokens in the place of characters."""
    tokens = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "pkuseg"}}})
    tokens.tokenizer.initialize(pkuseg_model=str(model), pkuseg_user_dict="default")
    nlp.tokenizer = type(tokens.tokenizer)(nlp.vocab, segmenter="pkuseg")
    nlp.tokenizer.pkuseg_seg = tokens.tokenizer.pkuseg_seg
    return nlp


def _records(nlp: Language) -> Iterator[str]:
    for document in documents([str(seeds_folder("documents"))]):
        assert isinstance(document, Document)
        for _, doc in annotate(nlp, articles(document)):
            yield assemble(doc).dump()


@pytest.mark.parametrize("ner", [NONE, DEFAULT])
def test_records_are_the_same_over_words(model: Path, ner: str) -> None:
    over_words = _with_words(pipeline(ner=ner), model)
    assert any(len(token) > 1 for token in over_words.make_doc("市长主持召开会议"))
    assert list(_records(over_words)) == list(_records(pipeline(ner=ner)))


def test_components_are_added_by_name_to_a_pipeline_with_words(model: Path) -> None:
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "pkuseg"}}})
    nlp.tokenizer.initialize(pkuseg_model=str(model))
    for name in ("kg_sentences", "kg_dates"):
        nlp.add_pipe(name)
    doc = nlp("2024年3月5日，市政府召开会议。")
    assert [date.value for date in doc._.kg.dates] == ["2024-03-05"]
