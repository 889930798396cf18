"""The model derived, and trained: the same bytes for the same source."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import typer
from typer.testing import CliRunner

from kg.cli.train_words import words
from kg.errors import ModelError
from kg.words import model_file
from kg.words.model_file import START, Parameters
from kg.words.prune import full_model, pruned
from kg.words.segmenter import Segmenter
from kg.words.train import trained

SENTENCES = [
    f"{who} {verb} {what} 。"
    for who in ("市长", "县长", "副市长", "书记", "代表们")
    for verb in ("主持", "出席", "听取", "部署")
    for what in ("会议", "工作", "座谈会")
]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "segmented.txt"
    path.write_text("\n".join(SENTENCES), encoding="utf-8")
    return path


def test_pruning_keeps_what_counts() -> None:
    full = Parameters(
        ("B", "I"),
        (START, "c.市", "c.长", "c.的"),
        np.array([[0.0, 0.0], [1.0, -1.0], [3.0, 3.0], [0.5, 0.0]]),
        np.zeros((2, 2)),
    )
    small = pruned(full, 2)
    assert small.features == (START, "c.市", "c.的")
    assert small.weights.tolist() == [[0.0, 0.0], [1.0, -1.0], [0.5, 0.0]]


def test_another_source_is_refused(tmp_path: Path) -> None:
    (tmp_path / "features.pkl").write_bytes(b"cos\nsystem\n.")
    with pytest.raises(ModelError, match="SHA-256"):
        full_model(tmp_path)
    with pytest.raises(ModelError, match="pkuseg"):
        full_model(tmp_path / "features.pkl")
    with pytest.raises(ModelError, match="pkuseg"):
        full_model(tmp_path / "missing.tar.gz")


def test_training_learns_and_repeats(text: Path) -> None:
    model = trained(text, passes=4)
    again = trained(text, passes=4)
    assert model.features == again.features
    assert np.array_equal(model.weights, again.weights)
    sentence = "县长听取工作。"
    cut = Segmenter(model).words(sentence)
    assert [sentence[a:b] for a, b in cut] == ["县长", "听取", "工作", "。"]


def test_too_short_a_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t").write_text("市长 主持", encoding="utf-8")
    with pytest.raises(ModelError, match="1 sentences"):
        trained(tmp_path / "t")


def test_the_command(text: Path, tmp_path: Path) -> None:
    app = typer.Typer()
    app.command()(words)
    to = tmp_path / "made" / "words.xz"
    done = CliRunner().invoke(app, [str(text), "--train", "--passes", "1", "--to", str(to), "--features", "50"])
    assert done.exit_code == 0, done.output
    assert len(model_file.read(to).features) in (50, 51)
