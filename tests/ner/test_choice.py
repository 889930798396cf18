"""Another spaCy NER takes the tagger's place: by object, by folder, from the command line."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example
from typer.testing import CliRunner

import kg
from kg.cli.app import app
from kg.errors import ModelError
from kg.ner.features import Signs
from kg.ner.recipe import Meta, Recipe
from kg.ner.train import train
from tests.ner.material import items, write

TEXT = "市长王启明主持会议并讲话。县委副书记李若涵参加会议。"


@pytest.fixture(scope="module")
def small() -> Language:
    """A spaCy pipeline with its own tok2vec, trained for a moment on sentences about invented people."""
    nlp = spacy.blank("zh", meta={"name": "small", "version": "0.0.1"})
    nlp.add_pipe("tok2vec")
    nlp.add_pipe("ner", config={"model": {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}}})
    examples = []
    for item in items()[:30]:
        doc = nlp.make_doc(str(item["text"]))
        entities = [(start, end, {"PER": "PERSON"}.get(label, label)) for start, end, label in item["entities"]]  # type: ignore[attr-defined]
        examples.append(Example.from_dict(doc, {"entities": entities}))
    spacy.util.fix_random_seed(0)
    optimizer = nlp.initialize(lambda: examples)
    order = random.Random(0)
    for _ in range(12):
        order.shuffle(examples)
        for at in range(0, len(examples), 6):
            nlp.update(examples[at : at + 6], sgd=optimizer, losses={})
    return nlp


@pytest.fixture(scope="module")
def folder(small: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small")
    small.to_disk(path)
    return path


@pytest.mark.parametrize("by", ["object", "folder"])
def test_another_pipelines_entities_stand_in_front(by: str, small: Language, folder: Path) -> None:
    nlp = kg.load(ner=small if by == "object" else str(folder))
    doc = nlp(TEXT)
    seen = [(e.start_char, e.end_char, e.label_) for e in small(TEXT).ents]
    assert seen
    assert [(e.start_char, e.end_char, e.label_) for e in doc.ents] == seen
    assert doc._.kg_ner == "zh_small-0.0.1"
    people = [(start, end, doc._.kg_ner) for start, end, label in seen if label == "PERSON"]
    assert [(mention.start, mention.end, mention.rule) for mention in doc._.kg.names] == people


def test_from_the_command_line(folder: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    records = []
    for choice in ("default", "none", str(folder)):
        out = tmp_path / "out.jsonl"
        result = CliRunner().invoke(app, ["extract", str(article), "--ner", choice, "-o", str(out)])
        assert result.exit_code == 0, result.output
        records.append(json.loads(out.read_text(encoding="utf-8")))
    assert [[official["name"] for official in record["officials"]] for record in records] == [["王启明", "李若涵"]] * 3
    assert len({record["made_by"] for record in records}) == 3


def test_ones_own_tagger_by_its_folder(tmp_path: Path) -> None:
    meta = Meta(name="ours", version="7", recipe=Recipe(least=1, iterations=3), signs=Signs.of_lexicons())
    train([write(tmp_path / "made.jsonl")], tmp_path / "model", meta)
    doc = kg.load(ner=str(tmp_path / "model"))(TEXT)
    assert doc._.kg_ner == "ours-7"
    assert [e.text for e in doc.ents if e.label_ == "PERSON"] == ["王启明", "李若涵"]


def test_without_a_ner_the_rules_stand_alone() -> None:
    for choice in (None, "none"):
        doc = kg.load(ner=choice)(TEXT)
        assert doc.ents == ()
        assert [mention.name for mention in doc._.kg.people] == ["王启明", "李若涵"]


def test_a_name_that_is_no_pipeline_is_named() -> None:
    with pytest.raises(ModelError, match="zh_no_such_pipeline"):
        kg.load(ner="zh_no_such_pipeline")


def test_a_pipeline_without_a_ner_is_named(tmp_path: Path) -> None:
    spacy.blank("zh").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="has no ner component"):
        kg.load(ner=str(tmp_path / "blank"))
