"""Ctrl-C: the first lets a build end what it has begun, the second ends it at once."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Any

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupt:
    """Whether the user, or whoever ends services, asked us to stop."""

    def __init__(self) -> None:
        self.signal: int | None = None
        self._before: dict[int, Any] = {}

    def __call__(self) -> bool:
        """Whether a signal came."""
        return self.signal is not None

    @property
    def exit_code(self) -> int:
        """As shells write the end by a signal: 130 for Ctrl-C."""
        return 128 + (self.signal or signal.SIGINT)

    def heed(self) -> None:
        """Take the signals."""
        if threading.current_thread() is threading.main_thread():
            self._before = {one: signal.signal(one, self._hear) for one in _SIGNALS}

    def at_once(self) -> None:
        """From now on a signal ends the build where it stands; what it was writing is written whole or not at all."""
        self._restore()
        if threading.current_thread() is threading.main_thread():
            self._before = {one: signal.signal(one, self._end) for one in _SIGNALS}

    def _restore(self) -> None:
        for one, handler in self._before.items():
            signal.signal(one, handler)
        self._before = {}

    def _hear(self, number: int, frame: FrameType | None) -> None:
        if self.signal is not None:
            for child in multiprocessing.active_children():
                child.kill()
            self._end(number, frame)
        self.signal = number
        # A handler may come in the middle of a print, which only the system's own write bears.
        os.write(2, b"\nStopping: what was begun is finished. Ctrl-C again ends it at once.\n")

    def _end(self, number: int, frame: FrameType | None) -> None:
        self.signal = number
        raise KeyboardInterrupt


@contextlib.contextmanager
def interruptible() -> Iterator[Interrupt]:
    """Take the signals for as long as the block lasts."""
    interrupt = Interrupt()
    interrupt.heed()
    try:
        yield interrupt
    finally:
        interrupt._restore()
