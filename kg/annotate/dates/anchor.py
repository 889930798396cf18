"""The calendar that an article is read against: its publication date, and the date told last."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kg.model.dates import bounds


@dataclass(slots=True)
class Anchor:
    """What relative expressions lean on.

    `published` is the last day of the publication date; `precise` says whether the day itself is
    known. `year`, `month`, `day` are those of the expression before.
    """

    published: dt.date | None = None
    precise: bool = False
    by_month: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, published_on: str | None) -> Anchor:
        """From a publication date as articles have it."""
        if not published_on:
            return cls()
        return cls(published=bounds(published_on)[1], precise=len(published_on) == 10, by_month=len(published_on) >= 7)

    @property
    def this_year(self) -> int | None:
        """The year of publication, else the one told last."""
        return self.published.year if self.published else self.year

    def year_of(self, month: int) -> int | None:
        """The year of a bare month: the latest such month that is not well after publication.

        December in January's paper is last year's; a month or two ahead is this year's plan.
        """
        if self.published is None:
            return self.year
        ahead = month - self.published.month
        return self.published.year - 1 if self.by_month and ahead >= 6 else self.published.year

    def told(self, year: int | None, month: int | None = None, day: int | None = None) -> None:
        """Remember an expression, for 同月 and 次日 and 18日 behind it."""
        self.year, self.month, self.day = year, month, day
