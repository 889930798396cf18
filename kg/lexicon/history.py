"""The history of the divisions since 1981, read from `result.csv` of the repository yescallop/areacodes (CC0 1.0).

Its years are those of the lists of 31 December: a division approved away in December 2018 ends in
2018 there, and papers use its name for months more. A code is no key over time: two divisions may
have borne it in turn.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

_LEVELS = {"省级": 1, "地级": 2, "县级": 3}
_PARTIAL = re.compile(r"\d{6}\[\d{4}\]")
"""A successor that took over a part in the year given: it does not carry on the name."""
FIRST_YEAR = 1981


@dataclass(frozen=True, slots=True)
class Record:
    """One division under one code and name, listed from the year `since` to `until`."""

    code: str
    level: int
    """1 province, 2 prefecture, 3 county, 4 town."""
    name: str
    since: int
    until: int | None = None
    """The year in which it was no longer listed; None while it stands."""
    successors: tuple[str, ...] = ()


def read(text: str) -> list[Record]:
    """The records of `result.csv`, by code and year; those that only changed their parent's name are one."""
    records: list[Record] = []
    rows = (list(row.values()) for row in csv.DictReader(text.lstrip("\ufeff").splitlines()))
    for code, _, _, name, level, _, since, until, new in sorted(rows, key=lambda row: (row[0], row[6])):
        codes = tuple(part for part in new.split(";") if part and not _PARTIAL.fullmatch(part))
        record = Record(code, _LEVELS[level], name, int(since), int(until) if until else None, codes)
        last = records[-1] if records else record
        if (last.code, last.name, last.until) == (record.code, record.name, record.since):
            records[-1] = replace(record, since=last.since)
        else:
            records.append(record)
    return records


class Successions:
    """Which record carries on which: by the year of the change, since codes alone mislead."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.records = list(records)
        self._by_code: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            self._by_code[record.code].append(record)

    def at(self, code: str, year: int) -> Record | None:
        """The record that bore the code at the end of the year."""
        return next((r for r in self._by_code[code] if r.since <= year and (r.until is None or year < r.until)), None)

    def last(self, code: str) -> Record | None:
        """The record that bore the code last; None where none ever did."""
        return max(self._by_code.get(code, []), key=lambda r: r.since, default=None)

    def after(self, record: Record) -> list[Record]:
        """The records that carry on one that has ended; those of a prefecture by the counties that it left."""
        if record.until is None:
            return []
        found = [r for code in record.successors if (r := self.at(code, record.until))]
        if not found and (same := self.at(record.code, record.until)):
            found = [same]
        return found or (self._of_prefecture(record, record.until) if record.level == 2 else [])

    def _of_prefecture(self, record: Record, year: int) -> list[Record]:
        """The prefectures to which its counties went, most first; else the province, whose straight they became."""
        votes: Counter[str] = Counter()
        for county in self.records:
            if (
                county.code[:4] == record.code[:4]
                and county.level == 3
                and county.until is not None
                and county.until == year
            ):
                votes.update(new.code[:4] + "00" for new in self.after(county))
        ranked = [code for code, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))]
        found = [new for code in ranked if (new := self.at(code, year))]
        above = [new for code in ranked[:1] if (new := self.at(code[:2] + "0000", year))]
        return found or above

    def lineages(self) -> dict[Record, Record]:
        """For each record the first of its line: back through records that have it for their only successor.

        Of several such, the line goes through the one of its code, else of its stem, else through none.
        """
        before: dict[Record, list[Record]] = defaultdict(list)
        for record in self.records:
            after = self.after(record)
            if len(after) == 1 and after[0].since == record.until:
                before[after[0]].append(record)
        first: dict[Record, Record] = {}

        def origin(record: Record) -> Record:
            if record not in first:
                first[record] = record
                older = carried_on(record, before[record])
                if older is not None:
                    first[record] = origin(older)
            return first[record]

        for record in self.records:
            origin(record)
        return first


def carried_on(record: Record, older: list[Record]) -> Record | None:
    """The one of several predecessors whose line goes on in the record: the only one, or of its stem, or of its code."""
    same_level = [r for r in older if r.level == record.level]
    if len(same_level) == 1:
        return same_level[0]
    for kin in (
        [r for r in same_level if r.name[:2] == record.name[:2]],
        [r for r in same_level if r.code == record.code],
    ):
        if len(kin) == 1:
            return kin[0]
    return None
