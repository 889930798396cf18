"""How far a build has come: a bar on a terminal, a line a minute in a log."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn

from kg.cli.output import err
from kg.model.document import Document
from kg.model.failure import Failure
from kg.read import sources
from kg.run.extract import Extracted
from kg.run.paths import file_of
from kg.run.report import took

STAGES = {
    "resolve": "Finding who and what is the same",
    "write": "Writing the graph",
    "report": "Writing the report",
}
"""What a build does after reading."""

_WINDOW = 30.0
"""Seconds over which articles a second are counted."""


class Meter:
    """Counts what a build is done with. Use it in a `with` block.

    Progress goes by the bytes of files, since nobody knows beforehand how many articles a file holds; inside a file
    that holds many, by the text that has come out of it.

    Args:
        paths: What is read.
        every: Seconds between lines where stderr is no terminal.
    """

    def __init__(self, paths: Sequence[str], *, every: float = 60.0) -> None:
        self._begin: dict[str, int] = {}
        self._size: dict[str, int] = {}
        self.total = 0
        for path in sources(paths):
            name = path.as_posix()
            self._begin[name], self._size[name] = self.total, _size(name)
            self.total += self._size[name]
        self.position = self.articles = self.failed = 0
        self._file, self._within = "", 0
        self._every = every
        self._begun = self._told = time.monotonic()
        self._recent: deque[tuple[float, int]] = deque([(self._begun, 0)])
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[counts]}"),
            TimeRemainingColumn(compact=True),
            console=err,
            transient=True,
            disable=not err.is_terminal,
        )
        self._task = self._bar.add_task("Reading", total=self.total or None, counts="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def watch(self, found: Extracted | Failure | Document) -> None:
        """Take note of a document that is done with."""
        now = time.monotonic()
        text = 0
        if isinstance(found, Extracted):
            self.articles += len(found.records)
            text = sum(3 * len(text) for _, text in found.records)
        elif isinstance(found, Failure):
            self.failed += 1
        else:
            text = 3 * len(found.text)
        self._advance(file_of(found.path), text)
        self._recent.append((now, self.articles))
        while now - self._recent[0][0] > _WINDOW:
            self._recent.popleft()
        self._bar.update(self._task, completed=self.position, counts=self._counts())
        if self._bar.disable and now - self._told >= self._every:
            self._told = now
            self._say(", ".join(filter(None, (self._share(), self._counts(), self._left(now)))))

    def stage(self, name: str) -> None:
        """Say what comes after reading."""
        if self._bar.disable:
            if time.monotonic() - self._begun >= self._every:
                self._say(STAGES[name].lower())
            return
        self._bar.update(self._task, description=STAGES[name], total=None, counts=f"{self.articles:,} articles read")

    @property
    def rate(self) -> float:
        """Articles a second, lately."""
        (since, before), (now, articles) = self._recent[0], self._recent[-1]
        return (articles - before) / (now - since) if now > since else 0.0

    def _advance(self, file: str, text: int) -> None:
        if file not in self._begin:
            return
        if file != self._file:
            self._file, self._within = file, 0
        self._within = min(self._within + text, self._size[file])
        # Files that are known already come up before those that workers still read.
        self.position = max(self.position, self._begin[file] + self._within)

    def _counts(self) -> str:
        failed = f", {self.failed:,} not read" if self.failed else ""
        return f"{self.articles:,} articles, {self.rate:.1f} a second{failed}"

    def _share(self) -> str:
        return f"{100 * self.position / self.total:.0f}%" if self.total else ""

    def _left(self, now: float) -> str:
        if not self.total or not self.position:
            return ""
        return f"about {took((now - self._begun) * (self.total - self.position) / self.position)} left"

    @staticmethod
    def _say(line: str) -> None:
        err.print(f"{time.strftime('%H:%M:%S')} {line}", markup=False, soft_wrap=True)


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
