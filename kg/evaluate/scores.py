"""Tallies as a table to print and as figures to keep."""

from __future__ import annotations

from collections.abc import Mapping

from kg.evaluate.tally import Tally


def as_text(tallies: Mapping[str, Tally]) -> str:
    """A line a metric: precision, recall, F1, how many in the gold and found."""
    lines = [f"{'metric':18}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}"]
    lines += [
        f"{metric:18}{t.precision:7.3f}{t.recall:7.3f}{t.f1:7.3f}{t.gold:7d}{t.found:7d}"
        for metric, t in tallies.items()
    ]
    return "\n".join(lines)


def f1_of(tallies: Mapping[str, Tally]) -> dict[str, float]:
    """F1 to four digits of each metric that the gold has anything of."""
    return {metric: round(tally.f1, 4) for metric, tally in tallies.items() if tally.gold}
