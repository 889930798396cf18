from __future__ import annotations

import lzma
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ModelError
from kg.words import model_file
from kg.words.model_file import START, STEP, Parameters
from kg.words.segmenter import packaged

NAMES = st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), min_size=1, max_size=8)


def _same(a: Parameters, b: Parameters) -> bool:
    return (
        a.tags == b.tags
        and a.features == b.features
        and np.array_equal(a.weights, b.weights)
        and np.array_equal(a.transitions, b.transitions)
    )


@given(st.lists(NAMES, unique=True, max_size=12), st.integers(1, 5), st.randoms(use_true_random=False))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, names, tags, chance) -> None:
    path = tmp_path_factory.mktemp("model") / "words.xz"
    features = (START, *names)
    model = Parameters(
        tuple(f"t{i}" for i in range(tags)),
        features,
        np.array([[chance.randint(-127, 127) * STEP for _ in range(tags)] for _ in features]),
        np.array([[chance.gauss(0, 3) for _ in range(tags)] for _ in range(tags)]),
    )
    model_file.write(model, path)
    first = path.read_bytes()
    assert _same(model_file.read(path), model)
    model_file.write(model_file.read(path), path)
    assert path.read_bytes() == first


def test_weights_are_rounded_and_bounded(tmp_path: Path) -> None:
    model = Parameters(("B",), (START, "c.市"), np.array([[0.04], [99.0]]), np.array([[1 / 3]]))
    model_file.write(model, tmp_path / "m")
    read = model_file.read(tmp_path / "m")
    assert read.weights.tolist() == [[STEP], [127 * STEP]]
    assert read.transitions.tolist() == [[1 / 3]]


@pytest.mark.parametrize(
    "content", [b"", b"no xz", lzma.compress(b""), lzma.compress(b"\x05\0\0\0\x01\0\0\0\xff\0\0\0B\n")]
)
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "words.xz"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=r"words\.xz"):
        model_file.read(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="kg train words"):
        model_file.read(tmp_path / "words.xz")


def test_the_packaged_model() -> None:
    model = model_file.read(packaged())
    assert packaged().stat().st_size < 3_500_000
    assert model.tags == ("B", "B_single", "I", "I_end", "I_first")
    assert len(model.features) == 300_000
    assert model.features[0] == START
    assert list(model.features[1:]) == sorted(model.features[1:])
    assert {"会议", "主持"} <= model.unigrams
    assert (packaged().parent / "README.md").is_file()
