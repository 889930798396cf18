"""The year of an expression: named, told from the report or the last date, or left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.annotate.dates.anchor import Anchor
from kg.annotate.dates.expression import Part, Year

_FUTURE = re.compile(r"将|预计|计划|拟|力争|争取|即将|届时|定于|前(?:完成|建成|竣工|投产|投用|实现)|确保|有望")
_PAST = re.compile(r"以来|出生|曾|已(?:经|于|在)|当时")
_NAMED = re.compile(r"(?<!\d)((?:19|20)\d\d)年")


@dataclass(slots=True)
class Years:
    """Finds years in one text, whose expressions it must be given from left to right."""

    text: str
    anchor: Anchor | None
    seen: list[tuple[int, str]] = field(default_factory=list)
    """Start and value of the expressions so far."""

    def sentence_start(self, at: int) -> int:
        """Where the sentence of a character begins."""
        return max(self.text.rfind(mark, 0, at) for mark in "。！？\n") + 1

    def future(self, start: int, end: int) -> bool:
        """Whether the clause of the expression speaks of what is to come."""
        clause = (
            self.text[max(start - 12, 0) : start].rpartition("。")[2] + self.text[end : end + 12].partition("。")[0]
        )
        return bool(_FUTURE.search(clause)) and not _PAST.search(clause)

    def year(self, year: Year | None, part: Part | None, start: int, end: int) -> int | None:
        """The year of an expression at `text[start:end]`, None where it cannot be known."""
        if year is not None and year.kind == "absolute":
            return year.number
        if year is not None and year.kind == "context":
            last = self.seen[-1][1] if self.seen else None
            return int(last[:4]) + year.number if last else None
        if year is not None:
            anchor = self.anchor.year if self.anchor else self._named_year(start)
            return anchor + year.number if anchor else None
        month, day = part.first if part else (1, None)
        sentence = self.sentence_start(start)
        for at, value in reversed(self.seen):
            if at < sentence:
                break
            if (
                len(value) >= 7
                and int(value[5:7]) <= month
                and "/" not in value
                and self.anchor
                and int(value[:4]) != self.anchor.year
            ):
                return int(value[:4])
            if "/" not in value and len(value) >= 7:
                break
        if self.anchor is None:
            return self._named_year(start)
        future = self.future(start, end)
        if part and part.last[0] - part.first[0] > 1:
            return self.anchor.year_of_span(month, future=future)
        return self.anchor.year_of(month, day, future=future)

    def _named_year(self, at: int) -> int | None:
        """Without a day of publication: the year that the text named last, else the first that it will name, no planned one."""
        if self.seen:
            return int(self.seen[-1][1][:4])
        later = (named for named in _NAMED.finditer(self.text, at) if not self.future(*named.span()))
        return next((int(named[1]) for named in later), None)
