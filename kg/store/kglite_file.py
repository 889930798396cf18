"""Opening the file of the embedded store, and what can be wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import kglite

from kg.errors import StoreLocked, StoreUnavailable


def open_to_read(path: Path) -> Any:
    """The graph as it was last saved, without a lock.

    Raises:
        StoreUnavailable: There is none, or the file is no graph.
    """
    try:
        return quietly(kglite.load, str(path))
    except kglite.FileFormatError as error:
        raise _damaged(path, error) from None
    except kglite.FileError:
        raise StoreUnavailable(
            f"{path}: there is no graph.", f"Build one: kg build ARTICLES --dir {path.parent}."
        ) from None


def open_to_write(path: Path) -> Any:
    """The graph, or an empty one, with the lock on it.

    Raises:
        StoreLocked: Another process writes it, or this one already.
        StoreUnavailable: The file is no graph, or folder and file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Changes are saved whole; a log beside the file would only double them.
        return quietly(kglite.open, str(path), durable="off")
    except kglite.WriterLeaseHeldError as error:
        holder = error.holder
        who = "this process" if holder.get("self") else f"process {holder.get('pid', '?')}"
        raise StoreLocked(
            f"{path} is being written by {who}, since {holder.get('since', '?')}.",
            "Wait until it is done, or end it; queries can read meanwhile.",
        ) from None
    except kglite.FileFormatError as error:
        raise _damaged(path, error) from None
    except (kglite.KgError, OSError, ValueError) as error:
        raise cannot_be_written(path, error) from None


def let_go(graph: Any) -> None:
    """Give up the lock of `open_to_write` without saving.

    kglite's `close` saves first: it would write what was never applied in full, and from a reader,
    which has no lock, an old graph over a newer one. A reader is just forgotten.
    """
    ended = GeneratorExit()
    graph.__exit__(type(ended), ended, None)


def _damaged(path: Path, error: Exception) -> StoreUnavailable:
    return StoreUnavailable(
        f"{path} is no graph of ours: {first_line(error)}",
        "Delete the file and build again: it is made from the records, and nothing is lost.",
    )


def cannot_be_written(path: Path, error: Exception) -> StoreUnavailable:
    """What to say when opening or saving fails."""
    return StoreUnavailable(f"{path}: cannot be written: {first_line(error)}", "See to the folder's rights and space.")


def first_line(error: Exception) -> str:
    """What an error says, without the drawing under it."""
    lines = str(error).splitlines()
    return lines[0] if lines else type(error).__name__


def quietly(call: Any, *arguments: Any, **options: Any) -> Any:
    """Call kglite without its printing warnings: they belong to the result."""
    policy = kglite.get_query_warning_policy()
    kglite.set_query_warning_policy("silent")
    try:
        return call(*arguments, **options)
    finally:
        kglite.set_query_warning_policy(policy)
