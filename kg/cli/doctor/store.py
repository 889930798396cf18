"""The store that needs no server, tried in a temporary folder, and the place where builds go."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kg.cli.doctor.check import Check, State, guarded
from kg.errors import StoreError

_ROOM = 2 * 1024**3
"""Bytes free below which a build of some size may fill the disk."""
_MEMORY = 2 * 1024**3
"""Bytes of memory that two workers and the embedded graph of a few thousand articles take."""


def embedded() -> Iterator[Check]:
    """A graph written, read back and asked."""
    yield guarded(
        "Stores",
        "embedded",
        _round_trip,
        costs="No graph without a Neo4j.",
        remedy="Install kglite again in the version that zhengtu names.",
    )


def machine(directory: Path) -> Iterator[Check]:
    """Room where the build goes, memory, processors."""
    folder = next(path for path in (directory.absolute(), *directory.absolute().parents) if path.exists())
    free = shutil.disk_usage(folder).free
    writable = folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
    yield Check(
        "Machine",
        "folder",
        State.OK if writable else State.BROKEN,
        f"{directory}" if writable else f"{folder} cannot be written",
        "" if writable else "kg build has nowhere to go.",
        "" if writable else "Name another with --dir or KG_DIR, or allow writing it.",
    )
    yield _amount(
        "disk", free, _ROOM, "A large build may fill the disk.", "Make room, or name another disk with --dir."
    )
    if (memory := _available_memory()) is not None:
        yield _amount(
            "memory",
            memory,
            _MEMORY,
            "Large builds may be ended by the system.",
            "Use one worker; put the graph into a Neo4j elsewhere.",
        )
    yield Check("Machine", "processors", State.OK, f"{_processors()}")


def _round_trip() -> str:
    from kg.graph.delta import Delta, Node, Relationship
    from kg.store import connect

    person = Node(("Person", "Official"), "a", {"name": "王龙江"})
    meeting = Node(("Meeting",), "b", {"name": "市政府常务会议"})
    chaired = Relationship("CHAIRED", "c", ("Person", "a"), ("Meeting", "b"), {"support": 1})
    with tempfile.TemporaryDirectory(prefix="kg-doctor-") as folder:
        with connect(Path(folder), writing=True) as store:
            store.apply(Delta(nodes=(person, meeting), relationships=(chaired,)))
            written = store.digest()
        with connect(Path(folder)) as store:
            found = store.query("MATCH (o:Person)-[:CHAIRED]->(m:Meeting) RETURN o.name, m.name").rows
            if found != [("王龙江", "市政府常务会议")] or store.digest() != written:
                raise StoreError(f"What was written is not what is read: {found}.")
    import kglite

    return f"kglite {kglite.__version__}, written and read"


def _amount(name: str, found: int, wanted: int, costs: str, remedy: str) -> Check:
    said = f"{found / 1024**3:,.1f} GB free"
    if found >= wanted:
        return Check("Machine", name, State.OK, said)
    return Check("Machine", name, State.MISSING, f"{said}, {wanted / 1024**3:.0f} wanted", costs, remedy)


def _available_memory() -> int | None:
    """Bytes that programs may still take; None where the system does not say."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, StopIteration, ValueError):
        pass
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return None


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
