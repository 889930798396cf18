"""The rows of a query, as plain Python values, the same from every store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True)
class Result:
    """Columns and rows.

    A node is a dict of its properties and `labels` (the first one first), a relationship a dict of
    its properties and `type`, a path a dict of `nodes` and `relationships`; a date is a
    `datetime.date`; a list, a map and null are list, dict and None.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    warnings: tuple[str, ...] = ()
    """What the store remarked: a label or property that the graph does not have, for example."""

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.rows)

    def to_dicts(self) -> list[dict[str, Any]]:
        """One dict a row."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_pandas(self) -> pd.DataFrame:
        """A data frame with one row a row; dates stay `datetime.date`."""
        return pd.DataFrame(self.rows, columns=list(self.columns))
