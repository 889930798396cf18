"""The changes of towns from 2014 to 2023, read from `sub-county-diff.xlsx` of yescallop/areacodes (CC0 1.0).

A sheet a year: the lists of the Ministry of Civil Affairs. What became several towns, or was made of
several, stands there in merged cells.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from kg.errors import LexiconError

_JOINED = re.compile("并入|划归|归属|隶属|整建制")
"""Reasons under which a town went to one that was there before."""
_CODE = re.compile(r"\d{9}")
_NAME = re.compile(r"(?:并入)?([\u3400-\u9fff\U00020000-\U000323af]+?(?:镇|乡|街道|苏木|地区|市))(?:办事处?|托管)?")
"""A name in the lists, with what they write around some."""
_MISSPELT = {
    "\ue083山镇": "𠙶山镇",
    "虎\ue09d乡": "虎𬇙乡",
    "虎\ue09d镇": "虎𬇙镇",
    "月照彝族回": "月照彝族回族乡",
    "东华土家族": "东华土家族乡",
}
"""Characters for private use, and names that the list of 2014 cuts off."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A town as a list has it."""

    code: str
    """Nine digits; blank where the list gives none."""
    name: str
    """Blank where the list gives the code alone."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row of a list: the old town became the new one, or a part of it."""

    year: int
    old: Listed | None
    """None for a new town that none is said to have become."""
    new: Listed | None
    """None where the list does not say what became of the old one."""
    joined: bool = False
    """Whether the new one was there before."""


def read_changes(workbook: bytes) -> list[Change]:
    """The changes in the order of the years, then of the list.

    Raises:
        LexiconError: `openpyxl` is not installed.
    """
    changes: list[Change] = []
    renumbered: list[Change] = []
    for year, cells in _rows(workbook):
        change = _change(year, cells)
        if change is not None:
            (renumbered if "代码" in str(cells["变更原因"]) else changes).append(change)
    return sorted([*changes, *_paired(renumbered)], key=lambda change: change.year)


def _paired(renumbered: list[Change]) -> list[Change]:
    """Changes of the number alone, each to its own name; the list of 2016 slips by a line in places."""
    by_name = {(c.year, c.new.code[:4], c.new.name): c.new for c in renumbered if c.new}
    return [
        replace(c, new=by_name.get((c.year, c.old.code[:4], c.old.name), c.new)) if c.old else c for c in renumbered
    ]


def _rows(workbook: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each row below its sheet's head line, as `(year, cells by the head's names)`, merged cells filled."""
    try:
        import openpyxl  # type: ignore[import-untyped]
    except ImportError:
        raise LexiconError(
            "openpyxl, which reads sub-county-diff.xlsx, is not installed.",
            "Run `make setup`, or install zhengtu[dev].",
        ) from None
    for sheet in openpyxl.load_workbook(io.BytesIO(workbook)):
        merged = {
            (row, column): sheet.cell(area.min_row, area.min_col).value
            for area in sheet.merged_cells.ranges
            for row in range(area.min_row, area.max_row + 1)
            for column in range(area.min_col, area.max_col + 1)
        }
        head: list[str] = []
        for line in sheet.iter_rows():
            values = [merged.get((cell.row, cell.column), cell.value) for cell in line]
            if values[0] == "序号":
                head = [str(value) for value in values]
            elif head:
                yield int(sheet.title), dict(zip(head, values, strict=True))


def _change(year: int, cells: dict[str, Any]) -> Change | None:
    old = _listed(cells["原区划代码"], cells["原名称"])
    new = _listed(cells["现区划代码"], cells["现名称"])
    if old is not None and not (old.code and old.name):
        old = None
    if new is not None and not new.code and old is None:
        new = None
    reason = f"{cells['变更原因']} {cells['现名称']}"
    return Change(year, old, new, _JOINED.search(reason) is not None) if old or new else None


def _listed(code: Any, name: Any) -> Listed | None:
    written = "".join(str(name or "").split())
    match = _NAME.fullmatch(_MISSPELT.get(written, written))
    number = "".join(str(code or "").split())
    found = Listed(number if _CODE.fullmatch(number) else "", match[1] if match else "")
    return None if written and not match else found if found.code or found.name else None
