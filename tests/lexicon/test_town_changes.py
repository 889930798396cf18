from __future__ import annotations

import io
import sys
from typing import Any

import openpyxl
import pytest

from kg.errors import LexiconError
from kg.lexicon.town_changes import Change, Listed, read_changes

HEAD = ["序号", "省份", "原区划代码", "原名称", "变更原因", "现区划代码", "现名称", "批准文件", None]


def workbook(rows: list[list[Any]], merged: str = "", year: str = "2019", head: list[Any] = HEAD) -> bytes:
    """A list with a title line, the head in line 2 and the rows from line 3 on."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = year
    for line in [[f"{year}年变更情况"], head, *rows]:
        sheet.append(line)
    for area in merged.split():
        sheet.merge_cells(area)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def row(old: int | None, old_name: str | None, reason: str | None, new: Any, new_name: str | None) -> list[Any]:
    return [1, None, old, old_name, reason, new, new_name, None, None]


def test_merged_cells_are_filled() -> None:
    data = workbook(
        [
            row(990101200, "甲乡", "撤乡、镇设镇", 990101106, "丙镇"),
            row(990101100, "乙镇", None, None, None),
            row(990101101, "丁镇", "撤镇设街道", 990101001, "戊街道"),
            row(None, None, None, 990101002, "己街道"),
        ],
        "E3:E4 F3:F4 G3:G4 C5:C6 D5:D6",
    )
    new = Listed("990101106", "丙镇")
    old = Listed("990101101", "丁镇")
    assert read_changes(data) == [
        Change(2019, Listed("990101200", "甲乡"), new),
        Change(2019, Listed("990101100", "乙镇"), new),
        Change(2019, old, Listed("990101001", "戊街道")),
        Change(2019, old, Listed("990101002", "己街道")),
    ]


def test_gone_new_and_joined() -> None:
    data = workbook(
        [
            row(990101001, "\xa0甲街道", "撤销街道", None, None),
            row(None, None, "新设街道", 990101002, "乙街道办事处"),
            row(990101201, "丙乡", "撤销", "并入丁镇", "并入丁镇"),
            row(None, "注：略。", None, None, None),
        ]
    )
    assert read_changes(data) == [
        Change(2019, Listed("990101001", "甲街道"), None),
        Change(2019, None, Listed("990101002", "乙街道")),
        Change(2019, Listed("990101201", "丙乡"), Listed("", "丁镇"), joined=True),
    ]


def test_a_new_number_goes_with_its_name() -> None:
    """The list of 2016 slips by a line where it renumbers."""
    data = workbook(
        [
            row(990101100, "甲镇", "区划代码变更", 990105101, "乙镇"),
            row(990101101, "乙镇", "区划代码变更", 990105100, "甲镇"),
        ]
    )
    assert [(c.old.name, c.new.code) for c in read_changes(data) if c.old and c.new] == [
        ("甲镇", "990105100"),
        ("乙镇", "990105101"),
    ]


def test_a_list_without_provinces() -> None:
    head = [name for name in HEAD if name != "省份"]
    data = workbook([[1, 990101200, "甲乡", "撤乡建镇", 990101106, "甲镇", None, None]], year="2015", head=head)
    assert read_changes(data) == [Change(2015, Listed("990101200", "甲乡"), Listed("990101106", "甲镇"))]


def test_without_openpyxl_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(LexiconError, match="make setup"):
        read_changes(b"")
