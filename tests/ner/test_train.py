from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ModelError
from kg.ner.entity import Entity
from kg.ner.exchange import Exchange
from kg.ner.features import Signs
from kg.ner.material import Piece
from kg.ner.recipe import Meta, Recipe
from kg.ner.tagger import META, WEIGHTS, Tagger
from kg.ner.train import train
from tests.ner.material import write

SMALL = Meta(name="small", recipe=Recipe(least=1, iterations=4), signs=Signs.of_lexicons())


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    train([write(folder / "made.jsonl")], folder, SMALL)
    return folder


def test_it_learns_names_and_frames(model: Path) -> None:
    text = "市长王启明主持会议。县委副书记郝东升、副县长李若涵参加会议。"
    names = [text[e.start : e.end] for e in Tagger.read(model).entities(text) if e.label == "PERSON"]
    assert names == ["王启明", "郝东升", "李若涵"]


def test_the_same_files_and_seed_give_the_same_bytes(model: Path, tmp_path: Path) -> None:
    train([model / "made.jsonl"], tmp_path, SMALL)
    for name in (WEIGHTS, META):
        assert (tmp_path / name).read_bytes() == (model / name).read_bytes()


def test_another_seed_gives_another_model(model: Path, tmp_path: Path) -> None:
    train([model / "made.jsonl"], tmp_path, SMALL.model_copy(update={"recipe": Recipe(least=1, iterations=4, seed=1)}))
    assert (tmp_path / WEIGHTS).read_bytes() != (model / WEIGHTS).read_bytes()


def test_names_are_exchanged_and_the_rest_stays() -> None:
    piece = Piece(
        "市长王启明与钱小雨、王启明", (Entity(2, 5, "PERSON"), Entity(6, 9, "PERSON"), Entity(10, 13, "PERSON"))
    )
    others = [Piece(name, (Entity(0, len(name), "PERSON"),)) for name in ("李若涵", "陈志远", "赵安", "周文博")]
    (made,) = Exchange([piece, *others], "王钱李陈赵周", 3)(piece)
    first, _, third = (made.text[e.start : e.end] for e in made.entities)
    assert first == third
    cut = made.text
    for entity in reversed(made.entities):
        cut = cut[: entity.start] + "＿" + cut[entity.end :]
    assert cut == "市长＿与＿、＿"
    assert made.text != piece.text


def test_a_foreign_name_is_not_exchanged() -> None:
    piece = Piece("总统马里奥·罗西", (Entity(2, 8, "PERSON"),))
    assert list(Exchange([piece], "马", 0)(piece)) == []


def test_nothing_to_learn_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "今天下雨。", "entities": []}\n', encoding="utf-8")
    with pytest.raises(ModelError, match="no entity"):
        train([path], tmp_path)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="holds no name tagger"):
        Tagger.read(tmp_path)
