"""The votes of a run in a file, so that an interrupted run goes on where it stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.ner.silver.votes import Votes


class Journal:
    """Votes by line, in the order in which articles were read; a line that a kill cut off is dropped.

    Args:
        path: The file; begun if it is not there.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        whole = 0
        self._ids: set[str] = set()
        if path.exists():
            with path.open("rb") as lines:
                for line in lines:
                    try:
                        votes = Votes.parse(line.decode())
                    except ValueError:
                        break
                    if not line.endswith(b"\n"):
                        break
                    self._ids.add(votes.id)
                    whole += len(line)
        self._lines = path.open("ab")
        self._lines.truncate(whole)

    def __contains__(self, article: str) -> bool:
        return article in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, votes: Votes) -> None:
        """Write down what was said of one article."""
        self._lines.write(votes.dump().encode() + b"\n")
        self._lines.flush()
        self._ids.add(votes.id)

    def __iter__(self) -> Iterator[Votes]:
        with self.path.open(encoding="utf-8") as lines:
            yield from map(Votes.parse, lines)

    def close(self) -> None:
        """Close the file; it stays."""
        self._lines.close()

    def remove(self) -> None:
        """Close the file and take it away."""
        self.close()
        self.path.unlink()
