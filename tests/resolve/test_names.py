from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.names import fold, fold_person


@pytest.mark.parametrize(
    "name",
    [
        "阿依古丽·买买提",
        "阿依古丽•买买提",
        "阿依古丽?买买提",
        "阿依古丽？买买提",
        "阿依古丽 买买提",
        "阿依古丽 · 买买提",
        "阿依古丽・买买提",
    ],
)
def test_the_mark_in_a_name_is_folded_away(name: str) -> None:
    assert fold_person(name) == "阿依古丽买买提"


@pytest.mark.parametrize("name", ["“双提升”行动", "《双提升行动》", "「双提升」 行动", "双提升行动"])
def test_quotation_marks_and_blanks_are_folded_away(name: str) -> None:
    assert fold(name) == "双提升行动"


def test_width_is_folded_away_and_phases_are_not() -> None:
    assert fold("Ａ１产业园（二期）") == fold("A1产业园(二期)")
    assert fold("江南产业园一期") != fold("江南产业园二期")
    assert fold("2018—2020年行动") == fold("2018-2020年行动")


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)
