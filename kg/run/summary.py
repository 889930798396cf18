"""What a build did, and what the graph then holds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from kg.model.failure import Failure


@dataclass(slots=True)
class Summary:
    """What a build did.

    What the graph holds (`articles` and what follows it) is known only of a build that came to its
    end: one that was stopped keeps what it read, and leaves the graph as it was.
    """

    read: int = 0
    """Documents read: `new` and `again`."""
    new: int = 0
    again: int = 0
    """Documents read before whose bytes, metadata, rules or models have changed since."""
    unchanged: int = 0
    """Documents that were read before and have not changed since."""
    withdrawn: int = 0
    """Documents of which articles were taken out by hand; they stay away."""
    before: int = 0
    """Documents left out because all that they hold was published before the day that was asked for."""
    undated: list[str] = field(default_factory=list)
    """Paths of documents left out because a day was asked for and they have none."""
    passed_over: dict[str, int] = field(default_factory=dict)
    """Files in folders that are of no format that is read, by suffix."""
    failures: list[Failure] = field(default_factory=list)
    articles: int = 0
    """Articles that the folder now holds."""
    changed: int = 0
    """Rows of the graph that were written or taken away."""
    facts: dict[str, int] = field(default_factory=dict)
    """Relationships that articles state, by type."""
    nodes: dict[str, int] = field(default_factory=dict)
    """Nodes of the graph by first label."""
    candidates: int = 0
    """Pairs of officials who may be one, left for a person to judge."""
    warnings: dict[str, list[str]] = field(default_factory=dict)
    """What readers were not sure of, by kind: the paths of the articles, of all that the folder holds."""
    seconds: float = 0.0
    """From beginning to end."""
    reading_seconds: float = 0.0
    """Of which, reading."""
    stopped: bool = False
    """Whether it was stopped before its end."""
    error: str = ""
    """What ended it, where an error did."""

    def was_read(self, *, again: bool) -> None:
        """Count a document."""
        self.read += 1
        self.again += again
        self.new += not again

    @property
    def done(self) -> bool:
        """Whether the graph holds what the folder does."""
        return not self.stopped and not self.error

    @property
    def rate(self) -> float:
        """Documents read in a second of reading."""
        return self.read / self.reading_seconds if self.reading_seconds else 0.0

    def by_reason(self) -> dict[str, list[Failure]]:
        """Failures by what is wrong, the most frequent first."""
        found: dict[str, list[Failure]] = defaultdict(list)
        for failure in self.failures:
            found[kind_of(failure.reason)].append(failure)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            **asdict(self),
            "warned": len({path for paths in self.warnings.values() for path in paths}),
            "failures_by_reason": {reason: len(found) for reason, found in self.by_reason().items()},
        }


_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
_PARTICULAR = re.compile(r"\S*[/\\]\S*|\S+\.[A-Za-z]\w{1,8}\b|“[^”]*”|'[^']*'|\"[^\"]*\"")


def kind_of(said: str) -> str:
    """What a reason or a warning says of every source that it is said of: without names, numbers and details.

    >>> kind_of("is no JSON (Expecting value: line 1 column 2)")
    'is no JSON'
    """
    plain = said
    while (shorter := _IN_BRACKETS.sub("", plain)) != plain:
        plain = shorter
    plain = _PARTICULAR.sub("…", plain.partition(": ")[0])
    return re.sub(r"\d+", "N", plain).strip(" .。") or said


def by_kind(warnings: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    """Paths by kind of warning, the most frequent first.

    Args:
        warnings: The path of each article, and what was said of it.
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for path, said in warnings:
        for one in said:
            found[kind_of(one)][path] += 1
    return {kind: sorted(paths) for kind, paths in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))}
