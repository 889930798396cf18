"""How much an archive may hold."""

from __future__ import annotations

import io
from dataclasses import dataclass

from kg.errors import ReadError

MEMBER = 128 << 20
"""Bytes of one member that are taken into memory."""
RATIO = 200
"""How many times its own size an archive may unpack to; news packs to a third, templates to a fiftieth."""
FLOOR = 64 << 20
"""Bytes that any archive may unpack to, however small it is."""
MEMBERS = 100_000
"""Files that one archive may hold."""
DEPTH = 3
"""Containers in one another: an archive in an archive in an archive."""


class Exhausted(ReadError):
    """An archive unpacks to more than it may: nothing more of the outermost one is read."""


@dataclass(slots=True)
class Budget:
    """What one file on disk may unpack to, all that is packed inside it counted."""

    path: str
    left: int

    @classmethod
    def of(cls, path: str, size: int) -> Budget:
        """That of a file of so many bytes."""
        return cls(path, max(FLOOR, RATIO * size))

    def spend(self, count: int) -> None:
        """Take bytes off it.

        Raises:
            Exhausted: There were not so many left.
        """
        self.left -= count
        if self.left < 0:
            reason = f"unpacks to more than {RATIO} times its size, so the rest of it is left out"
            raise Exhausted(self.path, reason, "Look at what it is; unpack it by hand if it is in order.")


class Metered(io.RawIOBase):
    """A stream whose bytes are taken off a budget as they are unpacked."""

    def __init__(self, inner: io.RawIOBase | io.BufferedIOBase, budget: Budget | None, path: str) -> None:
        self._inner = inner
        # What stands before a break is wanted, and `read` would lose it.
        self._read = getattr(inner, "read1", inner.read)
        self._budget = budget
        self._path = path
        self._broken: ReadError | None = None

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as the stream goes.

        Raises:
            ReadError: What is unpacked is broken, locked or packed in an unknown way from here on.
            Exhausted: The budget is.
        """
        filled = 0
        while filled < len(buffer) and self._broken is None and (data := self._some(len(buffer) - filled)):
            buffer[filled : filled + len(data)] = data
            filled += len(data)
        if self._broken is not None and not filled:
            raise self._broken
        return filled

    def _some(self, count: int) -> bytes:
        try:
            data: bytes = self._read(count) or b""
            if self._budget is not None:
                self._budget.spend(len(data))
            return data
        except ReadError as error:
            self._broken = error
        except (
            Exception
        ) as error:  # zlib.error, lzma.LZMAError, EOFError, BadZipFile, RuntimeError, NotImplementedError
            self._broken = ReadError(self._path, broken(error), "Pack it again, or fetch it again.")
        return b""

    def close(self) -> None:
        """Close the stream below too."""
        if not self.closed:
            self._inner.close()
        super().close()


def broken(error: Exception) -> str:
    """What is wrong with an archive by the library's words."""
    if isinstance(error, NotImplementedError):
        return "is packed in a way that is not known"
    if isinstance(error, EOFError):
        return "is cut off"
    said = " ".join(str(error).split())[:80]
    return f"is broken ({said})" if said else "is broken"
