"""Scores a folder of annotated articles and adds a row to a log: date, commit, F1 a metric.

    python -m kg.evaluate.log_scores GOLD [--texts TEXTS] --log FILE

For articles that are to be scored and not read: neither the output nor the log names any fact.
"""

from __future__ import annotations

import argparse
import datetime as dt
import subprocess
from collections.abc import Mapping
from pathlib import Path

from kg.errors import KgError
from kg.evaluate.metrics import METRICS
from kg.evaluate.readings import answered
from kg.evaluate.score import score
from kg.evaluate.scores import as_text, f1_of

_ROOT = Path(__file__).parent.parent.parent
_COLUMNS = ("date", "commit", "gold", *METRICS)
HEAD = (
    "# Scores on articles that nobody reads\n\n"
    "F1 a metric; a row a run of `make check`. A commit with `+` had uncommitted changes in `kg` or `seeds`.\n\n"
    f"| {' | '.join(_COLUMNS)} |\n|{'---|' * 3}{'---:|' * len(METRICS)}\n"
)


def row(date: dt.date, commit: str, gold: str, f1: Mapping[str, float]) -> str:
    """A line of the log; a metric of which the gold has nothing has a dash."""
    figures = [f"{f1[metric]:.3f}" if metric in f1 else "–" for metric in METRICS]
    return f"| {' | '.join([date.isoformat(), commit, gold, *figures])} |\n"


def append(log: Path, line: str) -> None:
    """Add a line to the log, which is begun where there is none.

    Raises:
        KgError: The file is something else.
    """
    before = log.read_text(encoding="utf-8") if log.is_file() else HEAD
    if not before.startswith(HEAD):
        raise KgError(f"{log}: has other columns than this log.", "Name another file, or move it away.")
    log.write_text(before + line, encoding="utf-8")


def commit() -> str:
    """The commit that is checked out, with `+` where what makes records has changes; `none` outside a repository."""

    def git(*arguments: str) -> str:
        found = subprocess.run(["git", *arguments], cwd=_ROOT, capture_output=True, text=True, check=True)
        return found.stdout.strip()

    try:
        return git("rev-parse", "--short=12", "HEAD") + ("+" if git("status", "--porcelain", "kg", "seeds") else "")
    except (OSError, subprocess.CalledProcessError):
        return "none"


def main() -> None:
    """Prints the table and adds the row."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, metavar="GOLD", help="folder of answers, with metadata.csv if any")
    parser.add_argument("--texts", type=Path, help="folder of the texts, where they lie elsewhere")
    parser.add_argument("--log", type=Path, required=True, help="markdown file to add the row to")
    given = parser.parse_args()
    read = answered(given.gold, given.texts)
    tallies = score(read.gold, read.records)
    print(f"{len(read.gold)} documents\n{as_text(tallies)}")
    append(given.log, row(dt.date.today(), commit(), given.gold.name, f1_of(tallies)))


if __name__ == "__main__":
    main()
