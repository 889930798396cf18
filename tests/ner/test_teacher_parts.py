"""What the teachers are computed with: no model is needed here."""

from __future__ import annotations

import io
import itertools
import pickle
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.ner.teachers.batches import Ids, in_batches
from kg.ner.teachers.cutword_words import CutwordWords
from kg.ner.teachers.lac import parameter
from kg.ner.teachers.lac_words import LacWords
from kg.ner.teachers.recurrent import Gru, Lengths, Lstm, both_ways
from kg.ner.teachers.sentences import sentences
from kg.ner.teachers.tagged import words
from kg.ner.teachers.teacher import package_folder
from kg.ner.teachers.torch_file import tensors
from kg.ner.teachers.viterbi import best_paths

TEXT = st.text("王县长到会，。！？；\n \u3000A1”", max_size=700)


@given(TEXT)
def test_sentences_stand_where_they_say_and_leave_out_white_space_only(text: str) -> None:
    at = 0
    for start, sentence in sentences(text):
        assert text[start : start + len(sentence)] == sentence == sentence.strip()
        assert 0 < len(sentence) <= 256
        assert not text[at:start].strip()
        at = start + len(sentence)
    assert not text[at:].strip()


def test_a_sentence_ends_behind_its_mark_and_the_quotation_mark() -> None:
    assert [s for _, s in sentences("他说：“很好。”会议结束！\n下午")] == ["他说：“很好。”", "会议结束！", "下午"]


@pytest.fixture(scope="module")
def lac_words(tmp_path_factory: pytest.TempPathFactory) -> LacWords:
    path = tmp_path_factory.mktemp("lac") / "small_seg.dic"
    path.write_text("人民 9\n人民政府 4\n政府 5\n府前 2\n前街 1\n", encoding="utf-8")
    return LacWords(path)


def test_the_fewest_words_win(lac_words: LacWords) -> None:
    assert lac_words.cut("县人民政府") == ["县", "人民政府"]
    assert lac_words.cut("政府前街") == ["政府", "前街"]


def test_latin_letters_stand_together(lac_words: LacWords) -> None:
    assert lac_words.cut("在AB1政府2") == ["在", "AB1", "政府", "2"]


@given(TEXT)
def test_lac_words_joined_are_the_text(lac_words: LacWords, text: str) -> None:
    assert "".join(lac_words.cut(text)) == text


@pytest.fixture(scope="module")
def cutword_words(tmp_path_factory: pytest.TempPathFactory) -> CutwordWords:
    path = tmp_path_factory.mktemp("cutword") / "dict.txt"
    path.write_text("县长 900 n\n长到 1 v\n到会 500 v\n会 800 n\n王县 1 n\n到 700 v\n", encoding="utf-8")
    return CutwordWords(path)


def test_the_likelier_words_win(cutword_words: CutwordWords) -> None:
    assert cutword_words.cut("王县长到会了，95.5%") == ["王", "县长", "到会", "了", "，", "95.5%"]


@given(TEXT)
def test_cutword_words_joined_are_the_text(cutword_words: CutwordWords, text: str) -> None:
    assert "".join(cutword_words.cut(text)) == text


def test_a_word_runs_to_the_next_tag_that_is_no_continuation() -> None:
    tags = ["PER-B", "PER-I", "v-B", "LOC-B", "ORG-I", "O"]
    assert list(words(tags, last=True)) == [(0, 2, "PER"), (2, 3, "v"), (3, 5, "ORG"), (5, 6, "")]
    assert list(words(tags, last=False))[2] == (3, 5, "LOC")


def _layers(seed: int) -> list[tuple[Gru, Gru] | tuple[Lstm, Lstm]]:
    rng = np.random.default_rng(seed)

    def some(*shape: int) -> np.ndarray:
        return rng.normal(size=shape).astype(np.float32)

    def gru() -> Gru:
        return Gru(some(3, 6), some(6), some(2, 4), some(2, 2))

    def lstm() -> Lstm:
        return Lstm(some(3, 8), some(8), some(2, 8))

    return [(gru(), gru()), (lstm(), lstm())]


@given(st.integers(0, 99), st.lists(st.integers(1, 6), min_size=1, max_size=4))
def test_a_sequence_reads_the_same_alone_and_in_a_batch(seed: int, sizes: list[int]) -> None:
    lengths = np.array(sorted(sizes, reverse=True))
    x = np.random.default_rng(seed).normal(size=(len(sizes), lengths[0], 3)).astype(np.float32)
    for forward, backward in _layers(seed):
        together = both_ways(forward, backward, x, lengths)
        for row, size in enumerate(lengths):
            alone = both_ways(forward, backward, x[row : row + 1, :size], lengths[row : row + 1])
            assert np.allclose(together[row, :size], alone[0], atol=1e-5)


def test_the_lstm_is_the_textbook_one() -> None:
    (_, (layer, _)) = _layers(7)
    assert isinstance(layer, Lstm)
    x = np.random.default_rng(1).normal(size=(1, 3, 3)).astype(np.float32)
    h, cell = np.zeros(2), np.zeros(2)
    for step, state in enumerate(layer(x, np.array([3]))[0]):
        i, f, g, o = np.split(x[0, step] @ layer.inner + layer.bias + h @ layer.recurrent, 4)
        cell = cell / (1 + np.exp(-f)) + np.tanh(g) / (1 + np.exp(-i))
        h = np.tanh(cell) / (1 + np.exp(-o))
        assert np.allclose(state, h, atol=1e-5)


@given(st.integers(0, 99), st.lists(st.integers(1, 4), min_size=1, max_size=3))
def test_the_best_path_is_the_best_of_all_paths(seed: int, sizes: list[int]) -> None:
    rng = np.random.default_rng(seed)
    lengths = np.array(sorted(sizes, reverse=True))
    emissions = rng.normal(size=(len(sizes), lengths[0], 3)).astype(np.float32)
    chain, start, stop = rng.normal(size=(3, 3)), rng.normal(size=3), rng.normal(size=3)

    def total(row: int, path: tuple[int, ...]) -> float:
        steps = sum(chain[a, b] for a, b in itertools.pairwise(path))
        return float(start[path[0]] + stop[path[-1]] + steps + sum(emissions[row, t, s] for t, s in enumerate(path)))

    for row, path in enumerate(best_paths(emissions, lengths, chain, start, stop)):
        best = max(itertools.product(range(3), repeat=int(lengths[row])), key=lambda other: total(row, other))
        assert total(row, tuple(path)) == pytest.approx(total(row, best), abs=1e-5)


@given(st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=5), max_size=150))
def test_batches_keep_the_order(sequences: list[list[int]]) -> None:
    def echo(ids: Ids, lengths: Lengths) -> list[list[int]]:
        assert list(lengths) == sorted(lengths, reverse=True)
        return [list(row[:size]) for row, size in zip(ids, lengths, strict=True)]

    assert in_batches(sequences, echo) == sequences


def test_a_parameter_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "w"
    path.write_bytes(struct.pack("<IQIi", 0, 0, 0, 3) + b"abc" + np.arange(4, dtype="<f4").tobytes())
    assert list(parameter(path)) == [0, 1, 2, 3]
    path.write_bytes(b"short")
    with pytest.raises(KgError, match=r"w: is no parameter file"):
        parameter(path)


def test_a_saved_file_that_names_code_is_refused(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return (Path.touch, (tmp_path / "harm",))

    path = tmp_path / "model.pth"
    content = io.BytesIO()
    pickle.dump({"model_state_dict": {"x": Evil()}}, content)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("model/data.pkl", content.getvalue())
    with pytest.raises(KgError, match=r"model\.pth: holds no float tensors"):
        tensors(path)
    assert not (tmp_path / "harm").exists()


def test_a_missing_teacher_is_named_with_its_remedy() -> None:
    with pytest.raises(KgError, match=r"no-such-teacher 1\.0 is not installed\. Run: pip"):
        package_folder("no_such_teacher", "no-such-teacher", "1.0", "Run: pip")


def test_another_version_is_refused() -> None:
    with pytest.raises(KgError, match=r"its model is that of 0\.0"):
        package_folder("numpy", "numpy", "0.0", "Run: pip")
